package org.fairlead.launcher;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fairlead.launcher.state.RunFile;
import org.fairlead.launcher.state.StateFolder;

/** Parts whose launcher is gone, for example after kill -9: they would hold the ports. */
final class Leftovers {

    private static final List<String> STOP_ORDER = List.of("gateway", "server", "sign-in", "database");

    private Leftovers() {}

    /** Ends them. @return how many there were */
    static int end(StateFolder state) throws IOException, InterruptedException {
        int ended = 0;
        RunFile run = RunFile.read(state).orElse(null);
        if (run == null) {
            return ended;
        }
        for (String label : STOP_ORDER) {
            RunFile.Running part = run.parts().get(label);
            ProcessHandle process = part == null ? null : part.handle().orElse(null);
            if (process != null) {
                end(label, process);
                ended++;
            }
        }
        RunFile.delete(state);
        return ended;
    }

    private static void end(String label, ProcessHandle process) throws IOException, InterruptedException {
        if ("database".equals(label)) {
            // A plain request to end would wait for whoever is still connected.
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } else {
            process.destroy();
        }
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
