package org.fairlead.telephony.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.fairlead.telephony.GatewayLinks;

/** Remembers when each gateway was last heard. */
@ApplicationScoped
public class LinkHealth implements GatewayLinks {

    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final long UNKNOWN = -1;

    private final Map<String, Heard> heard = new ConcurrentSkipListMap<>();

    @Inject
    private Clock clock;

    private record Heard(Instant at, long roundTripMillis) {}

    @Override
    public void heard(String gateway, long roundTripMillis) {
        Instant now = clock.instant();
        heard.merge(
                gateway,
                new Heard(now, roundTripMillis),
                (before, latest) -> roundTripMillis == UNKNOWN ? new Heard(now, before.roundTripMillis()) : latest);
    }

    @Override
    public List<GatewayLink> links() {
        Instant now = clock.instant();
        return heard.entrySet().stream()
                .map(entry -> new GatewayLink(
                        entry.getKey(),
                        entry.getValue().at(),
                        entry.getValue().roundTripMillis(),
                        entry.getValue().at().plus(SILENCE).isAfter(now)))
                .toList();
    }
}
