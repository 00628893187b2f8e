package org.fairlead.itests.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fairlead.itests.RunningStack;
import org.fairlead.itests.Words;
import org.fairlead.itests.figure.Figures;
import org.fairlead.itests.floor.DialledFloor;
import org.fairlead.itests.floor.TakeOver;
import org.fairlead.itests.stack.OwnStack;
import org.fairlead.itests.stack.TwoNodes;
import org.fairlead.itests.voice.MediaBench;
import org.fairlead.itests.voice.QueueBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./fairlead bench [NAME]}: lists the benchmarks or runs one. */
@Command(name = "bench", resourceBundle = Words.BUNDLE)
public final class BenchCommand implements Callable<Integer> {

    private static final int EXIT_CANNOT = 2;
    private static final int OWN_BASE = 28_080;
    private static final int MOST_AGENTS_OF_NODES = 30;

    @Mixin
    private RunningStack running = new RunningStack();

    @Parameters(arity = "0..1", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--kills", defaultValue = "0", paramLabel = "N")
    private int kills;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N")
    private long seed;

    @Option(names = "--agents", defaultValue = "50", paramLabel = "N")
    private int agents;

    @Option(names = "--minutes", defaultValue = "20", paramLabel = "N")
    private double minutes;

    @Option(names = "--quick")
    private boolean quick;

    @Option(names = "--page", paramLabel = "FILE")
    private @Nullable Path page;

    @Option(names = "--json", paramLabel = "FILE")
    private @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        if (name == null) {
            running.say("bench.list.head");
            running.say("bench.list.events");
            running.say("bench.list.memory");
            running.say("bench.list.pacing");
            running.say("bench.list.campaign");
            running.say("bench.list.routing");
            running.say("bench.list.routing-day");
            running.say("bench.list.routing-nodes");
            running.say("bench.list.outreach");
            running.say("bench.list.collections");
            running.say("bench.list.collections-year");
            running.say("bench.list.queue");
            running.say("bench.list.media");
            return 0;
        }
        Figures figures = new Figures(running.out(), name, seed);
        switch (name) {
            case "events" -> new EventsBench(running, figures).run(kills);
            case "memory" -> new MemoryBench(running, figures).run();
            case "pacing" -> new PacingBench(running, figures, quick).run();
            case "routing" -> routing(figures);
            case "routing-day" -> new RoutingDayBench(running, figures, seed).run(page);
            case "routing-nodes" -> nodes(figures);
            case "outreach" -> new OutreachBench(figures, seed, quick).run();
            case "collections" -> new CollectionsBench(figures, quick).run();
            case "collections-year" -> new CollectionsYearBench(figures, seed).run();
            case "queue" -> new QueueBench(running, figures).run(checkout(), OWN_BASE);
            case "media" -> new MediaBench(running, figures).run(checkout(), OWN_BASE);
            case "campaign" -> campaign(figures);
            default -> {
                running.say("bench.unknown", name);
                return EXIT_CANNOT;
            }
        }
        if (json != null) {
            figures.write(json);
        }
        return figures.exitStatus();
    }

    private static Path checkout() {
        return Path.of(System.getProperty("fairlead.checkout", ".")).toAbsolutePath();
    }

    /** With a kill, at a stack of its own; without, at the one that runs. */
    private void campaign(Figures figures) throws Exception {
        if (kills == 0) {
            new DialledFloor(running, figures, seed).run(agents, minutes);
            return;
        }
        running.say("bench.events.own-stack", Integer.toString(OWN_BASE));
        try (OwnStack own = OwnStack.start(checkout(), OWN_BASE)) {
            new DialledFloor(running, own, figures, seed).run(agents, minutes);
        }
    }

    /** Two nodes of their own, whose owner is killed. */
    private void nodes(Figures figures) throws Exception {
        running.say("bench.events.own-stack", Integer.toString(OWN_BASE));
        try (TwoNodes nodes = TwoNodes.start(Path.of(System.getProperty("fairlead.checkout", ".")), OWN_BASE)) {
            new TakeOver(running, nodes, figures, seed).run(Math.min(agents, MOST_AGENTS_OF_NODES));
        }
    }

    /** Decisions, and what it takes to store them, need no stack; what an agent waits from end to end does. */
    private void routing(Figures figures) throws Exception {
        new RoutingBench(running, figures, seed).run();
        running.say("bench.routing.durable");
        new DurableRouting(figures).run();
        if (!running.there()) {
            running.say("bench.routing.no-stack");
            return;
        }
        new IdleToReserved(running.stack(), figures).run();
    }
}
