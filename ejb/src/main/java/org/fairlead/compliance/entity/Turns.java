package org.fairlead.compliance.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairlead.compliance.OutreachFacts;

/**
 * The instants at which a "no" can turn into a "yes": a window opens in some zone, a day begins, clocks change, an attempt
 * leaves a cap's window. Between two of them nothing that was denied becomes allowed, so they are all that must be looked
 * at to find the next allowed instant.
 */
final class Turns {

    private static final Duration DAY = Duration.ofDays(1);

    /** The longest cap, and the longest stretch of holidays after it. */
    private static final int HORIZON_DAYS = 45;

    private final OutreachFacts facts;
    private final Set<ZoneId> zones = new HashSet<>();
    private final Set<LocalTime> starts = new HashSet<>(Set.of(LocalTime.MIDNIGHT));
    private final TreeSet<Instant> ends = new TreeSet<>();

    private Turns(OutreachFacts facts, List<OutreachRule> rules) {
        this.facts = facts;
        zones.addAll(facts.zones());
        rules.forEach(this::learn);
    }

    /** In order of time, made as they are asked for. */
    static Stream<Instant> after(Instant at, OutreachFacts facts, List<OutreachRule> rules) {
        Turns turns = new Turns(facts, rules);
        return IntStream.range(0, HORIZON_DAYS)
                .mapToObj(day -> at.plus(DAY.multipliedBy(day)))
                .flatMap(from -> turns.between(from, from.plus(DAY)).stream());
    }

    private void learn(OutreachRule rule) {
        if (rule instanceof HoursRule hours) {
            starts.addAll(hours.starts());
            hours.zones(facts).forEach(zones::add);
        } else if (rule instanceof CapRule cap) {
            cap.ends(facts).forEach(ends::add);
        }
    }

    /** After {@code from}, up to and with {@code to}. */
    private Set<Instant> between(Instant from, Instant to) {
        TreeSet<Instant> turns = new TreeSet<>(ends.subSet(from, false, to, true));
        for (ZoneId zone : zones) {
            Set<LocalDate> days = Stream.of(from, to)
                    .map(instant -> instant.atZone(zone).toLocalDate())
                    .flatMap(day -> Stream.of(day, day.minusDays(1)))
                    .collect(Collectors.toSet());
            days.forEach(day -> starts.forEach(time -> turns.addAll(instants(day, time, zone.getRules()))));
            ZoneOffsetTransition change = zone.getRules().nextTransition(from);
            if (change != null) {
                turns.add(change.getInstant());
            }
        }
        return new TreeSet<>(turns.subSet(from, false, to, true));
    }

    /** None for a time that clocks leave out, two for one that they pass twice. */
    private static Set<Instant> instants(LocalDate day, LocalTime time, ZoneRules rules) {
        Set<Instant> instants = new HashSet<>();
        for (ZoneOffset offset : rules.getValidOffsets(day.atTime(time))) {
            instants.add(day.atTime(time).toInstant(offset));
        }
        return instants;
    }
}
