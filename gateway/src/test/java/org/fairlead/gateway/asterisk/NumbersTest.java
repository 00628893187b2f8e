package org.fairlead.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"+390280001001,+390280001001", "390280001001,+390280001001", "00390280001001,+390280001001"})
    void areInternationalHoweverTheCarrierWritesThem(String given, String expected) {
        assertThat(Numbers.dialled(given)).isEqualTo(expected);
        assertThat(Numbers.caller(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "asterisk"})
    void aCallerWhoWithholdsTheNumberHasNone(String given) {
        assertThat(Numbers.caller(given)).isEmpty();
    }

    @Test
    void whatWasDialledIsNeverForgotten() {
        assertThat(Numbers.dialled("reception")).isEqualTo("reception");
    }
}
