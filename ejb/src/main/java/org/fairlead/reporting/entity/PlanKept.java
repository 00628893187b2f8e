package org.fairlead.reporting.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fairlead.reporting.Shifts.Kind;
import org.fairlead.routing.Presence;
import org.jspecify.annotations.Nullable;

/** Holds what a person did against what was planned. */
public record PlanKept(Duration planned, Duration kept, boolean off) {

    /** What is planned from then until then. */
    public record Planned(Kind kind, Instant from, Instant until) {}

    /** From {@code at} on, the person is in this presence. */
    public record Change(Instant at, Presence presence, @Nullable String reason) {}

    /** Nothing was planned. */
    public static final PlanKept NOTHING = new PlanKept(Duration.ZERO, Duration.ZERO, false);

    /**
     * @param changes in order; the first may lie before the plan and says how it began
     * @param now what lies ahead does not count yet; whoever does something else now is off
     */
    public static PlanKept of(List<Planned> plan, List<Change> changes, Instant now) {
        Duration planned = Duration.ZERO;
        Duration kept = Duration.ZERO;
        boolean off = false;
        for (Planned span : plan) {
            Instant until = earlier(span.until(), now);
            if (!until.isAfter(span.from())) {
                continue;
            }
            planned = planned.plus(Duration.between(span.from(), until));
            kept = kept.plus(kept(span, changes, until));
            boolean running = now.isBefore(span.until());
            off |= running && !fits(span.kind(), at(changes, now));
        }
        return new PlanKept(planned, kept, off);
    }

    /** Null before anything that was planned has passed. */
    public @Nullable Integer percent() {
        return planned.isZero() ? null : (int) (100 * kept.toSeconds() / Math.max(1, planned.toSeconds()));
    }

    private static Duration kept(Planned span, List<Change> changes, Instant until) {
        Duration kept = Duration.ZERO;
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Instant end = i + 1 < changes.size() ? earlier(changes.get(i + 1).at(), until) : until;
            Instant begin = change.at().isAfter(span.from()) ? change.at() : span.from();
            if (fits(span.kind(), change.presence()) && end.isAfter(begin)) {
                kept = kept.plus(Duration.between(begin, end));
            }
        }
        return kept;
    }

    private static Presence at(List<Change> changes, Instant now) {
        Presence presence = Presence.OFFLINE;
        for (Change each : changes) {
            presence = each.at().isAfter(now) ? presence : each.presence();
        }
        return presence;
    }

    /** A customer is never left because a break begins. */
    static boolean fits(Kind planned, Presence is) {
        boolean withCustomer = is == Presence.RESERVED || is == Presence.ON_CONTACT || is == Presence.WRAP_UP;
        return withCustomer
                || switch (planned) {
                    case WORK -> is == Presence.AVAILABLE;
                    case BREAK -> is == Presence.BREAK;
                    case LUNCH -> is == Presence.LUNCH || is == Presence.BREAK;
                    case MEETING -> is == Presence.MEETING;
                    case TRAINING -> is == Presence.TRAINING;
                };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
