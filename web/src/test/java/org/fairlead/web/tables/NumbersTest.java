package org.fairlead.web.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private static final Numbers ENGLISH = new Numbers(Locale.ENGLISH);
    private static final Numbers TURKISH = new Numbers(Locale.forLanguageTag("tr"));
    private static final Numbers RUSSIAN = new Numbers(Locale.forLanguageTag("ru"));

    @Test
    void aNumberIsReadAsItsLanguageWritesItAndAPointIsUnderstoodEverywhere() {
        assertThat(ENGLISH.read("1,234.50")).contains(new BigDecimal("1234.50"));
        assertThat(TURKISH.read("1.234,50")).contains(new BigDecimal("1234.50"));
        assertThat(RUSSIAN.read("1 234,50")).contains(new BigDecimal("1234.50"));
        assertThat(TURKISH.read("0.5")).contains(new BigDecimal("0.5"));
        assertThat(TURKISH.read("12")).contains(new BigDecimal("12"));
        assertThat(ENGLISH.read("-2.5")).contains(new BigDecimal("-2.5"));
    }

    @Test
    void whatMayBeTwoNumbersIsNone() {
        assertThat(TURKISH.read("1.234")).isEmpty();
        assertThat(ENGLISH.read("1,23")).isEmpty();
        assertThat(ENGLISH.read("a")).isEmpty();
        assertThat(TURKISH.read("1,2,3")).isEmpty();
        assertThatThrownBy(() -> ENGLISH.asked("", "fee.rate"))
                .isInstanceOf(Refused.class)
                .hasMessage("fee.rate");
    }

    @Test
    void whatIsShownIsReadAgain() {
        BigDecimal number = new BigDecimal("98765.4321");
        for (Numbers numbers : new Numbers[] {ENGLISH, TURKISH, RUSSIAN}) {
            assertThat(numbers.read(numbers.show(number))).contains(number);
        }
    }
}
