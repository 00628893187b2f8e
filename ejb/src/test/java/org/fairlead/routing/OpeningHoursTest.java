package org.fairlead.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fairlead.routing.OpeningHours.State;
import org.fairlead.routing.OpeningHours.Window;
import org.fairlead.shared.Holidays;
import org.fairlead.shared.PublicHolidays;
import org.junit.jupiter.api.Test;

/** When a queue takes callers. */
class OpeningHoursTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final PublicHolidays HOLIDAYS = new PublicHolidays();

    @Test
    void opensAndClosesByItsOwnClock() {
        OpeningHours hours = weekdays("");

        assertThat(hours.at(rome("2026-11-23T08:59:59"), HOLIDAYS)).isEqualTo(State.CLOSED);
        assertThat(hours.at(rome("2026-11-23T09:00:00"), HOLIDAYS)).isEqualTo(State.OPEN);
        assertThat(hours.at(rome("2026-11-23T18:00:00"), HOLIDAYS)).isEqualTo(State.CLOSED);
        assertThat(hours.until(rome("2026-11-23T12:00:00"), HOLIDAYS)).isEqualTo(rome("2026-11-23T18:00:00"));
        assertThat(hours.until(rome("2026-11-27T18:00:00"), HOLIDAYS)).isEqualTo(rome("2026-11-30T09:00:00"));
    }

    @Test
    void staysClosedOnAHolidayOfItsCountryAlone() {
        Instant immacolata = rome("2026-12-08T10:00:00");

        assertThat(weekdays("IT").at(immacolata, HOLIDAYS)).isEqualTo(State.HOLIDAY);
        assertThat(weekdays("").at(immacolata, HOLIDAYS)).isEqualTo(State.OPEN);
        assertThat(weekdays("IT").until(immacolata, HOLIDAYS)).isEqualTo(rome("2026-12-09T00:00:00"));
    }

    @Test
    void closesAtNoonBeforeTheRepublicsDayInTurkey() {
        ZoneId istanbul = ZoneId.of("Europe/Istanbul");
        var hours = new OpeningHours(
                "Europe/Istanbul",
                "TR",
                List.of(new Window(DayOfWeek.WEDNESDAY, LocalTime.of(9, 0), LocalTime.MIDNIGHT)));
        Instant morning =
                Instant.from(java.time.LocalDateTime.parse("2026-10-28T12:00").atZone(istanbul));
        Instant afternoon = morning.plusSeconds(3600);

        assertThat(hours.at(morning, HOLIDAYS)).isEqualTo(State.OPEN);
        assertThat(hours.at(afternoon, HOLIDAYS)).isEqualTo(State.HOLIDAY);
        assertThat(hours.until(morning, HOLIDAYS)).isEqualTo(afternoon);
    }

    /** Also over the changes of the clocks. */
    @Property(tries = 300)
    void nothingChangesBeforeItSaysSo(@ForAll @IntRange(min = 0, max = 525_600) int minute) {
        OpeningHours hours = weekdays("IT");
        Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute);
        Instant until = hours.until(now, HOLIDAYS);

        assertThat(until).isAfter(now);
        for (Instant at = now; at.isBefore(until); at = at.plusSeconds(1800)) {
            assertThat(hours.at(at, HOLIDAYS)).isEqualTo(hours.at(now, HOLIDAYS));
        }
        assertThat(hours.at(until, HOLIDAYS)).isNotEqualTo(hours.at(now, HOLIDAYS));
    }

    @Test
    void cannotBeKeptWithoutAZoneOrWithAWindowThatEndsBeforeItBegins() {
        var backwards = new Window(DayOfWeek.MONDAY, LocalTime.of(18, 0), LocalTime.of(9, 0));

        assertThat(new OpeningHours("Rome", "", weekdays("").week()).sound()).isFalse();
        assertThat(new OpeningHours("Europe/Rome", "", List.of(backwards)).sound())
                .isFalse();
        assertThat(new OpeningHours("Europe/Rome", "", List.of()).sound()).isFalse();
        assertThat(weekdays("IT").sound()).isTrue();
        assertThat(weekdays("").at(rome("2026-11-23T10:00:00"), Holidays.NONE)).isEqualTo(State.OPEN);
    }

    private static OpeningHours weekdays(String holidays) {
        List<Window> week = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            week.add(new Window(DayOfWeek.of(day), LocalTime.of(9, 0), LocalTime.of(18, 0)));
        }
        return new OpeningHours("Europe/Rome", holidays, week);
    }

    private static Instant rome(String local) {
        return java.time.LocalDateTime.parse(local).atZone(ROME).toInstant();
    }
}
