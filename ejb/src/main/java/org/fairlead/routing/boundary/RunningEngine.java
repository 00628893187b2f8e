package org.fairlead.routing.boundary;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.fairlead.routing.control.EngineLoop;
import org.fairlead.telephony.GatewayLinks;

/**
 * One life of the engine: the loop, the intake of the gateways' events and the sender of commands, each on a thread of
 * its own, the intake on one for each gateway.
 */
final class RunningEngine {

    private static final long STOP_MILLIS = 5_000;

    private final EngineLoop loop;
    private final CommandSender sender;
    private final EventIntakes intakes;
    private final ManagedThreadFactory threads;
    private final List<Thread> running = new CopyOnWriteArrayList<>();

    /** @param again hears of gateways that may have begun anew */
    RunningEngine(
            EngineLoop loop,
            CommandSender sender,
            GatewayLinks links,
            BiConsumer<String, EngineLoop> again,
            ManagedThreadFactory threads) {
        this.loop = loop;
        this.sender = sender;
        this.threads = threads;
        this.intakes = new EventIntakes(loop, links, gateway -> again.accept(gateway, loop), this::run);
    }

    void begin() {
        run("fairlead-commands", sender);
        run("fairlead-engine", loop);
        run("fairlead-events", intakes);
    }

    private void run(String name, Runnable work) {
        Thread thread = threads.newThread(work);
        thread.setName(name);
        thread.start();
        running.add(thread);
    }

    /** It has ended by itself: another owner writes now. */
    boolean ended() {
        return loop.ended();
    }

    void end() {
        List.<Runnable>of(intakes::stop, loop::stop, sender::stop).forEach(Runnable::run);
        try {
            for (Thread thread : running) {
                TimeUnit.MILLISECONDS.timedJoin(thread, STOP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.forEach(Thread::interrupt);
    }
}
