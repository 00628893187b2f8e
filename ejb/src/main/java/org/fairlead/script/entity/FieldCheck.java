package org.fairlead.script.entity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fairlead.script.ScriptField;
import org.jspecify.annotations.Nullable;

/** Is this value one that the field takes? The answer is the first fault, a key of the bundles with its arguments. */
public final class FieldCheck {

    private static final int LONGEST = 2_000;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");

    private FieldCheck() {}

    /** What is wrong with a value. */
    public record Fault(String key, List<Object> arguments) {

        static Optional<Fault> of(String key, Object... arguments) {
            return Optional.of(new Fault("script.field." + key, List.of(arguments)));
        }
    }

    public static Optional<Fault> fault(ScriptField field, String value) {
        if (value.isBlank()) {
            return field.required() ? Fault.of("required") : Optional.empty();
        }
        return switch (field.type()) {
            case TEXT -> text(field, value);
            case NUMBER -> number(field, value);
            case DATE -> date(value);
            case CHOICE -> choice(field, value);
            case CHECK -> check(field, value);
        };
    }

    private static Optional<Fault> text(ScriptField field, String value) {
        if (value.length() > LONGEST) {
            return Fault.of("max", LONGEST);
        }
        Optional<Fault> size = limits(field, BigDecimal.valueOf(value.strip().length()));
        if (size.isPresent()) {
            return size;
        }
        String pattern = field.pattern();
        boolean fits = pattern == null || Pattern.matches(pattern, value.strip());
        return fits ? Optional.empty() : Fault.of("pattern");
    }

    private static Optional<Fault> number(ScriptField field, String value) {
        if (!NUMBER.matcher(value.strip()).matches()) {
            return Fault.of("number");
        }
        return limits(field, new BigDecimal(value.strip()));
    }

    private static Optional<Fault> limits(ScriptField field, BigDecimal size) {
        BigDecimal min = field.min();
        BigDecimal max = field.max();
        if (isLess(size, min)) {
            return Fault.of("min", plain(min));
        }
        return isLess(max, size) ? Fault.of("max", plain(max)) : Optional.empty();
    }

    private static boolean isLess(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) < 0;
    }

    private static Object plain(@Nullable BigDecimal limit) {
        return limit == null ? "" : limit.stripTrailingZeros().toPlainString();
    }

    private static Optional<Fault> date(String value) {
        try {
            int year = LocalDate.parse(value.strip()).getYear();
            return year >= 1900 && year <= 2200 ? Optional.empty() : Fault.of("date");
        } catch (DateTimeParseException e) {
            return Fault.of("date");
        }
    }

    private static Optional<Fault> choice(ScriptField field, String value) {
        boolean known =
                field.choices().stream().anyMatch(choice -> choice.value().equals(value));
        return known ? Optional.empty() : Fault.of("choice");
    }

    /** A check that is required is one that must be ticked. */
    private static Optional<Fault> check(ScriptField field, String value) {
        if (!"true".equals(value) && !"false".equals(value)) {
            return Fault.of("check");
        }
        return field.required() && "false".equals(value) ? Fault.of("required") : Optional.empty();
    }
}
