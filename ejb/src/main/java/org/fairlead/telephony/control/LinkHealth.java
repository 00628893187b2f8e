package org.fairlead.telephony.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.telephony.GatewayLinks;
import org.fairlead.telephony.Sites;

/** Remembers when each gateway was last heard. */
@ApplicationScoped
public class LinkHealth implements GatewayLinks {

    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final long UNKNOWN = -1;

    private final Map<String, Heard> heard = new ConcurrentSkipListMap<>();
    private final Map<String, Sites.Report> reports = new ConcurrentHashMap<>();

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
    public void reported(GatewayEvent.SiteReport report) {
        reports.put(
                report.head().gateway(),
                new Sites.Report(
                        clock.instant(),
                        report.engine(),
                        report.engineVersion(),
                        report.gatewayVersion(),
                        report.reachable(),
                        report.trunk(),
                        report.trunkState(),
                        report.waiting(),
                        report.liveCalls()));
    }

    @Override
    public Optional<Sites.Report> report(String gateway) {
        return Optional.ofNullable(reports.get(gateway));
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
