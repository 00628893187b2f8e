package org.fairlead.customer.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.fairlead.customer.CustomerCard;
import org.fairlead.customer.MaskedNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({"giulia.rinaldi@example.it, g•••@example.it", "a@b.c, a•••@b.c", "@example.it, ••••", "nobody, ••••"})
    void showsFirstLetterAndDomainOfAnAddress(String address, String masked) {
        assertThat(Masking.point(CustomerCard.Kind.EMAIL, address, MaskedNumber.Shown.ENDS))
                .isEqualTo(masked);
    }

    @Test
    void cutsNoCharacterInHalf() {
        assertThat(Masking.email("😀smile@example.it")).isEqualTo("😀•••@example.it");
    }

    @ParameterizedTest
    @CsvSource({"LE-20194418, •••• 4418", "4418, ••••", "1, ••••"})
    void showsTheLastFourOfAReference(String reference, String masked) {
        assertThat(Masking.reference(reference)).isEqualTo(masked);
    }

    @Test
    void hasNothingToShowWithoutAReference() {
        assertThat(Masking.reference(null)).isNull();
    }
}
