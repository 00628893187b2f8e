package org.fairlead.itests.whole;

import java.io.IOException;
import java.util.List;
import org.fairlead.itests.stack.OwnStack;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.telephony.RealStack;
import org.fairlead.launcher.state.StartFailure;
import org.junit.jupiter.api.TestInfo;

/** A whole stack with real lines, and browsers whose microphones play a tone. */
final class BrowserPhones implements AutoCloseable {

    private static final List<String> FAKE_MEDIA =
            List.of("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");

    private final OwnStack own;
    private final SimulatorControl customers;
    private final Console console;

    private BrowserPhones(OwnStack own) throws IOException {
        this.own = own;
        customers = new SimulatorControl(own.stack());
        console = new Console(own.stack(), FAKE_MEDIA);
    }

    /** Skips the test where the programs cannot be had. */
    static BrowserPhones start(int base) throws IOException, InterruptedException, StartFailure {
        OwnStack own = RealStack.start(base);
        try {
            return new BrowserPhones(own);
        } catch (IOException | RuntimeException e) {
            own.close();
            throw e;
        }
    }

    OwnStack own() {
        return own;
    }

    SimulatorControl customers() {
        return customers;
    }

    Console console() {
        return console;
    }

    /** Everybody's browser is shut. */
    void leave(TestInfo test) {
        console.leaveAll(test.getDisplayName(), true);
    }

    @Override
    public void close() throws IOException {
        try {
            console.close();
        } finally {
            own.close();
        }
    }
}
