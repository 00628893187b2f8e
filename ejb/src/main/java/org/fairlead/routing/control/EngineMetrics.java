package org.fairlead.routing.control;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.fairlead.contact.ContactClosed;
import org.fairlead.routing.entity.Effects;
import org.fairlead.shared.Metrics;

/** The engine's figures for operators, and its lines in the log. */
@ApplicationScoped
public class EngineMetrics implements EngineFigures {

    private static final double NANOS = 1e9;

    private final Counter closed;
    private final Counter events;
    private final Counter parked;
    private final Counter away;
    private final Histogram stored;
    private final Histogram lag;
    private final Gauge waiting;
    private final Gauge epoch;

    @Inject
    public EngineMetrics(Metrics metrics) {
        var registry = metrics.registry();
        closed = Counter.builder()
                .name("fairlead_contacts_closed_total")
                .help("Contacts closed, by direction and outcome")
                .labelNames("direction", "outcome")
                .register(registry);
        events = Counter.builder()
                .name("fairlead_gateway_events_total")
                .help("Events of gateways stored, duplicates included")
                .register(registry);
        parked = Counter.builder()
                .name("fairlead_parked_total")
                .help("Messages put aside because they cannot be understood or stored")
                .register(registry);
        away = Counter.builder()
                .name("fairlead_store_away_total")
                .help("Times that the database could not be reached by the engine")
                .register(registry);
        stored = Histogram.builder()
                .name("fairlead_engine_decision_to_commit_seconds")
                .help("From the decision about a batch to its commit, of batches that store something")
                .classicUpperBounds(0.001, 0.002, 0.003, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2)
                .register(registry);
        lag = Histogram.builder()
                .name("fairlead_intake_lag_seconds")
                .help("From the gateway's clock when it saw an event to its commit here, the last of each batch")
                .classicUpperBounds(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 5, 60)
                .register(registry);
        waiting = Gauge.builder()
                .name("fairlead_engine_inputs_waiting")
                .help("Inputs that wait for the engine's next turn")
                .register(registry);
        epoch = Gauge.builder()
                .name("fairlead_engine_epoch")
                .help("The engine's fencing token")
                .register(registry);
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway") // a proxy's fields are never read
    EngineMetrics() {
        closed = null;
        events = null;
        parked = null;
        away = null;
        stored = null;
        lag = null;
        waiting = null;
        epoch = null;
    }

    @Override
    public void began(long newEpoch, int contacts, int agents, int commandsSentAgain) {
        epoch.set((double) newEpoch);
        RoutingLog.began(newEpoch, contacts, agents, commandsSentAgain);
    }

    @Override
    public void committed(Effects effects, Instant decided, Instant at) {
        if (effects.stores()) {
            stored.observe(seconds(Duration.between(decided, at)));
        }
        int count = effects.events().size();
        if (count > 0) {
            events.inc(count);
            Instant last = effects.events().get(count - 1).event().head().at();
            lag.observe(Math.max(0, seconds(Duration.between(last, at))));
        }
        for (ContactClosed contact : effects.closed()) {
            closed.labelValues(contact.direction(), contact.outcome().name()).inc();
            RoutingLog.closed(contact);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOS;
    }

    @Override
    public void parked() {
        parked.inc();
    }

    @Override
    public void storeAway(Exception why) {
        away.inc();
        RoutingLog.storeAway(why);
    }

    @Override
    public void poison(Exception why) {
        RoutingLog.poison(why);
    }

    @Override
    public void fenced(Exception why) {
        RoutingLog.fenced(why);
    }

    @Override
    public void waiting(int inputs) {
        waiting.set(inputs);
    }
}
