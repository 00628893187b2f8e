package org.fairlead.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.compliance.Scene.at;
import static org.fairlead.compliance.Scene.call;
import static org.fairlead.compliance.Scene.collections;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fairlead.collections.entity.Arrangement;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachFacts.HoldFact;
import org.fairlead.compliance.Scene;
import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.compliance.Wishes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What collections call a hold is what the rules of the pack call it, so that the law is named and not the house alone. */
class HoldWordsTest {

    @Test
    void collectionsAndTheOutreachDecisionHaveTheSameWords() {
        assertThat(Arrays.stream(Hold.values()).map(Hold::word)).containsExactlyInAnyOrderElementsOf(Wishes.HOLDS);
    }

    @Test
    void whatWasAgreedHasAWordOfItsOwnToo() {
        assertThat(Arrays.stream(Arrangement.Kind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT)))
                .isSubsetOf(DebtStops.AGREED);
    }

    @ParameterizedTest
    @CsvSource({
        "DISPUTE, +15185550100, America/New_York, US, US-REGF-HOLD",
        "CEASE, +15185550100, America/New_York, US, US-REGF-CEASE",
        "ATTORNEY, +15185550100, America/New_York, US, US-REGF-CEASE",
        "BREATHING_SPACE, +442071234567, Europe/London, GB, GB-BREATH",
        "DISPUTE, +905321110023, Europe/Istanbul, TR, TR-COL-DENY",
        "CEASE, +905321110023, Europe/Istanbul, TR, TR-COL-DENY"
    })
    void aHoldOfCollectionsIsDeniedByTheLawThatAsksForIt(
            Hold hold, String number, String zone, String country, String rule) {
        ZoneId there = ZoneId.of(zone);
        Instant noon = at(there, "2026-11-24T12:00");
        HoldFact fact = new HoldFact(hold.word(), null, noon.minusSeconds(9), null);
        OutreachFacts facts = call(number, there, country)
                .with(Scene.standing(LocalDate.of(2099, 1, 1), List.of(Scene.consent()), List.of(fact)));

        List<Denial> denials = collections(facts, noon).denials();

        assertThat(denials)
                .filteredOn(denial -> denial.rule().equals(rule))
                .singleElement()
                .satisfies(denial -> assertThat(denial.citation()).isNotBlank());
        assertThat(denials).extracting(Denial::rule).contains("HOLD");
    }
}
