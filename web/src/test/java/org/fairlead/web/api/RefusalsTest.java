package org.fairlead.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Language;
import org.fairlead.i18n.Words;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

    @Test
    void saysInTheAgentsWordsWhyACallIsDeniedAndFromWhenOnItIsAllowed() {
        Refused refused = new Refused("attempt.denied", verdict(Instant.parse("2026-11-23T06:00:00Z")));

        String english = told(Language.EN, refused);
        String turkish = told(Language.TR, refused);

        assertThat(english).contains("Outside calling hours").contains("09:00").doesNotContain("TR-HRS");
        assertThat(turkish).contains("Arama saatleri").contains("09:00").isNotEqualTo(english);
    }

    @Test
    void namesNoTimeWhereNoTimeHelps() {
        String english = told(Language.EN, new Refused("attempt.denied", verdict(null)));

        assertThat(english).contains("Outside calling hours").endsWith(".").doesNotContain("again");
    }

    @Test
    void writesAmountsAndDaysAsTheReaderDoes() {
        Refused refused = new Refused("promise.amount", new Money(1_234_50, "TRY"));

        assertThat(told(Language.TR, refused)).contains("1.234,50").doesNotContain("1234.50");
        assertThat(told(Language.EN, refused)).contains("1,234.50");
    }

    private static String told(Language language, Refused refused) {
        return Refusals.message(Words.in(language), Formats.of(language, ISTANBUL), refused);
    }

    private static Verdict verdict(@Nullable Instant next) {
        Denial hours =
                new Denial("TR-HRS", 1, "hours", "", "", "hours", List.of("Europe/Istanbul", "22:10", "09:00-21:00"));
        return new Verdict(
                false,
                Instant.parse("2026-11-22T19:10:00Z"),
                List.of(hours, hours),
                next,
                List.of(),
                List.of(),
                List.of());
    }
}
