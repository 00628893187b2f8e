package org.fairlead.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.fairlead.campaign.entity.LeadNumber.Choice;
import org.fairlead.campaign.entity.LeadNumber.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of a person's numbers is dialled now. */
class LeadNumberTest {

    private static final List<ZoneId> NEW_YORK = List.of(ZoneId.of("America/New_York"));

    /** Half past ten in New York. */
    private static final Instant MORNING = Instant.parse("2026-11-23T15:30:00Z");

    private static final Instant EVENING = Instant.parse("2026-11-24T00:30:00Z");

    private final LeadNumber mobile = new LeadNumber(0, "+12125550101", Kind.MOBILE, null, null, NEW_YORK, false);
    private final LeadNumber work = new LeadNumber(1, "+12125550102", Kind.WORK, 9, 17, NEW_YORK, false);
    private final LeadNumber home = new LeadNumber(2, "+12125550103", Kind.HOME, 18, 8, NEW_YORK, false);
    private final List<LeadNumber> all = List.of(mobile, work, home);

    @Test
    void isTheOneWhoseTurnItIsOrTheNextThatIsInItsHours() {
        assertThat(chosen(0, MORNING)).isEqualTo(mobile);
        assertThat(chosen(1, MORNING)).isEqualTo(work);
        assertThat(chosen(2, MORNING)).isEqualTo(mobile);
        assertThat(chosen(1, EVENING)).isEqualTo(home);
    }

    @Test
    void isNeverADeadOne() {
        List<LeadNumber> left = List.of(dead(mobile), work, dead(home));

        assertThat(LeadNumber.choose(left, 2, MORNING).number()).isEqualTo(work);
        assertThat(LeadNumber.choose(List.of(dead(mobile)), 0, MORNING)).isEqualTo(new Choice(null, null));
    }

    @Test
    void waitsForTheFirstThatOpensWhenNoneIsAnyUseNow() {
        Choice choice = LeadNumber.choose(List.of(work, dead(home)), 0, EVENING);

        assertThat(choice).isEqualTo(new Choice(null, Instant.parse("2026-11-24T14:00:00Z")));
    }

    private LeadNumber chosen(int turn, Instant now) {
        @Nullable LeadNumber number = LeadNumber.choose(all, turn, now).number();
        return Objects.requireNonNull(number);
    }

    private static LeadNumber dead(LeadNumber one) {
        return new LeadNumber(one.turn(), one.number(), one.kind(), one.fromHour(), one.untilHour(), one.zones(), true);
    }
}
