package org.fairlead.campaign.entity;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the numbers under which a person may be reached.
 *
 * @param turn its place among them, 0 for the first
 * @param fromHour hour of the day from which it is any use, by its own zone; null for the whole day
 * @param untilHour the first hour in which it is no use any more; smaller than {@code fromHour} over midnight
 * @param zones in which the person may be; the hours are those of the first
 * @param dead no line, or a fax
 */
public record LeadNumber(
        int turn,
        String number,
        Kind kind,
        @Nullable Integer fromHour,
        @Nullable Integer untilHour,
        List<ZoneId> zones,
        boolean dead) {

    /** Nothing is known of it but the number. */
    boolean isPlain() {
        return kind == Kind.OTHER && fromHour == null;
    }

    /** Where a number rings. */
    public enum Kind {
        MOBILE,
        HOME,
        WORK,
        OTHER
    }

    public LeadNumber {
        zones = List.copyOf(zones);
    }

    /**
     * What to dial.
     *
     * @param number null when none is any use now
     * @param later when one will be; null when none ever will
     */
    public record Choice(@Nullable LeadNumber number, @Nullable Instant later) {}

    /**
     * Chooses: of the numbers that live and are in their hours the one whose turn it is, or the next after it, and the
     * first again after the last.
     */
    public static Choice choose(List<LeadNumber> numbers, int turn, Instant now) {
        List<LeadNumber> alive = numbers.stream()
                .filter(one -> !one.dead())
                .sorted(Comparator.<LeadNumber, Boolean>comparing(one -> one.turn() < turn)
                        .thenComparing(LeadNumber::turn))
                .toList();
        for (LeadNumber one : alive) {
            if (one.opens(now).equals(now)) {
                return new Choice(one, null);
            }
        }
        return new Choice(
                null,
                alive.stream()
                        .map(one -> one.opens(now))
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** From when on it is any use: the instant itself, or the next begin of its hours. */
    private Instant opens(Instant now) {
        Integer from = fromHour;
        Integer until = untilHour;
        if (from == null || until == null || zones.isEmpty()) {
            return now;
        }
        ZonedDateTime local = now.atZone(zones.get(0));
        int hour = local.getHour();
        boolean in = from < until ? hour >= from && hour < until : hour >= from || hour < until;
        if (in) {
            return now;
        }
        ZonedDateTime begin = local.toLocalDate().atTime(LocalTime.of(from, 0)).atZone(zones.get(0));
        return (begin.isAfter(local) ? begin : begin.plusDays(1)).toInstant();
    }
}
