package org.fairlead.launcher;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fairlead.launcher.state.RunFile;
import org.fairlead.launcher.state.StateFolder;
import org.fairlead.launcher.state.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends a run from another terminal. */
@Command(name = "stop", mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    private static final int WAIT_SECONDS = 200;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        StateFolder state = Here.state();
        RunFile run = RunFile.read(state).orElse(null);
        if (run == null) {
            out.println(Words.of("stop.nothing"));
            return 0;
        }
        RunFile.Running launcher = run.parts().get("launcher");
        ProcessHandle process = launcher == null ? null : launcher.handle().orElse(null);
        if (process != null) {
            process.destroy();
            try {
                process.onExit().get(WAIT_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                out.println(Words.of("stop.slow", WAIT_SECONDS));
                process.destroyForcibly();
            }
        }
        Leftovers.end(state);
        out.println(Words.of("stop.done"));
        return 0;
    }
}
