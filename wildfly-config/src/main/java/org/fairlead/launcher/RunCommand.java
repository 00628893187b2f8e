package org.fairlead.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fairlead.launcher.parts.Deployment;
import org.fairlead.launcher.parts.Part;
import org.fairlead.launcher.parts.PartProcess;
import org.fairlead.launcher.state.Disk;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.Reach;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.StateFolder;
import org.fairlead.launcher.state.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything, says where it is, and stays until it is stopped or a part dies. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false)
class RunCommand implements Callable<Integer> {

    private static final int DISK_MEGABYTES = 500;

    /** Kept, because the logging framework holds its loggers weakly. */
    private static final Logger ROOT = Logger.getLogger("");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--fresh")
    private boolean fresh;

    @Option(names = "--port-base", paramLabel = "N", defaultValue = "" + Ports.DEFAULT_BASE)
    private int portBase;

    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = Reach.LOOPBACK_ADDRESS)
    private String bind = Reach.LOOPBACK_ADDRESS;

    @Option(names = "--gateway", paramLabel = "ENGINE", defaultValue = "simulator")
    private Telephony telephony = Telephony.SIMULATOR;

    private volatile boolean stopping;

    /** What the sites' gateways drive. */
    enum Telephony {
        SIMULATOR,
        ASTERISK
    }

    @Override
    public Integer call() throws Exception {
        ROOT.setLevel(Level.WARNING);
        PrintWriter out = spec.commandLine().getOut();
        long begun = System.nanoTime();
        StateFolder state = Here.state();
        try (RunLock lock = RunLock.take(state);
                ShownSteps steps = new ShownSteps(out)) {
            if (lock.endLeftovers() > 0) {
                out.println(Words.of("run.leftovers"));
            }
            Stack.Settings settings = settings(state);
            settings.ports().requireFree(settings.reach()); // before anything is forgotten
            Disk.require(state.path(), DISK_MEGABYTES);
            if (fresh) {
                state.forget();
                out.println(Words.of("run.fresh"));
            }
            Stack stack = new Stack(settings, steps);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, steps, out), "stop"));
            try {
                stack.start();
            } catch (StartFailure | IOException | InterruptedException | RuntimeException e) {
                if (stopping) {
                    return Fairlead.FAILED; // somebody pressed Ctrl-C: that is no failure to explain
                }
                throw e;
            }
            out.println(Summary.of(stack, Duration.ofNanos(System.nanoTime() - begun)));
            return attend(stack, out);
        }
    }

    /** How the deployable gets into the server. */
    Deployment deployment() {
        return Deployment.PACKED;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private Stack.Settings settings(StateFolder state) throws IOException, StartFailure {
        Ports ports;
        try {
            ports = new Ports(portBase);
        } catch (IllegalArgumentException e) {
            throw new StartFailure(
                    Words.of("port.range", Integer.toString(portBase)), Words.of("port.range.advice"), e);
        }
        return new Stack.Settings(
                state,
                ports,
                Reach.of(bind),
                Here.build(),
                Here.checkout(),
                telephony == Telephony.ASTERISK ? EnumSet.allOf(Part.class) : Part.usual(),
                deployment(),
                Clock.systemUTC());
    }

    /** Stays until a part dies; a stop ends the process from outside. */
    int attend(Stack stack, PrintWriter out) throws InterruptedException, ExecutionException, IOException {
        PartProcess dead = stack.died().get();
        StartFailure why = dead.died();
        out.println(Words.of("run.died", Words.of("part." + dead.part().label())));
        stack.close();
        out.println(Words.of("failure", String.valueOf(why.getMessage()), why.advice()));
        return Fairlead.FAILED;
    }

    private void stop(Stack stack, ShownSteps steps, PrintWriter out) {
        if (!stack.closed()) {
            stopping = true;
            steps.close();
            out.println(Words.of("run.stopping"));
        } // else it could not start, or a part died, and this waits until the rest is cleaned up
        try {
            stack.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
