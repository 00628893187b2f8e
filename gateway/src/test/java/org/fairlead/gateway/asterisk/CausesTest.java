package org.fairlead.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.fairlead.jms.GatewayEvent.FailureCause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {

    @ParameterizedTest
    @CsvSource({"17,BUSY", "34,CONGESTION", "1,UNALLOCATED", "21,REJECTED", "19,NO_ANSWER"})
    void ofAFarEndThatWasHeardOf(int cause, FailureCause expected) {
        assertThat(Causes.of(cause, true)).isEqualTo(expected);
    }

    @Test
    void aFarEndOfWhichNothingWasHeardIsDead() {
        assertThat(Causes.of(19, false)).isEqualTo(FailureCause.DEAD_PEER);
        assertThat(Causes.of(Leg.NOT_REACHED, false)).isEqualTo(FailureCause.DEAD_PEER);
    }

    @Test
    void aLostEngineIsNobodysFault() {
        assertThat(Causes.of(Leg.ENGINE_GONE, true)).isEqualTo(FailureCause.ENGINE_DOWN);
    }

    @Test
    void anotherWayIsTriedWhereNobodyIsAndNotWhereSomebodyWasRung() {
        assertThat(Causes.nobodyThere(Leg.NOT_REACHED, false)).isTrue();
        assertThat(Causes.nobodyThere(1, false)).isTrue();
        assertThat(Causes.nobodyThere(1, true)).isFalse();
        assertThat(Causes.nobodyThere(17, false)).isFalse();
        assertThat(Causes.nobodyThere(Leg.ENGINE_GONE, false)).isFalse();
    }
}
