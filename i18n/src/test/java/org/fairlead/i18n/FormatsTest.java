package org.fairlead.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Formats TURKISH = Formats.of(Language.TR, ZoneId.of("Europe/Istanbul"));

    /** Pages call them with values of which nothing is known but that they are absent. */
    @Test
    void aNameWithAsManyArgumentsMeansOneMethod() {
        Map<String, Long> methods = Arrays.stream(Formats.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .collect(Collectors.groupingBy(FormatsTest::signature, Collectors.counting()));

        assertThat(methods)
                .allSatisfy(
                        (signature, count) -> assertThat(count).as(signature).isEqualTo(1));
    }

    private static String signature(Method method) {
        return method.getName() + "/" + method.getParameterCount();
    }

    @Test
    void anInstantsDayIsTheReadersAndWhatIsAbsentIsADash() {
        assertThat(TURKISH.dateOf(Instant.parse("2026-11-21T22:30:00Z"))).isEqualTo("22 Kas 2026");
        assertThat(TURKISH.dateOf(null)).isEqualTo("–");
        assertThat(TURKISH.date(null)).isEqualTo("–");
    }

    @Test
    void aMonthIsWrittenAsTheLanguageDoes() {
        LocalDate day = LocalDate.of(2026, 3, 2);

        assertThat(TURKISH.month(day)).isEqualTo("Mart 2026");
        assertThat(Formats.of(Language.EN, ZoneId.of("UTC")).month(day)).isEqualTo("March 2026");
        assertThat(Formats.of(Language.RU, ZoneId.of("UTC")).month(day)).startsWith("март 2026");
        assertThat(TURKISH.month(null)).isEqualTo("–");
    }

    @Test
    void aNumberToBeEditedHasNothingBetweenItsThousands() {
        assertThat(TURKISH.editable(new BigDecimal("12345.60"))).isEqualTo("12345,60");
        assertThat(TURKISH.editable(new BigDecimal("12345"))).isEqualTo("12345");
        assertThat(Formats.of(Language.EN, ZoneId.of("UTC")).editable(new BigDecimal("12345.678")))
                .isEqualTo("12345.678");
    }

    @Test
    void aSkillIsALabelAndALanguageItsNameInTheReadersLanguage() {
        assertThat(TURKISH.skillName("lang:it")).isEqualTo("İtalyanca");
        assertThat(Formats.of(Language.RU, ZoneId.of("UTC")).skillName("lang:tr"))
                .isEqualTo("Турецкий");
        assertThat(Formats.of(Language.EN, ZoneId.of("UTC")).skillName("late-stage"))
                .isEqualTo("Late stage");
    }
}
