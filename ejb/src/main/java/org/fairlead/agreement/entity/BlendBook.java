package org.fairlead.agreement.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.agreement.AgreementView;
import org.fairlead.agreement.Counts;
import org.fairlead.agreement.ServiceLevel;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.ServiceLevelDay.Interval;
import org.fairlead.agreement.entity.Blending.Mode;

/** Which programmes keep their agents for calls, from look to look. Not thread-safe. */
public final class BlendBook {

    /** The level is told from the half hours that are not over for longer. */
    private static final Duration LATELY = Duration.ofHours(1);

    private final Map<UUID, State> states = new HashMap<>();

    private record State(Mode mode, long since) {}

    /**
     * @param rules by programme; who is not in it never keeps anybody
     * @return programmes whose agents dial for nobody now
     */
    public Set<UUID> look(List<ServiceLevelDay> days, Map<UUID, Blending> rules, Instant now) {
        long at = now.toEpochMilli();
        Set<UUID> keeping = new HashSet<>();
        states.keySet().retainAll(rules.keySet());
        for (ServiceLevelDay day : days) {
            Blending rule = rules.get(day.programId());
            if (rule != null) {
                State before = states.getOrDefault(day.programId(), new State(Mode.BOTH, 0));
                Mode next = rule.next(before.mode(), before.since(), level(day, now), at);
                states.put(day.programId(), next == before.mode() ? before : new State(next, at));
                if (next == Mode.INBOUND_ONLY) {
                    keeping.add(day.programId());
                }
            }
        }
        return keeping;
    }

    /** A share of 1; not a number when nothing is agreed on, or nobody has called. */
    private static double level(ServiceLevelDay day, Instant now) {
        AgreementView agreement = day.agreement();
        Counts counts = Counts.NONE;
        for (Interval each : day.intervals()) {
            if (each.until().isAfter(now.minus(LATELY))) {
                counts = counts.plus(each.counts());
            }
        }
        if (agreement == null) {
            return Double.NaN;
        }
        ServiceLevel level = agreement.formula().over(counts);
        return level.applicable() ? (double) level.numerator() / level.denominator() : Double.NaN;
    }
}
