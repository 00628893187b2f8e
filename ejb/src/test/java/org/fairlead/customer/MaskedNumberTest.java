package org.fairlead.customer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+393471234571, +39 3•• ••• •• 71",
        "+390280001001, +39 0•• ••• •• 01",
        "+905321234567, +90 5•• ••• •• 67",
        "+12125550142, +1 2•• ••• •• 42",
        "+79161234567, +7 9•• ••• •• 67",
        "+35542123456, +355 4•• ••• 56"
    })
    void keepsCountryFirstDigitAndLastTwo(String number, String masked) {
        assertThat(MaskedNumber.of(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "3471234571", "00393471234571", "sip:giulia@example.it", "+"})
    void hidesWholeWhatIsNoInternationalNumber(String number) {
        assertThat(MaskedNumber.of(number)).matches("•+");
    }

    @Property
    void neverShowsMoreThanThreeDigitsOfTheNationalNumber(@ForAll("numbers") String number) {
        String masked = MaskedNumber.of(number);

        String afterCountry = masked.contains(" ") ? masked.substring(masked.indexOf(' ')) : masked;
        assertThat(afterCountry.replaceAll("[^0-9]", "").length()).isLessThanOrEqualTo(3);
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings()
                .withCharRange('0', '9')
                .ofMinLength(4)
                .ofMaxLength(15)
                .map(digits -> "+" + digits);
    }

    @Test
    void showsAsMuchAsTheClientsPolicySays() {
        var number = "+393471234571";

        assertThat(MaskedNumber.of(number, "WHOLE")).isEqualTo(number);
        assertThat(MaskedNumber.of(number, "ENDS")).isEqualTo(MaskedNumber.of(number));
        assertThat(MaskedNumber.of(number, "LAST_TWO")).matches("•+71");
        assertThat(MaskedNumber.of(number, "NOTHING")).matches("•+");
        assertThat(MaskedNumber.of("7", "LAST_TWO")).doesNotContain("77");
    }
}
