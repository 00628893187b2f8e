package org.fairlead.web.live;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.fairlead.reporting.FloorWatch;
import org.fairlead.routing.EngineView;
import org.jspecify.annotations.Nullable;

/**
 * How many customers wait for each agent, pushed to the desks when it changes. Counted in memory every two seconds, and
 * for all agents at once, so that a change of a queue does not push two hundred desks.
 */
@ApplicationScoped
public class DeskAside {

    private static final Logger LOG = System.getLogger(DeskAside.class.getName());
    private static final long SECONDS = 2;

    @Inject
    private EngineView engine;

    @Inject
    private FloorWatch floor;

    @Resource
    private ManagedScheduledExecutorService clock;

    private final Map<String, Integer> said = new ConcurrentHashMap<>();
    private @Nullable Future<?> ticking;
    private int halts;

    /**
     * @param push takes a log-in and its number
     * @param halted told when a campaign came to a halt or goes on
     */
    void start(BiConsumer<String, Integer> push, Runnable halted) {
        ticking = clock.scheduleWithFixedDelay(
                () -> {
                    count(push);
                    look(halted);
                },
                SECONDS,
                SECONDS,
                TimeUnit.SECONDS);
    }

    private void look(Runnable halted) {
        try {
            int now = floor.haltsMark();
            if (now != halts) {
                halts = now;
                halted.run();
            }
        } catch (RuntimeException e) {
            // the next look is two seconds away
            LOG.log(Level.WARNING, "halted campaigns could not be looked for", e);
        }
    }

    /** A desk that has just come knows nothing yet. */
    void joined(String login) {
        said.remove(login);
    }

    private void count(BiConsumer<String, Integer> push) {
        try {
            engine.waitingFor().forEach((login, waiting) -> {
                if (!waiting.equals(said.put(login, waiting))) {
                    push.accept(login, waiting);
                }
            });
        } catch (RuntimeException e) {
            // the next count is two seconds away; a schedule that throws would never count again
            LOG.log(Level.WARNING, "own queues could not be counted", e);
        }
    }

    @PreDestroy
    void stop() {
        Future<?> running = ticking;
        if (running != null) {
            running.cancel(true);
        }
    }
}
