package org.fairlead.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBAccessException;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trail can only be added to: what is written there of a try is there for good. */
class ForbiddenTrailTest {

    @ParameterizedTest
    @CsvSource({
        "client=2&number=%2B905321110023, client=2&number",
        "number=+905321110023, number",
        "905321110023, ''",
        "%2B905321110023=1, ''",
        "id=01970000-0004-7000-8000-000000000301&tab=leads, id=01970000-0004-7000-8000-000000000301&tab",
        "search=Ay%C5%9Fe&search=Y%C4%B1ld%C4%B1z, search&search"
    })
    void keepsNamesAndIdsAndNothingThatPeopleTyped(String query, String kept) {
        assertThat(ForbiddenTrail.shown("/api/evidence/dossier.json", query))
                .isEqualTo("/api/evidence/dossier.json?" + kept);
    }

    @Test
    void keepsThePathOfWhatHasNoParameters() {
        assertThat(ForbiddenTrail.shown("/people.xhtml", null)).isEqualTo("/people.xhtml");
    }

    @Test
    void aRuleOfTheBusinessThatSaysNoAccusesNobody() {
        assertThat(ForbiddenPages.isForbidden(Refused.class)).isFalse();
        assertThat(ForbiddenPages.isForbidden(EJBAccessException.class)).isTrue();
        assertThat(ForbiddenPages.isForbidden(null)).as("the container's 403").isTrue();
    }
}
