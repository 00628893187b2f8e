package org.fairlead.compliance.entity;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.shared.Holidays;
import org.fairlead.shared.Holidays.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Hours in which people may be called, by their local time. A number that may be in several zones must be inside the
 * hours of all of them.
 *
 * <p>An instant is asked for its local time, never the other way round: on the night when clocks go back both passes of
 * an hour have the same answer, and an hour that is left out in spring never comes up.
 *
 * @param windows by kind of day; a kind that is missing is closed
 * @param extraZones in which the hours must hold as well, whatever the number says
 * @param place only for calls to such telephones; null for all
 */
public record HoursRule(
        RuleHead head,
        Map<Day, List<Window>> windows,
        List<ZoneId> extraZones,
        Set<Channel> channels,
        @Nullable Place place,
        Holidays holidays)
        implements OutreachRule {

    public static final String KIND = "hours";

    /** No law closes for longer. */
    private static final Duration HORIZON = Duration.ofDays(60);

    public HoursRule {
        windows = Map.copyOf(windows);
        extraZones = List.copyOf(extraZones);
        channels = Set.copyOf(channels);
    }

    /** Kinds of days that the hours of laws tell apart. */
    public enum Day {
        MON_FRI,
        SAT,
        SUN,
        HOLIDAY,
        /** A working day before a holiday. */
        PRE_HOLIDAY
    }

    /** From, inclusive, until, exclusive. */
    public record Window(LocalTime from, LocalTime until) {
        boolean contains(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }

        @Override
        public String toString() {
            return from + "-" + until;
        }
    }

    @Override
    public boolean concerns(OutreachFacts facts) {
        return channels.contains(facts.target().channel())
                && (place == null || facts.target().place() == place);
    }

    @Override
    public @Nullable Instant earliest(OutreachFacts facts, Instant at) {
        List<ZoneId> zones = zones(facts).toList();
        Instant horizon = at.plus(HORIZON);
        Instant now = at;
        while (now.isBefore(horizon)) {
            Instant latest = now;
            for (ZoneId zone : zones) {
                Instant open = opens(facts, zone, now, horizon);
                if (open == null) {
                    return null;
                }
                latest = open.isAfter(latest) ? open : latest;
            }
            if (latest.equals(now)) {
                return now;
            }
            now = latest;
        }
        return null;
    }

    @Override
    public Reason reason(OutreachFacts facts, Instant at) {
        ZonedDateTime local = zones(facts)
                .map(at::atZone)
                .filter(time -> windowsOf(facts, time.toLocalDate()).stream()
                        .noneMatch(window -> window.contains(time.toLocalTime())))
                .findFirst()
                .orElseThrow();
        String open = windowsOf(facts, local.toLocalDate()).stream()
                .map(Window::toString)
                .collect(Collectors.joining(" "));
        return Reason.of(
                open.isEmpty() ? "hours.closed" : "hours",
                local.getZone(),
                local.toLocalDateTime().withNano(0),
                open,
                kindOf(facts, local.toLocalDate()));
    }

    /** The zones whose clocks this rule reads for a number. */
    private Stream<ZoneId> zones(OutreachFacts facts) {
        return Stream.concat(facts.where().zones().stream(), extraZones.stream())
                .distinct();
    }

    /** Stretches of one offset, in each of which local time runs as instants do. */
    private @Nullable Instant opens(OutreachFacts facts, ZoneId zone, Instant at, Instant horizon) {
        Instant from = at;
        while (from.isBefore(horizon)) {
            ZoneOffset offset = zone.getRules().getOffset(from);
            ZoneOffsetTransition change = zone.getRules().nextTransition(from);
            Instant end = change == null || change.getInstant().isAfter(horizon) ? horizon : change.getInstant();
            Instant open =
                    opens(facts, LocalDateTime.ofInstant(from, offset), LocalDateTime.ofInstant(end, offset), offset);
            if (open != null) {
                return open;
            }
            from = end;
        }
        return null;
    }

    private @Nullable Instant opens(OutreachFacts facts, LocalDateTime from, LocalDateTime end, ZoneOffset offset) {
        for (LocalDate day = from.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            for (Window window : windowsOf(facts, day)) {
                LocalDateTime opens = day.atTime(window.from());
                LocalDateTime first = opens.isAfter(from) ? opens : from;
                if (first.isBefore(day.atTime(window.until())) && first.isBefore(end)) {
                    return first.toInstant(offset);
                }
            }
        }
        return null;
    }

    /** In order; the free half of a half-day holiday keeps the hours of a holiday. */
    private List<Window> windowsOf(OutreachFacts facts, LocalDate day) {
        List<Window> plain = windows.getOrDefault(kindOf(facts, day), List.of());
        if (sameOnHolidays() || kind(facts, day) != Kind.AFTERNOON) {
            return plain;
        }
        List<Window> halves = new ArrayList<>();
        plain.forEach(window -> cut(halves, window, LocalTime.MIN, Holidays.HALF));
        windows.getOrDefault(Day.HOLIDAY, List.of())
                .forEach(window -> cut(halves, window, Holidays.HALF, LocalTime.MAX));
        return halves;
    }

    private static void cut(List<Window> kept, Window window, LocalTime from, LocalTime until) {
        LocalTime begin = window.from().isBefore(from) ? from : window.from();
        LocalTime end = window.until().isAfter(until) ? until : window.until();
        if (begin.isBefore(end)) {
            kept.add(new Window(begin, end));
        }
    }

    private Day kindOf(OutreachFacts facts, LocalDate day) {
        if (!sameOnHolidays() && kind(facts, day) == Kind.WHOLE) {
            return Day.HOLIDAY;
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return Day.SUN;
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return Day.SAT;
        }
        boolean before = windows.containsKey(Day.PRE_HOLIDAY) && kind(facts, day.plusDays(1)) == Kind.WHOLE;
        return before ? Day.PRE_HOLIDAY : Day.MON_FRI;
    }

    /** As the rule's jurisdiction keeps the day, or any part of it where the person may be. */
    private Kind kind(OutreachFacts facts, LocalDate day) {
        String own = head.jurisdiction();
        Kind kind = holidays.kind(own, day);
        for (String jurisdiction : facts.where().jurisdictions()) {
            if (jurisdiction.startsWith(own + "-")) {
                Kind part = holidays.kind(jurisdiction, day);
                kind = Objects.compare(part, kind, Comparator.naturalOrder()) > 0 ? part : kind;
            }
        }
        return kind;
    }

    /** A rule that does not tell holidays apart has no word on them at all. */
    private boolean sameOnHolidays() {
        return windows.getOrDefault(Day.HOLIDAY, List.of()).equals(SAME);
    }

    /** Stands for "as on that day of the week" in place of a holiday's own windows. */
    public static final List<Window> SAME = List.of(new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
}
