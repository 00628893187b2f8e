package org.fairlead.gateway.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fairlead.gateway.time.Timeline;

/**
 * Brings the legs of agents who are on shift, where legs are kept: as soon as their telephone is registered, and again
 * whenever one was lost. It looks every two seconds, and asks the engine only while somebody's leg is missing.
 */
final class ShiftLegs {

    private static final Duration LOOK = Duration.ofSeconds(2);
    /** So long the centre has, after this process began, to tell whether legs are kept. */
    private static final Duration TOLD = Duration.ofMinutes(1);

    /** A telephone that nobody picks up does not ring all the time. */
    private static final Duration NOBODY_PICKED_UP = Duration.ofSeconds(30);

    private static final String THERE = "online";

    private final Ari ari;
    private final Timeline timeline;
    private final AgentLegs legs;
    private final Supplier<Set<String>> onShift;
    private final Function<String, String> resource;
    private final Map<String, Instant> later = new HashMap<>();
    private boolean looking;
    private boolean begun;

    /**
     * @param onShift who has a line or a telephone now
     * @param resource what an agent's telephone is called at the engine
     */
    ShiftLegs(
            Ari ari,
            Timeline timeline,
            AgentLegs legs,
            Supplier<Set<String>> onShift,
            Function<String, String> resource) {
        this.ari = ari;
        this.timeline = timeline;
        this.legs = legs;
        this.onShift = onShift;
        this.resource = resource;
    }

    void keep(boolean wanted) {
        legs.keep(wanted);
        look();
    }

    private boolean due(String agent) {
        return !timeline.now().isBefore(later.getOrDefault(agent, Instant.MIN));
    }

    /** There is a connection: legs that were found wait for the centre's word. */
    void again() {
        if (!begun) {
            begun = true;
            timeline.after(TOLD, () -> {
                if (!legs.keeps()) {
                    legs.keep(false);
                }
            });
        }
        look();
    }

    /** Somebody came, or legs are to be kept. */
    void look() {
        if (!looking && legs.keeps()) {
            looking = true;
            now();
        }
    }

    private void now() {
        Set<String> wanted = onShift.get();
        if (!legs.keeps() || wanted.isEmpty()) {
            looking = false;
            return;
        }
        Set<String> missing = new HashSet<>(wanted);
        missing.removeIf(legs::has);
        if (!missing.isEmpty()) {
            ari.send(AriRequest.get("endpoints/PJSIP"), answer -> {
                Set<String> there = new HashSet<>();
                for (JsonNode each : answer.body()) {
                    if (each.path("state").asText().equals(THERE)) {
                        there.add(each.path("resource").asText());
                    }
                }
                for (String agent : missing) {
                    if (there.contains(resource.apply(agent)) && !legs.has(agent) && due(agent)) {
                        legs.bring(agent, () -> later.put(agent, timeline.now().plus(NOBODY_PICKED_UP)));
                    }
                }
            });
        }
        timeline.after(LOOK, this::now);
    }
}
