package org.fairlead.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.fairlead.collections.Debtors.Happened;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Language;
import org.fairlead.i18n.Words;
import org.junit.jupiter.api.Test;

class DebtEventWordsTest {

    @Test
    void aStepOfTheStrategyIsSaidInWords() {
        Map<String, String> step = Map.of(
                "version", "3", "side", "CHALLENGER", "segment", "early", "action", "0", "step", "LEGAL_REFERRAL");

        assertThat(said(Language.EN, "STEP", step)).isEqualTo("Strategy: To court · early · challenger · version 3");
        assertThat(said(Language.TR, "STEP", step)).doesNotContain("CHALLENGER", "LEGAL_REFERRAL", "0 ");
    }

    @Test
    void amountsAndDaysAreWrittenAsTheLanguageDoes() {
        Map<String, String> promise = Map.of("amount", "1234.50 TRY", "due", "2026-03-05");

        assertThat(said(Language.EN, "PROMISE_MADE", promise))
                .startsWith("Promise made: ")
                .contains("1,234.50")
                .doesNotContain("2026-03-05");
        assertThat(said(Language.TR, "PROMISE_MADE", promise)).contains("1.234,50");
    }

    @Test
    void aHoldIsNamedAndItsReasonStaysAsItWasWritten() {
        assertThat(said(Language.EN, "HOLD_PLACED", Map.of("kind", "DISPUTE", "why", "never bought it")))
                .isEqualTo("Hold placed: Disputes the debt · never bought it");
    }

    private static String said(Language language, String kind, Map<String, String> detail) {
        Happened event = new Happened(Instant.EPOCH, "deniz", kind, detail);
        return new DebtEventWords(Words.in(language), Formats.of(language, ZoneId.of("Europe/Istanbul"))).of(event);
    }
}
