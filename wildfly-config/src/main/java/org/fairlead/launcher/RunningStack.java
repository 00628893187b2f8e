package org.fairlead.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fairlead.launcher.state.RunFile;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.StateFolder;
import org.fairlead.launcher.state.Words;

/** The stack that another process runs from this checkout. */
record RunningStack(RunFile run) {

    /** @throws StartFailure when none runs, or not yet */
    static RunningStack find(StateFolder state) throws IOException, StartFailure {
        RunFile run = RunFile.read(state).orElse(null);
        if (run == null || !run.ready() || !alive(run)) {
            throw new StartFailure(Words.of("not.running"), Words.of("not.running.advice"));
        }
        return new RunningStack(run);
    }

    String url(String name) {
        String url = run.urls().get(name);
        if (url == null) {
            throw new IllegalArgumentException(name);
        }
        return url;
    }

    String secret(String name) throws IOException {
        return Files.readString(Path.of(run.secrets(), name + ".txt")).strip();
    }

    private static boolean alive(RunFile run) {
        RunFile.Running launcher = run.parts().get("launcher");
        return launcher != null && launcher.handle().isPresent();
    }
}
