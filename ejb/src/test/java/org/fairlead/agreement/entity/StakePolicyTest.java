package org.fairlead.agreement.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.fairlead.agreement.Stakes.Band;
import org.fairlead.agreement.Stakes.Blend;
import org.fairlead.agreement.Stakes.Stake;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StakePolicyTest {

    private static final UUID AGREEMENT = new UUID(0, 1);

    @Test
    void bandsAndBoundsThatCanBeAreKept() {
        assertThatCode(() -> StakePolicy.require(
                        stake(AGREEMENT, List.of(band("80", "500.50"), band("70.25", "1000")), blend("70", "90", 300))))
                .doesNotThrowAnyException();
        assertThatCode(() -> StakePolicy.require(stake(null, List.of(), null))).doesNotThrowAnyException();
    }

    @Test
    void whatCannotBeIsRefusedByTheNameOfItsField() {
        assertThat(refusal(stake(null, List.of(band("80", "500")), null))).isEqualTo("stake.agreement");
        assertThat(refusal(stake(AGREEMENT, List.of(band("101", "500")), null))).isEqualTo("stake.bands");
        assertThat(refusal(stake(AGREEMENT, List.of(band("80", "0")), null))).isEqualTo("stake.bands");
        assertThat(refusal(stake(AGREEMENT, List.of(band("80", "0.001")), null)))
                .isEqualTo("stake.bands");
        assertThat(refusal(stake(AGREEMENT, List.of(band("80", "1"), band("80.0", "2")), null)))
                .isEqualTo("stake.bands");
        assertThat(refusal(stake(null, List.of(), blend("90", "70", 300)))).isEqualTo("stake.blend");
        assertThat(refusal(stake(null, List.of(), blend("0", "70", 300)))).isEqualTo("stake.blend");
        assertThat(refusal(stake(null, List.of(), blend("70", "90", 0)))).isEqualTo("stake.stay");
    }

    private static String refusal(Stake stake) {
        return catchThrowableOfType(Refused.class, () -> StakePolicy.require(stake))
                .key();
    }

    private static Stake stake(@Nullable UUID agreement, List<Band> bands, @Nullable Blend blend) {
        return new Stake(new ClientId(1), "client", new UUID(0, 2), "programme", agreement, bands, blend);
    }

    private static Band band(String below, String credit) {
        return new Band(new BigDecimal(below), new BigDecimal(credit));
    }

    private static Blend blend(String low, String high, int stay) {
        return new Blend(new BigDecimal(low), new BigDecimal(high), stay);
    }
}
