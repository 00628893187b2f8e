package org.fairlead.launcher;

import java.io.IOException;
import java.nio.file.Path;
import org.fairlead.launcher.state.Build;
import org.fairlead.launcher.state.StateFolder;

/** Where the commands were called: the checkout, its state folder, and what was built for this call. */
final class Here {

    private Here() {}

    static Path checkout() {
        return Path.of(System.getProperty("fairlead.checkout", "."))
                .toAbsolutePath()
                .normalize();
    }

    static StateFolder state() {
        return StateFolder.of(checkout());
    }

    static Build build() throws IOException {
        String app = System.getProperty("fairlead.app");
        return app == null ? Build.ofCheckout(checkout()) : Build.installed(Path.of(app));
    }
}
