package org.fairlead.itests.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.fairlead.launcher.Stack.Settings;
import org.fairlead.launcher.Steps;
import org.fairlead.launcher.parts.ClusterNode;
import org.fairlead.launcher.parts.GatewayPart;
import org.fairlead.launcher.parts.Part;
import org.fairlead.launcher.parts.PartProcess;
import org.fairlead.launcher.parts.ServerPart;
import org.fairlead.launcher.postgres.Folders;
import org.fairlead.launcher.state.Memory;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.StateFolder;
import org.jspecify.annotations.Nullable;

/**
 * Two servers beside one database, one sign-in and one gateway process, on ports and in a folder of their own: the first
 * runs the engine, the second stands by.
 */
public final class TwoNodes implements AutoCloseable {

    /** From the stack's first port to those on which the nodes talk. */
    private static final int FIRST_TALKS = 50;

    private static final int SECOND_TALKS = 52;
    private static final int SECOND = 1;
    private static final int STOP_SECONDS = 30;

    private final org.fairlead.launcher.Stack launched;
    private final Path state;
    private final int base;
    private final Node first = new Node();
    private final Node second = new Node();
    private final Node gateway = new Node();

    /** A process that is there or not. */
    private static final class Node {
        private @Nullable PartProcess process;

        PartProcess process() {
            return Objects.requireNonNull(process, "not started");
        }

        void is(PartProcess started) {
            process = started;
        }

        long megabytes() {
            return Memory.residentMegabytes(process().process().toHandle(), true);
        }

        void stop() throws InterruptedException {
            PartProcess here = process;
            if (here != null && here.alive()) {
                here.stop(STOP_SECONDS);
            }
        }
    }

    private TwoNodes(org.fairlead.launcher.Stack launched, Path state, int base) {
        this.launched = launched;
        this.state = state;
        this.base = base;
    }

    /** Starts everything from what the checkout has built; the first node has the engine. */
    public static TwoNodes start(Path checkout, int base) throws IOException, StartFailure, InterruptedException {
        Path state = Files.createTempDirectory("fairlead-nodes");
        Settings usual = Settings.ofCheckout(checkout, state, new Ports(base));
        Settings settings = new Settings(
                usual.state(),
                usual.ports(),
                usual.reach(),
                usual.build(),
                usual.checkout(),
                EnumSet.of(Part.DATABASE, Part.SIGN_IN),
                usual.deployment(),
                usual.clock());
        var launched = new org.fairlead.launcher.Stack(settings, Steps.SILENT);
        TwoNodes nodes = new TwoNodes(launched, state, base);
        try {
            launched.start();
            new RealmAdmin(nodes.stack()).comesBackTo(List.of(nodes.console(), nodes.standby()));
            nodes.start(usual);
            return nodes;
        } catch (IOException | StartFailure | InterruptedException | RuntimeException e) {
            nodes.close();
            throw e;
        }
    }

    private void start(Settings settings) throws IOException, StartFailure, InterruptedException {
        Ports ports = settings.ports();
        Ports other = new Ports(base + SECOND);
        List<Integer> talks = List.of(base + FIRST_TALKS, base + SECOND_TALKS);
        Path broker = state.resolve("broker");
        start(settings, settings.state(), new ClusterNode("first", ports, false, talks.get(0), talks, broker), first);
        StateFolder beside =
                new StateFolder(state.resolve("second"), settings.state().dist());
        beside.create();
        start(settings, beside, new ClusterNode("second", other, true, talks.get(1), talks, broker), second);
        new GatewayPart(settings.state(), ports, launched.secrets(), settings.build(), null, List.of(other.broker()))
                .start(gateway::is);
    }

    private void start(Settings settings, StateFolder folder, ClusterNode as, Node node)
            throws IOException, StartFailure, InterruptedException {
        ServerPart server = new ServerPart(
                folder,
                settings.ports(),
                settings.reach(),
                launched.secrets(),
                settings.build(),
                settings.deployment(),
                null,
                as);
        server.make();
        server.start(node::is);
        server.awaitLogIn(node.process());
    }

    public Stack stack() {
        return new Stack(state, base);
    }

    /** Where people work as long as the first node lives. */
    public URI console() {
        return URI.create("http://127.0.0.1:" + base);
    }

    /** Where they work afterwards. */
    public URI standby() {
        return URI.create("http://127.0.0.1:" + (base + SECOND));
    }

    /** What the nodes and the gateway keep resident, in this order. */
    public List<Long> megabytes() {
        return List.of(first.megabytes(), second.megabytes(), gateway.megabytes());
    }

    /** The first node dies, as by kill -9. */
    public void killFirst() throws InterruptedException {
        first.process().kill();
    }

    /** Ends everything and removes its state. */
    @Override
    public void close() throws IOException {
        try {
            gateway.stop();
            first.stop();
            second.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            launched.close();
            Folders.delete(state);
        }
    }
}
