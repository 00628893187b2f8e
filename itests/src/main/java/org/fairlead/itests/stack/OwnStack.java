package org.fairlead.itests.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.fairlead.launcher.Stack.Settings;
import org.fairlead.launcher.Steps;
import org.fairlead.launcher.parts.Part;
import org.fairlead.launcher.postgres.Folders;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.StartFailure;

/** A complete stack of one's own, in a temporary state folder and on ports of its own, whose parts may be killed. */
public final class OwnStack implements AutoCloseable {

    private final org.fairlead.launcher.Stack launched;
    private final Path state;
    private final int base;

    private OwnStack(org.fairlead.launcher.Stack launched, Path state, int base) {
        this.launched = launched;
        this.state = state;
        this.base = base;
    }

    /** Starts all parts from what the checkout has built. */
    public static OwnStack start(Path checkout, int base) throws IOException, StartFailure, InterruptedException {
        return start(checkout, base, Part.usual());
    }

    /** Starts these parts; with the telephony's among them, calls are real. */
    public static OwnStack start(Path checkout, int base, Set<Part> parts)
            throws IOException, StartFailure, InterruptedException {
        return start(checkout, base, parts, state -> "");
    }

    /** The same with a {@code telephony.properties} of one's own, made for the state folder. */
    public static OwnStack start(Path checkout, int base, Set<Part> parts, Function<Path, String> telephony)
            throws IOException, StartFailure, InterruptedException {
        Path state = Files.createTempDirectory("fairlead-stack");
        Files.writeString(state.resolve("telephony.properties"), telephony.apply(state));
        Settings usual = Settings.ofCheckout(checkout, state, new Ports(base));
        Settings settings = new Settings(
                usual.state(),
                usual.ports(),
                usual.reach(),
                usual.build(),
                usual.checkout(),
                parts,
                usual.deployment(),
                usual.clock());
        OwnStack own = new OwnStack(new org.fairlead.launcher.Stack(settings, Steps.SILENT), state, base);
        own.launched.start();
        return own;
    }

    public Stack stack() {
        return new Stack(state, base);
    }

    /** Ends the part at once, as kill -9 does. */
    public void kill(Part part) throws InterruptedException {
        launched.kill(part);
    }

    public void startAgain(Part part) throws StartFailure, IOException, InterruptedException {
        launched.start(part);
    }

    /** Ends all parts and removes their state. */
    @Override
    public void close() throws IOException {
        launched.close();
        Folders.delete(state);
    }
}
