package org.fairlead.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fairlead.launcher.parts.DatabasePart;
import org.fairlead.launcher.parts.Deployment;
import org.fairlead.launcher.parts.GatewayPart;
import org.fairlead.launcher.parts.Part;
import org.fairlead.launcher.parts.PartProcess;
import org.fairlead.launcher.parts.PaymentsPart;
import org.fairlead.launcher.parts.ServerPart;
import org.fairlead.launcher.parts.SignInPart;
import org.fairlead.launcher.parts.TelephonyPart;
import org.fairlead.launcher.state.Build;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.Reach;
import org.fairlead.launcher.state.RunFile;
import org.fairlead.launcher.state.Secrets;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.StateFolder;
import org.fairlead.launcher.state.Words;
import org.jspecify.annotations.Nullable;

/**
 * All parts of Fairlead on one machine, as one thing that is started, watched and stopped. {@code ./fairlead run} and
 * the tests of the whole use the same.
 */
public final class Stack implements AutoCloseable {

    /**
     * What a stack is made of.
     *
     * @param checkout named in the run file for other tools
     * @param parts usually all of them
     */
    public record Settings(
            StateFolder state,
            Ports ports,
            Reach reach,
            Build build,
            Path checkout,
            Set<Part> parts,
            Deployment deployment,
            Clock clock) {

        /** All parts, with the state in a folder of its own and the programs of the checkout's {@code .fairlead/dist}. */
        public static Settings ofCheckout(Path checkout, Path state, Ports ports) throws IOException {
            return new Settings(
                    new StateFolder(state, checkout.resolve(".fairlead/dist")),
                    ports,
                    Reach.LOOPBACK,
                    Build.ofCheckout(checkout),
                    checkout,
                    Part.usual(),
                    Deployment.PACKED,
                    Clock.systemUTC());
        }
    }

    private static final int HELPERS_SECONDS = 20;
    private static final int MOST_RESTARTS = 20;

    private static final List<Part> BACKWARDS =
            Arrays.stream(Part.values()).sorted(Comparator.reverseOrder()).toList();

    private final Settings settings;
    private final Steps steps;
    private final Map<Part, PartProcess> running = new EnumMap<>(Part.class);
    private final CompletableFuture<PartProcess> died = new CompletableFuture<>();
    private final DatabasePart database;
    private final SignInPart signIn;
    private final ServerPart server;
    private final GatewayPart gateway;
    private final TelephonyPart telephony;
    private final PaymentsPart payments;
    private final Secrets secrets;
    private final ExecutorService beside = Executors.newFixedThreadPool(2);
    private final Object ending = new Object();
    private final Map<Part, Integer> restarts = new EnumMap<>(Part.class);
    private boolean closing;
    private boolean ended;
    private boolean ready;

    /** A stack that is not yet started; makes its folders and secrets. */
    public Stack(Settings settings, Steps steps) throws IOException {
        this.settings = settings;
        this.steps = steps;
        StateFolder state = settings.state();
        Ports ports = settings.ports();
        Reach reach = settings.reach();
        Build build = settings.build();
        state.create();
        this.secrets = new Secrets(state.secrets());
        this.database = new DatabasePart(state, ports, secrets);
        this.signIn = new SignInPart(state, ports, reach, secrets);
        this.telephony = new TelephonyPart(state, ports, secrets);
        this.payments = new PaymentsPart(ports, reach, secrets, settings.clock());
        TelephonyPart real = telephony() ? telephony : null;
        this.server = new ServerPart(state, ports, reach, secrets, build, settings.deployment(), real);
        this.gateway = new GatewayPart(state, ports, secrets, build, real);
    }

    /** Starts all parts; if one cannot start or dies meanwhile, the others are stopped again. */
    public void start() throws StartFailure, IOException, InterruptedException {
        try {
            settings.ports().requireFree(settings.reach());
            CompletableFuture<Void> begun = new CompletableFuture<>();
            var unused = died.thenAccept(dead -> begun.completeExceptionally(dead.died()));
            CompletableFuture<Void> signedIn = beside(begun, () -> start(Part.SIGN_IN));
            CompletableFuture<Void> others = beside(begun, () -> {
                start(Part.DATABASE);
                start(Part.SERVER);
                startTelephony();
                start(Part.GATEWAY);
            });
            var unusedBoth = CompletableFuture.allOf(signedIn, others).thenRun(() -> begun.complete(null));
            await(begun);
            if (settings.parts().containsAll(EnumSet.of(Part.SERVER, Part.SIGN_IN))) {
                step("step.console", this::awaitConsole);
            }
            synchronized (this) {
                ready = true;
                writeRunFile();
            }
        } catch (StartFailure | IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        } finally {
            beside.shutdown();
        }
    }

