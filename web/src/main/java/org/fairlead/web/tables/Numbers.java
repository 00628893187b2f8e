package org.fairlead.web.tables;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fairlead.i18n.Formats;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Numbers in fields, as they are written where the reader's language is spoken; a point is understood everywhere. */
public record Numbers(Locale locale) implements Serializable {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");

    public String show(@Nullable BigDecimal value) {
        return new Formats(locale, ZoneOffset.UTC)
                .editable(value == null || value.scale() >= 0 ? value : value.setScale(0));
    }

    /** Empty for what is no number, and for {@code 1.234} where a point stands between thousands. */
    public Optional<BigDecimal> read(String written) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        String text = written.replaceAll("[\\s\\u00a0\\u202f]", "");
        String point = Pattern.quote(String.valueOf(symbols.getDecimalSeparator()));
        if (symbols.getDecimalSeparator() == ',' && text.indexOf(',') < 0) {
            // 0.5 was meant as it is written; 1.234 may be either
            return PLAIN.matcher(text).matches() && !text.matches("-?[1-9][0-9]{0,2}\\.[0-9]{3}")
                    ? Optional.of(new BigDecimal(text))
                    : Optional.empty();
        }
        String between = Pattern.quote(String.valueOf(symbols.getGroupingSeparator()));
        String whole = text.replaceAll("(?<=[0-9])" + between + "(?=[0-9]{3}(?:[^0-9]|$))", "");
        String plain = whole.replaceFirst(point, ".");
        return PLAIN.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /**
     * A number that a field asks for.
     *
     * @param key of the refusal of anything else
     */
    public BigDecimal asked(@Nullable String written, String key, Object... arguments) {
        return read(written == null ? "" : written).orElseThrow(() -> new Refused(key, arguments));
    }
}
