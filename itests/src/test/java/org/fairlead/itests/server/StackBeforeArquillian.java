package org.fairlead.itests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.fairlead.itests.whole.WholeStack;
import org.fairlead.launcher.state.StateFolder;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the stack before Arquillian looks for its server. Found as a service and not named by the test classes: those
 * are loaded in the server too, where there is no stack to start.
 */
public final class StackBeforeArquillian implements BeforeAllCallback {

    private static final int MANAGEMENT = 10;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (context.getRequiredTestClass().isAnnotationPresent(ArquillianTest.class)) {
            int port = WholeStack.of(context).base() + MANAGEMENT;
            System.setProperty("fairlead.itests.management", Integer.toString(port));
            System.setProperty("fairlead.itests.home", home().toString());
        }
    }

    private static Path home() {
        Path checkout = Path.of(System.getProperty("fairlead.checkout", "..")).toAbsolutePath();
        try {
            return StateFolder.of(checkout).program("wildfly-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
