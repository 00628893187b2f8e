package org.fairlead.compliance.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.Scene;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.compliance.entity.RuleLine;
import org.fairlead.shared.Holidays.Kind;
import org.fairlead.shared.PublicHolidays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision with the calendars that ship. Times are local. */
class RuledOutreachTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private final PublicHolidays holidays = new PublicHolidays();

    @Test
    void deniesTelemarketingInItalyOnTheFifteenthOfAugust() {
        Verdict assumption = telesales("2028-08-15T11:00"); // a Tuesday
        Verdict eve = telesales("2028-08-14T19:30");
        Verdict dayAfter = telesales("2028-08-16T11:00");

        assertThat(assumption.denials()).extracting(Denial::rule).containsExactly("IT-TM-HRS");
        assertThat(assumption.nextAllowed())
                .isEqualTo(LocalDateTime.parse("2028-08-16T09:00").atZone(ROME).toInstant());
        assertThat(eve.allowed()).isFalse();
        assertThat(dayAfter.allowed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "IT, 2026-12-08, true",
        "IT, 2027-03-29, true", // Easter Monday
        "IT, 2026-11-23, false",
        "TR, 2026-10-29, true",
        "TR, 2026-05-27, true", // Kurban Bayrami
        "TR, 2026-11-23, false",
        "RU, 2026-06-12, true",
        "ES, 2026-10-12, true",
        "FR, 2026-07-14, true",
        "BR, 2026-09-07, true",
        "US, 2026-11-26, true", // Thanksgiving
        "US-AL, 2026-11-26, true",
        "US-RI, 2026-10-12, true", // Columbus Day
        "US-RI, 2026-08-10, false", // Victory Day, which Rhode Island only observes
    })
    void knowsThePublicHolidays(String jurisdiction, LocalDate day, boolean holiday) {
        assertThat(holidays.isHoliday(jurisdiction, day)).isEqualTo(holiday);
    }

    @Test
    void hasACalendarForEveryRuleThatTellsHolidaysApart() {
        List<RuleLine> apart = Scene.LINES.stream()
                .filter(rule -> rule.kind().equals("hours"))
                .filter(rule -> !rule.parameters().path("holiday").isTextual())
                .toList();

        assertThat(apart).isNotEmpty().allSatisfy(rule -> assertThatCode(
                        () -> holidays.isHoliday(rule.jurisdiction(), LocalDate.of(2026, 11, 23)))
                .doesNotThrowAnyException());
    }

    @Test
    void knowsHowLongTurkeysFeastsLastAndWhichAfternoonsAreFree() {
        assertThat(holidays.kind("TR", LocalDate.of(2026, 5, 26))).isEqualTo(Kind.AFTERNOON);
        assertThat(holidays.kind("TR", LocalDate.of(2026, 5, 30))).isEqualTo(Kind.WHOLE);
        assertThat(holidays.kind("TR", LocalDate.of(2026, 5, 31))).isEqualTo(Kind.NONE);
        assertThat(holidays.kind("TR", LocalDate.of(2026, 10, 28))).isEqualTo(Kind.AFTERNOON);
    }

    @Test
    void aPartOfACountryKeepsItsOwnDaysBesideTheCountrys() {
        assertThat(holidays.isHoliday("DE-BY", LocalDate.of(2026, 1, 6))).isTrue();
        assertThat(holidays.isHoliday("DE", LocalDate.of(2026, 1, 6))).isFalse();
        assertThat(holidays.isHoliday("US-NY-NYC", LocalDate.of(2026, 11, 26))).isTrue();
    }

    @Test
    void takesNoDayForAWorkingDayWhereItHasNoCalendar() {
        assertThatThrownBy(() -> holidays.isHoliday("ZZ", LocalDate.of(2026, 11, 23)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Verdict telesales(String local) {
        OutreachFacts facts = Scene.call("+390212345678", ROME, "IT");
        OutreachLimits wholeDay = new OutreachLimits("TELESALES", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 9, 7);
        return Scene.judge(
                facts, wholeDay, LocalDateTime.parse(local).atZone(ROME).toInstant());
    }
}
