package org.fairlead.compliance.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every rule says of itself.
 *
 * @param id as in the rule pack, or {@code CAMPAIGN-...}
 * @param version counts from 1; 0 for what is always asked
 * @param jurisdiction whose rule it is, empty for the house's own
 * @param citation the law or code it rests on; empty for the house's own
 * @param basis how firm that is: law, regulator's policy, industry code, house
 * @param from the first day on which it is in force, null for ever since
 * @param until the first day on which it is not any more, null for ever
 */
public record RuleHead(
        String id,
        int version,
        String jurisdiction,
        String kind,
        String citation,
        String basis,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** The house's own, always in force. */
    public static RuleHead own(String id, String kind) {
        return new RuleHead(id, 0, "", kind, "", "", null, null);
    }

    /** As verdicts keep it. */
    public String reference() {
        return version == 0 ? id : id + "@" + version;
    }

    /** In force where the person may be: on the day of any zone that cannot be ruled out. */
    boolean inForce(List<ZoneId> zones, Instant at) {
        LocalDate begin = from;
        LocalDate end = until;
        if (begin == null && end == null) {
            return true;
        }
        return known(zones).stream()
                .map(zone -> at.atZone(zone).toLocalDate())
                .anyMatch(day -> (begin == null || !day.isBefore(begin)) && (end == null || day.isBefore(end)));
    }

    /** When the last of these zones has left its last day behind; null for never. */
    @Nullable
    Instant over(List<ZoneId> zones) {
        LocalDate end = until;
        return end == null
                ? null
                : known(zones).stream()
                        .map(zone -> end.atStartOfDay(zone).toInstant())
                        .max(Instant::compareTo)
                        .orElseThrow();
    }

    private static List<ZoneId> known(List<ZoneId> zones) {
        return zones.isEmpty() ? List.of(ZoneOffset.UTC) : zones;
    }
}
