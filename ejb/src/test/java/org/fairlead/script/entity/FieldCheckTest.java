package org.fairlead.script.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.script.entity.SomeBlocks.field;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.fairlead.script.ScriptField;
import org.fairlead.script.ScriptField.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldCheckTest {

    @ParameterizedTest
    @EnumSource(Type.class)
    void wantsAValueWhereOneIsRequired(Type type) {
        assertThat(fault(field(type, true), "  ")).isEqualTo("script.field.required");
        assertThat(fault(field(type, false), "")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "12.5", "999999999999999", " 42 "})
    void takesNumbers(String value) {
        assertThat(fault(field(Type.NUMBER, true), value)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,5", "1e9", "0x10", "NaN", "1 000", "--1", ".", "=1+1", "9999999999999999"})
    void refusesWhatIsNoPlainNumber(String value) {
        assertThat(fault(field(Type.NUMBER, true), value)).isEqualTo("script.field.number");
    }

    @Property
    void holdsNumbersToTheirLimits(@ForAll @IntRange(min = -20, max = 20) int value) {
        String expected = value < 0 ? "script.field.min" : value > 9 ? "script.field.max" : null;

        assertThat(fault(field(Type.NUMBER, true, null, "0", "9"), Integer.toString(value)))
                .isEqualTo(expected);
    }

    @Test
    void saysTheLimit() {
        var fault = FieldCheck.fault(field(Type.NUMBER, true, null, "0.50", "1000"), "0.4");

        assertThat(fault).contains(new FieldCheck.Fault("script.field.min", List.of("0.5")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21,",
        "2024-02-29,",
        "2023-02-29, script.field.date",
        "21/11/2026, script.field.date",
        "0001-01-01, script.field.date",
        "2026-11-21T10:00, script.field.date"
    })
    void takesRealDays(String value, @Nullable String expected) {
        assertThat(fault(field(Type.DATE, true), value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"4418,", "441, script.field.pattern", "44181, script.field.pattern", "abcd, script.field.pattern"})
    void matchesTheWholeText(String value, @Nullable String expected) {
        assertThat(fault(field(Type.TEXT, true, "[0-9]{4}", null, null), value)).isEqualTo(expected);
    }

    @Test
    void holdsTextsToTheirLength() {
        assertThat(fault(field(Type.TEXT, true, null, "2", "4"), "a")).isEqualTo("script.field.min");
        assertThat(fault(field(Type.TEXT, true, null, "2", "4"), "abcde")).isEqualTo("script.field.max");
        assertThat(fault(field(Type.TEXT, true), "x".repeat(2_001))).isEqualTo("script.field.max");
    }

    @Test
    void takesTheChoicesThatThereAre() {
        assertThat(fault(field(Type.CHOICE, true), "yes")).isNull();
        assertThat(fault(field(Type.CHOICE, true), "maybe")).isEqualTo("script.field.choice");
    }

    @Test
    void wantsARequiredCheckTicked() {
        assertThat(fault(field(Type.CHECK, true), "true")).isNull();
        assertThat(fault(field(Type.CHECK, true), "false")).isEqualTo("script.field.required");
        assertThat(fault(field(Type.CHECK, false), "false")).isNull();
        assertThat(fault(field(Type.CHECK, false), "on")).isEqualTo("script.field.check");
    }

    private static @Nullable String fault(ScriptField field, String value) {
        return FieldCheck.fault(field, value).map(FieldCheck.Fault::key).orElse(null);
    }
}
