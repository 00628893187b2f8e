package org.fairlead.gateway.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.gateway.simulator.Crowd;
import org.fairlead.gateway.simulator.CrowdOrder;
import org.fairlead.gateway.time.Timeline.Timer;

/** The crowds that were sent for, and how many of each have called. */
final class Crowds {

    private static final Log LOG = Log.of(Crowds.class);

    private final Function<String, Floor> floorFor;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    Crowds(Function<String, Floor> floorFor) {
        this.floorFor = floorFor;
    }

    private record Running(int planned, AtomicInteger called, List<Timer> timers) {}

    /** All who will call are set on their way at once. */
    Map<String, Object> begin(CrowdOrder order) {
        String name = "crowd-" + count.incrementAndGet();
        List<Crowd.Arrival> arrivals = Crowd.of(order, name);
        AtomicInteger called = new AtomicInteger();
        List<Timer> timers = new ArrayList<>(arrivals.size());
        for (Crowd.Arrival arrival : arrivals) {
            Floor floor = floorFor.apply(arrival.call().dialled());
            timers.add(floor.timeline().after(arrival.after(), () -> {
                floor.ringNow(arrival.call());
                if (called.incrementAndGet() == arrivals.size()) {
                    LOG.say(LogMessage.CROWD_ENDED, "crowd", name);
                }
            }));
        }
        running.put(name, new Running(arrivals.size(), called, timers));
        LOG.say(LogMessage.CROWD_BEGINS, "crowd", name, "calls", arrivals.size(), "minutes", order.minutes());
        return Map.of("crowd", name, "calls", arrivals.size());
    }

    Map<String, Object> progress() {
        Map<String, Object> answer = new LinkedHashMap<>();
        running.forEach((name, crowd) -> answer.put(
                name,
                Map.of("planned", crowd.planned(), "called", crowd.called().get())));
        return answer;
    }

    Map<String, Object> stop() {
        running.values().forEach(crowd -> crowd.timers().forEach(Timer::cancel));
        return progress();
    }
}
