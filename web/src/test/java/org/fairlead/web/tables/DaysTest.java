package org.fairlead.web.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.fairlead.i18n.Language;
import org.fairlead.shared.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    @ParameterizedTest
    @CsvSource({"EN, 04/03/2026", "TR, 04.03.2026", "IT, 04/03/2026", "RU, 04.03.2026"})
    void aDayIsShownAsItIsWrittenWhereTheLanguageIsSpokenAndReadBack(Language language, String shown) {
        Days days = new Days(language.locale());

        assertThat(days.show(DAY)).isEqualTo(shown);
        assertThat(days.read(shown)).isEqualTo(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.3.2026", "04/03/26", "4 3 2026", " 4-3-2026 ", "2026-03-04"})
    void severalWaysOfWritingItAreUnderstood(String written) {
        assertThat(new Days(Language.TR.locale()).read(written)).isEqualTo(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.2.2026", "tomorrow", "4.3", "4.13.2026", "99999.3.2026", "04032026"})
    void whatIsNoDayIsRefusedAndNotTakenForNone(String written) {
        assertThatThrownBy(() -> new Days(Language.RU.locale()).read(written))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.arguments())
                        .containsExactly(written))
                .hasMessage("day");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anHourOfADayIsShownAndReadBack(Language language) {
        Days days = new Days(language.locale());
        LocalDateTime at = DAY.atTime(9, 5);

        assertThat(days.readMoment(days.show(at))).isEqualTo(at);
        assertThat(days.readMoment("2026-03-04T09:05")).isEqualTo(at);
        assertThat(days.readMoment(" ")).isNull();
        assertThatThrownBy(() -> days.readMoment("09:05")).hasMessage("moment");
        assertThatThrownBy(() -> days.readMoment(days.show(DAY) + " 25:00")).hasMessage("moment");
    }
}
