package org.fairlead.reporting.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.reporting.entity.PlanKept.Change;
import org.fairlead.routing.Presence;
import org.jspecify.annotations.Nullable;

/** How often and how long somebody paused, by what they said about it. */
public record PauseCount(Presence presence, @Nullable String reason, int times, long seconds) {

    private static final Set<Presence> PAUSES = EnumSet.of(
            Presence.BREAK,
            Presence.LUNCH,
            Presence.MEETING,
            Presence.TRAINING,
            Presence.DO_NOT_DISTURB,
            Presence.AWAY);

    private record Key(Presence presence, @Nullable String reason) {}

    /** @param changes in order; what began before {@code from} counts from there */
    public static List<PauseCount> of(List<Change> changes, Instant from, Instant until) {
        Map<Key, PauseCount> counts = new LinkedHashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Instant begin = change.at().isBefore(from) ? from : change.at();
            Instant next = i + 1 < changes.size() ? changes.get(i + 1).at() : until;
            Instant end = next.isBefore(until) ? next : until;
            if (PAUSES.contains(change.presence()) && end.isAfter(begin)) {
                long seconds = Duration.between(begin, end).toSeconds();
                var one = new PauseCount(change.presence(), change.reason(), 1, seconds);
                counts.merge(new Key(change.presence(), change.reason()), one, PauseCount::plus);
            }
        }
        return new ArrayList<>(counts.values());
    }

    private PauseCount plus(PauseCount other) {
        return new PauseCount(presence, reason, times + other.times, seconds + other.seconds);
    }
}
