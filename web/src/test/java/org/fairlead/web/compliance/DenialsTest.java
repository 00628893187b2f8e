package org.fairlead.web.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Language;
import org.fairlead.i18n.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DenialsTest {

    @Test
    void hoursAreSaidInTheReadersLanguageAndClock() {
        var denial =
                denial("hours", "hours", "Europe/Istanbul", "2026-11-22T04:30", "09:00-12:00 13:00-21:00", "SUNDAY");

        var turkish = in(Language.TR).detail(denial);
        var english = in(Language.EN).detail(denial);

        assertThat(turkish).contains("22 Kas 2026 04:30").contains("09:00–12:00, 13:00–21:00");
        assertThat(english).contains("22 Nov 2026, 04:30").contains("09:00–12:00, 13:00–21:00");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingIsShownAsItIsStored(Language language) {
        var denials = List.of(
                denial("hours", "hours", "Europe/Istanbul", "2026-11-22T04:30", "09:00-21:00", "PLAIN"),
                denial("hours", "hours.closed", "America/New_York", "2026-11-22T04:30:15", "", "SUNDAY"),
                denial("frequency_cap", "frequency_cap", "3", "3", "DAY+PT24H", "x", "y"),
                denial("cooling_off", "cooling_off", "2026-11-22T01:30:00Z", "DAYS-3", "ANSWERED"),
                denial("hold", "hold", "BREATHING_SPACE", "2026-11-22T01:30:00Z"),
                denial("hold", "hold", "dispute", "2026-11-22T01:30:00Z"),
                denial("hold", "hold", "promise", "2026-11-22T01:30:00Z"),
                denial("abandonment", "abandonment", "1", "10", "3", "BUSINESS-DAYS-20"),
                denial("scrub_age", "scrub_age.old", "US_NATIONAL_DNC", "2026-10-01", "31"));

        var shown = denials.stream().map(in(language)::full).toList();

        assertThat(shown).allSatisfy(text -> assertThat(text)
                .doesNotContainPattern("[0-9]T[0-9]")
                .doesNotContain("PT", "DAY", "2026-", "Europe/", "America/", "BREATHING", "dispute ", "promise "));
    }

    @ParameterizedTest
    @CsvSource({
        "PT168H, 7 дней",
        "PT5H, 5 часов",
        "DAYS-2, 2 дня",
        "P1Y, 12 месяцев",
        "BUSINESS-DAYS-1, 1 рабочий день",
        "LIFETIME, всё время",
        "DAY+PT24H, тот же календарный день и 1 день"
    })
    void aWindowIsAStretchOfTime(String code, String words) {
        assertThat(in(Language.RU).window(code)).isEqualTo(words);
    }

    @Test
    void theNumberThatWasAskedAboutIsNotToldToWhoeverMaySeeItsEndsOnly() {
        var denial = denial("do_not_call", "do_not_call", "+905321110023");

        assertThat(in(Language.TR).full(denial)).doesNotContain("+90");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anAlarmsDayIsADayAndItsCountANumber(Language language) {
        var told = Words.in(language)
                .format("compliance.alarm.register", in(language).arguments(List.of("X", "2026-10-01", "1")));

        assertThat(told).contains("2026").doesNotContain("2026-10-01");
    }

    private static Denials in(Language language) {
        return new Denials(Words.in(language), Formats.of(language, ZoneId.of("Europe/Istanbul")));
    }

    private static Denial denial(String kind, String code, String... params) {
        return new Denial("RULE", 1, kind, "", "", code, List.of(params));
    }
}
