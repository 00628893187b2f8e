package org.fairlead.campaign.entity;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.shared.FairTurns;
import org.jspecify.annotations.Nullable;

/**
 * The order in which due leads are dialled: by rank; within a rank each time zone in its turn, so that no part of a
 * country waits until another is worked through, and where turns are equal the zone whose day is farthest gone; within a
 * zone the likelier to answer first, then who was never tried, then who waits longest.
 */
public final class LeadOrder {

    private LeadOrder() {}

    /**
     * A lead that is due.
     *
     * @param zone by whose day it is called
     * @param nextAt since when it is due; null when it was never tried
     * @param odds how likely it is to answer now, against the campaign's usual lead; 1 when nothing is known
     */
    public record Waiting(UUID leadId, int rank, String zone, @Nullable Instant nextAt, double odds) {}

    private static final Comparator<Waiting> WITHIN_A_ZONE = Comparator.comparingDouble((Waiting w) -> -w.odds())
            .thenComparing(Waiting::nextAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(w -> w.leadId().toString());

    /** @param turns of the zones so far; not changed */
    public static List<Waiting> of(List<Waiting> due, FairTurns<String> turns, Instant now) {
        FairTurns<String> then = turns.copy();
        Map<Integer, Map<String, ArrayDeque<Waiting>>> byRank = new TreeMap<>();
        due.stream().sorted(WITHIN_A_ZONE).forEach(lead -> byRank.computeIfAbsent(
                        lead.rank(), rank -> new LinkedHashMap<>())
                .computeIfAbsent(lead.zone(), zone -> new ArrayDeque<>())
                .add(lead));
        List<Waiting> order = new ArrayList<>(due.size());
        for (Map<String, ArrayDeque<Waiting>> zones : byRank.values()) {
            List<String> open = new ArrayList<>(zones.keySet());
            open.sort(Comparator.comparing((String zone) -> local(zone, now))
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()));
            while (!open.isEmpty()) {
                String zone = then.next(open, one -> 1).orElseThrow();
                then.took(zone, open, 1);
                ArrayDeque<Waiting> leads = zones.getOrDefault(zone, new ArrayDeque<>());
                order.add(leads.remove());
                if (leads.isEmpty()) {
                    open.remove(zone);
                }
            }
        }
        return order;
    }

    private static LocalTime local(String zone, Instant now) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(zone)
                ? now.atZone(ZoneId.of(zone)).toLocalTime()
                : LocalTime.MIN;
    }
}
