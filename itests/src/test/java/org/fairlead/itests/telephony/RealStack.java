package org.fairlead.itests.telephony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.fairlead.itests.stack.OwnStack;
import org.fairlead.launcher.parts.Part;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.telephony.TelephonyPrograms;
import org.junit.jupiter.api.Assumptions;

/** A whole stack whose calls are real. */
public final class RealStack {

    private RealStack() {}

    /** Skips the test, and says so, where the programs cannot be had. */
    public static OwnStack start(int base) throws IOException, InterruptedException, StartFailure {
        Path log = Files.createTempFile("telephony", ".log");
        try {
            TelephonyPrograms.in(checkout().resolve(".fairlead/dist"), log);
        } catch (StartFailure e) {
            Assumptions.abort(e.getMessage() + " " + e.advice());
        } finally {
            Files.delete(log);
        }
        return OwnStack.start(checkout(), base, EnumSet.allOf(Part.class));
    }

    public static Path checkout() {
        return Path.of(System.getProperty("fairlead.checkout", "..")).toAbsolutePath();
    }
}
