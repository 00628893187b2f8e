package org.fairlead.collections.entity.placement;

import static org.assertj.core.api.Assertions.assertThat;

import org.fairlead.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.50 | TRY | 123450",
                "1.234,50 | TRY | 123450",
                "12 345,6 | TRY | 1234560",
                "1234 | JPY | 1234",
                "123.456 | KWD | 123456",
                "1234,567 | KWD | 1234567",
                "1,234.567 | KWD | 1234567",
                "1234.5 | KWD | 1234500"
            })
    void anAmountIsReadInTheDecimalsOfItsCurrency(String written, String currency, long minor) {
        assertThat(CellReading.amount(written, currency)).contains(new Money(minor, currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234", "1234.567", "12,34,567", "", "-5", "1e3"})
    void whatMayBeTwoAmountsOrIsNoneIsNone(String written) {
        assertThat(CellReading.amount(written, "TRY")).isEmpty();
    }

    @Test
    void aCurrencyWithoutDecimalsTakesNone() {
        assertThat(CellReading.amount("12.50", "JPY")).isEmpty();
    }
}
