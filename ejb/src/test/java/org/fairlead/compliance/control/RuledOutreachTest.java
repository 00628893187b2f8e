package org.fairlead.compliance.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.compliance.entity.PackRule;
import org.fairlead.compliance.entity.RulePack;
import org.fairlead.shared.ClientId;
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
    void hasACalendarForEveryRuleThatTellsHolidaysApart() throws IOException {
        try (Reader csv = new InputStreamReader(
                Objects.requireNonNull(
                        RuledOutreach.class.getResourceAsStream("/org/fairlead/compliance/outreach-rules.csv")),
                StandardCharsets.UTF_8)) {
            List<PackRule> apart = RulePack.read(csv, holidays).rules().stream()
                    .filter(rule -> rule.kind().equals("hours"))
                    .filter(rule -> !rule.parameters().path("holiday").isTextual())
                    .toList();

            assertThat(apart).isNotEmpty().allSatisfy(rule -> assertThatCode(
                            () -> holidays.isHoliday(rule.jurisdiction(), LocalDate.of(2026, 11, 23)))
                    .doesNotThrowAnyException());
        }
    }

    @Test
    void takesNoDayForAWorkingDayWhereItHasNoCalendar() {
        assertThatThrownBy(() -> holidays.isHoliday("ZZ", LocalDate.of(2026, 11, 23)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Verdict telesales(String local) {
        OutreachFacts facts =
                new OutreachFacts(new ClientId(1), "+390212345678", List.of(ROME), Set.of("IT"), false, List.of());
        OutreachLimits wholeDay = new OutreachLimits("TELESALES", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 9, 7);
        return new RuledOutreach()
                .decide(facts, wholeDay, LocalDateTime.parse(local).atZone(ROME).toInstant());
    }
}
