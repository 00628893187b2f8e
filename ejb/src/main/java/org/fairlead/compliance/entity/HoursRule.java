package org.fairlead.compliance.entity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.Verdict.Denial;

/**
 * Hours in which people may be called, by their local time. A number that may be in several zones must be inside the
 * hours of all of them.
 *
 * <p>An instant is asked for its local time, never the other way round: on the night when clocks go back both passes of
 * an hour have the same answer, and an hour that is left out in spring never comes up.
 *
 * @param windows by kind of day; a kind that is missing is closed
 * @param extraZones in which the hours must hold as well, whatever the number says
 */
public record HoursRule(
        String id,
        String citation,
        String jurisdiction,
        Map<Day, List<Window>> windows,
        List<ZoneId> extraZones,
        Holidays holidays)
        implements OutreachRule {

    public static final String KIND = "hours";

    public HoursRule {
        windows = Map.copyOf(windows);
        extraZones = List.copyOf(extraZones);
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
    public Optional<Denial> denial(OutreachFacts facts, Instant at) {
        return zones(facts)
                .map(at::atZone)
                .filter(local ->
                        windowsOf(local.toLocalDate()).stream().noneMatch(w -> w.contains(local.toLocalTime())))
                .findFirst()
                .map(local -> new Denial(id, KIND, citation, detail(local)));
    }

    /** The zones whose clocks this rule reads for a number. */
    Stream<ZoneId> zones(OutreachFacts facts) {
        return Stream.concat(facts.zones().stream(), extraZones.stream()).distinct();
    }

    /** Every local time at which some day's window begins. */
    Set<LocalTime> starts() {
        return windows.values().stream().flatMap(List::stream).map(Window::from).collect(Collectors.toSet());
    }

    private List<Window> windowsOf(LocalDate day) {
        return windows.getOrDefault(kindOf(day), List.of());
    }

    private Day kindOf(LocalDate day) {
        if (!sameOnHolidays() && holidays.isHoliday(jurisdiction, day)) {
            return Day.HOLIDAY;
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return Day.SUN;
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return Day.SAT;
        }
        boolean before = windows.containsKey(Day.PRE_HOLIDAY) && holidays.isHoliday(jurisdiction, day.plusDays(1));
        return before ? Day.PRE_HOLIDAY : Day.MON_FRI;
    }

    /** A rule that does not tell holidays apart has no word on them at all. */
    private boolean sameOnHolidays() {
        return windows.getOrDefault(Day.HOLIDAY, List.of()).equals(SAME);
    }

    /** Stands for "as on that day of the week" in place of a holiday's own windows. */
    public static final List<Window> SAME = List.of(new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));

    private String detail(ZonedDateTime local) {
        String day = local.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ROOT);
        List<Window> open = windowsOf(local.toLocalDate());
        return local.getZone() + " " + day + " " + local.toLocalTime().withNano(0) + ", open "
                + (open.isEmpty()
                        ? "never"
                        : open.stream().map(Window::toString).collect(Collectors.joining(" ")));
    }
}
