package org.fairlead.agreement.entity;

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

    /** Of the day's half hours, how many the level is told from. */
    private static final int LAST = 2;

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
                Mode next = rule.next(before.mode(), before.since(), level(day), at);
                states.put(day.programId(), next == before.mode() ? before : new State(next, at));
                if (next == Mode.INBOUND_ONLY) {
                    keeping.add(day.programId());
                }
            }
        }
        return keeping;
    }

    /** A share of 1; not a number when nothing is agreed on, or nobody has called. */
    private static double level(ServiceLevelDay day) {
        AgreementView agreement = day.agreement();
        List<Interval> intervals = day.intervals();
        Counts counts = Counts.NONE;
        for (Interval each : intervals.subList(Math.max(0, intervals.size() - LAST), intervals.size())) {
            counts = counts.plus(each.counts());
        }
        if (agreement == null) {
            return Double.NaN;
        }
        ServiceLevel level = agreement.formula().over(counts);
        return level.applicable() ? (double) level.numerator() / level.denominator() : Double.NaN;
    }
}