    /** Works on another thread; the first failure of any of them ends the start. */
    private CompletableFuture<Void> beside(CompletableFuture<Void> begun, Work work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        var unused = beside.submit(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (StartFailure | IOException | InterruptedException | RuntimeException e) {
                begun.completeExceptionally(e);
            }
        });
        return done;
    }

    /** Starts one part, also after {@link #kill}. */
    public void start(Part part) throws StartFailure, IOException, InterruptedException {
        if (!settings.parts().contains(part) || closed()) {
            return;
        }
        switch (part) {
            case DATABASE -> {
                step("step.database", () -> database.start(this::add));
                step("step.migrate", () -> database.migrate(settings.build(), settings.clock()));
            }
            case SIGN_IN -> {
                step("step.sign-in.prepare", signIn::prepare);
                step("step.sign-in", () -> signIn.start(this::add));
            }
            case SERVER -> {
                step("step.payments", payments::start);
                step("step.server.make", server::make);
                step("step.server", () -> server.start(this::add));
            }
            case CARRIER, TELEPHONY_MANILA, TELEPHONY_IZMIR, TELEPHONY_TIRANA -> step(
                    "step." + part.label(), () -> telephony.start(part, this::add));
            case GATEWAY -> step(
                    telephony() ? "step.gateway.asterisk" : "step.gateway", () -> gateway.start(this::add));
        }
    }

    private boolean telephony() {
        return settings.parts().contains(Part.CARRIER);
    }

    private void startTelephony() throws StartFailure, IOException, InterruptedException {
        if (telephony()) {
            step("step.telephony.prepare", telephony::prepare);
            for (Part part : Part.values()) {
                if (part.telephony()) {
                    start(part);
                }
            }
        }
    }

    /** Ends a part at once, as kill -9 does; the watch does not report it. */
    public void kill(Part part) throws InterruptedException {
        PartProcess process;
        synchronized (this) {
            process = running.remove(part);
        }
        if (process != null) {
            process.kill();
        }
    }

    /** The process of a part, if it runs. */
    public synchronized @Nullable PartProcess process(Part part) {
        return running.get(part);
    }

    /** Completes when a part ends that nobody ended. */
    public CompletableFuture<PartProcess> died() {
        return died;
    }

    /** It is being stopped, or was. */
    public synchronized boolean closed() {
        return closing;
    }

    public Settings settings() {
        return settings;
    }

    public Secrets secrets() {
        return secrets;
    }

    /** The console's address. */
    public String console() {
        return settings.reach().url(settings.ports().http()) + "/";
    }

    /** Stops all parts, the last started first. Whoever asks while somebody else is at it waits until it is done. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            closing = true;
        }
        beside.shutdownNow(); // helpers that prepare a part end with the thread that waits for them
        synchronized (ending) {
            if (!ended) {
                ended = true;
                stopAll();
            }
        }
    }

    private void stopAll() throws IOException {
        boolean interrupted = Thread.interrupted();
        for (Part part : BACKWARDS) {
            PartProcess process;
            synchronized (this) {
                process = running.remove(part);
            }
            if (process != null) {
                interrupted |= stop(process);
            }
        }
        try {
            var unused = beside.awaitTermination(HELPERS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        payments.close();
        RunFile.delete(settings.state());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the server has asked Keycloak for its addresses, it refuses everybody. */
    private void awaitConsole() throws StartFailure, InterruptedException {
        PartProcess process = process(Part.SERVER);
        if (process != null) {
            server.awaitLogIn(process);
        }
    }

    private boolean stop(PartProcess process) throws IOException {
        long begun = System.nanoTime();
        try {
            if (process.part() == Part.DATABASE) {
                database.stop(process);
            } else {
                process.stop(45);
            }
            steps.done(
                    Words.of("step.stopped", Words.of("part." + process.part().label())),
                    Duration.ofNanos(System.nanoTime() - begun));
            return false;
        } catch (InterruptedException e) {
            process.process().destroyForcibly();
            return true;
        }
    }

    private synchronized void add(PartProcess process) throws IOException, InterruptedException {
        if (closing) {
            process.kill();
            return;
        }
        running.put(process.part(), process);
        writeRunFile();
        var unused = process.ended().thenAccept(this::ended);
    }

    private synchronized void ended(PartProcess process) {
        if (closing || running.get(process.part()) != process) {
            return;
        }
        if (ready && process.part().ofASite()) {
            running.remove(process.part());
            again(process);
        } else {
            died.complete(process);
        }
    }

    /** As a site's service supervisor would; who dies again and again is let lie. */
    private void again(PartProcess dead) {
        Part part = dead.part();
        if (restarts.merge(part, 1, Integer::sum) > MOST_RESTARTS) {
            died.complete(dead);
            return;
        }
        var unused = CompletableFuture.runAsync(() -> {
            try {
                start(part);
            } catch (StartFailure | IOException e) {
                died.complete(dead);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void writeRunFile() throws IOException {
        Ports ports = settings.ports();
        Map<String, RunFile.Running> parts = new LinkedHashMap<>();
        parts.put("launcher", RunFile.Running.of(ProcessHandle.current().pid()));
        running.forEach((part, process) -> parts.put(part.label(), RunFile.Running.of(process.pid())));
        new RunFile(
                        ports.base(),
                        ready,
                        ports.all(),
                        StackUrls.of(ports, settings.reach()),
                        settings.checkout().toString(),
                        settings.state().secrets().toString(),
                        settings.state().log().toString(),
                        parts)
                .write(settings.state());
    }

    /** Something to do that may fail as a start may. */
    private interface Work {
        void run() throws StartFailure, IOException, InterruptedException;
    }

    private void step(String key, Work work) throws StartFailure, IOException, InterruptedException {
        String step = Words.of(key);
        long begun = System.nanoTime();
        steps.begun(step);
        work.run();
        steps.done(step, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static void await(Future<?> future) throws StartFailure, IOException, InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof StartFailure failure) {
                throw failure;
            }
            if (cause instanceof IOException failure) {
                throw failure;
            }
            if (cause instanceof InterruptedException failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        }
    }
}
