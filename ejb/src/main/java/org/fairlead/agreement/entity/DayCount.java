package org.fairlead.agreement.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.agreement.AgreementView;
import org.fairlead.agreement.CountedContact;
import org.fairlead.agreement.Counts;
import org.fairlead.agreement.Part;
import org.fairlead.agreement.ServiceLevel;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.ServiceLevelDay.Interval;
import org.fairlead.agreement.ServiceLevelDay.QueueLevel;
import org.jspecify.annotations.Nullable;

/**
 * A programme's day, counted. A contact belongs to the day and the half hour in which its clock began, wherever it was
 * decided.
 */
public record DayCount(Counts counts, List<Interval> intervals) {

    public static DayCount of(Collection<CountedContact> contacts, ZoneId zone, @Nullable AgreementView agreement) {
        TreeMap<Instant, Counts> byInterval = new TreeMap<>();
        for (CountedContact contact : contacts) {
            byInterval.merge(halfHour(contact.clockStartedAt(), zone), countOf(contact), Counts::plus);
        }
        Counts all = byInterval.values().stream().reduce(Counts.NONE, Counts::plus);
        return new DayCount(all, intervals(byInterval, agreement));
    }

    /** The same day, each queue for itself. */
    static Map<UUID, QueueLevel> byQueue(Collection<CountedContact> contacts, @Nullable AgreementView agreement) {
        Map<UUID, Counts> counts = new HashMap<>();
        for (CountedContact contact : contacts) {
            UUID queue = contact.queueId();
            if (queue != null) {
                counts.merge(queue, countOf(contact), Counts::plus);
            }
        }
        Map<UUID, QueueLevel> levels = new HashMap<>();
        counts.forEach((queue, count) -> levels.put(
                queue,
                new QueueLevel(
                        count, agreement == null ? null : agreement.formula().over(count))));
        return Map.copyOf(levels);
    }

    /** The contacts of that day, in the order in which their clocks began. */
    public static List<CountedContact> ofDay(Collection<Journey> journeys, Terms terms, LocalDate date, ZoneId zone) {
        Instant from = date.atStartOfDay(zone).toInstant();
        Instant until = date.plusDays(1).atStartOfDay(zone).toInstant();
        return journeys.stream()
                .flatMap(journey -> terms.judge(journey).stream())
                .filter(contact -> !contact.clockStartedAt().isBefore(from)
                        && contact.clockStartedAt().isBefore(until))
                .sorted((a, b) -> {
                    int byTime = a.clockStartedAt().compareTo(b.clockStartedAt());
                    return byTime != 0 ? byTime : a.contactId().compareTo(b.contactId());
                })
                .toList();
    }

    /** When the half hour began that this moment lies in, by the wall clock of the zone. */
    public static Instant halfHour(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return local.truncatedTo(ChronoUnit.HOURS)
                .plusMinutes(local.getMinute() < 30 ? 0 : 30)
                .toInstant();
    }

    private static Counts countOf(CountedContact contact) {
        Instant decided = contact.decidedAt();
        boolean waiting = decided == null;
        long wait = decided != null && contact.answered()
                ? Duration.between(contact.clockStartedAt(), decided).toMillis()
                : 0;
        return new Counts(
                one(contact, Part.ANSWERED),
                one(contact, Part.ABANDONED),
                waiting ? 1 : 0,
                one(contact, Part.ANSWERED_IN_TIME),
                one(contact, Part.ABANDONED_IN_TIME),
                one(contact, Part.SHORT_ABANDONED),
                wait);
    }

    private static int one(CountedContact contact, Part part) {
        return contact.parts().contains(part) ? 1 : 0;
    }

    /** Without a gap from the first to the last, so that a chart's axis is true. */
    private static List<Interval> intervals(TreeMap<Instant, Counts> byInterval, @Nullable AgreementView agreement) {
        List<Interval> intervals = new ArrayList<>();
        if (byInterval.isEmpty()) {
            return intervals;
        }
        Instant last = byInterval.lastKey();
        for (Instant from = byInterval.firstKey(); !from.isAfter(last); from = from.plus(ServiceLevelDay.INTERVAL)) {
            Counts counts = byInterval.getOrDefault(from, Counts.NONE);
            ServiceLevel level = agreement == null ? null : agreement.formula().over(counts);
            intervals.add(new Interval(from, from.plus(ServiceLevelDay.INTERVAL), counts, level));
        }
        return intervals;
    }
}
