package org.fairlead.reporting.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.reporting.AgentSecondLedger.Line;
import org.fairlead.routing.Presence;
import org.fairlead.shared.ClientId;

/**
 * Splits an agent's time into whole seconds by client and presence. Every boundary is cut to its second once and used
 * for both its sides, so that the parts add up to the whole: no second is lost, none is counted twice.
 */
public final class SecondCount {

    private SecondCount() {}

    /** From {@code at} on, the agent is in this presence and works for this client. */
    public record Change(Instant at, ClientId client, Presence presence) {}

    private record Key(ClientId client, Presence presence) {}

    /**
     * @param changes of one agent, in order; those before {@code from} say in which state the period began
     * @param from beginning of the period
     * @param until end of the period, in which the last state still lasts
     */
    public static List<Line> lines(List<Change> changes, Instant from, Instant until) {
        Map<Key, Long> seconds = new TreeMap<>(Comparator.comparing(Key::client).thenComparing(Key::presence));
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            if (change.presence() == Presence.OFFLINE) {
                continue;
            }
            Instant end = i + 1 < changes.size() ? changes.get(i + 1).at() : until;
            long length = within(end, from, until) - within(change.at(), from, until);
            if (length > 0) {
                seconds.merge(new Key(change.client(), change.presence()), length, Long::sum);
            }
        }
        List<Line> lines = new ArrayList<>();
        seconds.forEach((key, length) -> lines.add(new Line(key.client(), key.presence(), length)));
        return lines;
    }

    private static long within(Instant at, Instant from, Instant until) {
        return Math.max(from.getEpochSecond(), Math.min(until.getEpochSecond(), at.getEpochSecond()));
    }
}
