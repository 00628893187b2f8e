package org.fairlead.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final ZoneId IZMIR = ZoneId.of("Europe/Istanbul");

    @Test
    void choosesThePluralFormThatRussianNeeds() {
        var words = Words.in(Language.RU);

        assertThat(words.format("common.rows", 1)).isEqualTo("1 строка");
        assertThat(words.format("common.rows", 3)).isEqualTo("3 строки");
        assertThat(words.format("common.rows", 5)).isEqualTo("5 строк");
        assertThat(words.format("common.rows", 21)).isEqualTo("21 строка");
    }

    @Test
    void keepsItalianApostrophes() {
        var words = Words.in(Locale.ITALY);

        assertThat(words.get("common.start")).isEqualTo("Torna all'inizio");
        assertThat(words.format("common.start")).isEqualTo("Torna all'inizio");
    }

    @Test
    void showsADashNeverAKeyOrNull() {
        var words = Words.in(Language.EN);

        assertThat(words.get("common.no.such.key")).isEqualTo("–");
        assertThat(words.format("common.no.such.key", 1)).isEqualTo("–");
        assertThat(words.format("common.page.of", 1, null)).isEqualTo("Page 1 of –");
    }

    @Test
    void speaksEnglishToWhomItHasNoWordsFor() {
        assertThat(Words.in(Locale.JAPAN).language()).isEqualTo(Language.EN);
        assertThat(Language.of("tr-CY")).contains(Language.TR);
        assertThat(Language.of("nonsense!")).isEmpty();
    }

    @Test
    void writesSharesAndNumbersAsEachLanguageDoes() {
        var turkish = Formats.of(Language.TR, IZMIR);
        var italian = Formats.of(Language.IT, IZMIR);
        var english = Formats.of(Language.EN, IZMIR);

        assertThat(turkish.percent(new BigDecimal("91.2"))).isEqualTo("%91,2");
        assertThat(english.percent(new BigDecimal("91.25"))).isEqualTo("91.3%");
        assertThat(turkish.number(17428)).isEqualTo("17.428");
        assertThat(italian.money(new BigDecimal("1240"), "EUR")).isEqualTo("1.240,00\u00a0€");
        assertThat(english.percentOf(0, 0)).isEqualTo("–");
    }

    @Test
    void writesTimesInTheReadersZone() {
        var noon = Instant.parse("2026-11-21T12:00:00Z");

        assertThat(Formats.of(Language.TR, IZMIR).time(noon)).isEqualTo("15:00");
        assertThat(Formats.of(Language.RU, ZoneId.of("Asia/Manila")).time(noon)).isEqualTo("20:00");
        assertThat(Formats.of(Language.EN, IZMIR).duration(Duration.ofSeconds(3723)))
                .isEqualTo("1:02:03");
        assertThat(Formats.of(Language.EN, IZMIR).seconds(66)).isEqualTo("1:06");
        assertThat(Formats.of(Language.EN, IZMIR).duration(null)).isEqualTo("–");
    }

    @Test
    void aCountBringsTheFormOfItsNounAlong() {
        assertThat(List.of(1, 2, 5, 21))
                .extracting(n -> Words.in(Language.RU).format("compliance.alarm.register", "X", "Y", n))
                .containsExactly(
                        "Список X от Y: ему 1 день.",
                        "Список X от Y: ему 2 дня.",
                        "Список X от Y: ему 5 дней.",
                        "Список X от Y: ему 21 день.");
        assertThat(List.of(1, 2))
                .extracting(n -> Words.in(Language.EN).format("floor.spare.calls", n))
                .containsExactly("1 late call", "2 late calls");
        assertThat(List.of(1, 2))
                .extracting(n -> Words.in(Language.IT).format("compliance.evidence.asked", n))
                .containsExactly("1 regola consultata", "2 regole consultate");
    }
}
