package org.fairlead.i18n;

import com.ibm.icu.text.DateTimePatternGenerator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, shares, money, times and durations as a language writes them, in one time zone. Whatever is absent is a
 * dash: "not applicable" is never shown as nought.
 */
public record Formats(Locale locale, ZoneId zone) {

    private static final String NONE = "–";
    private static final String LANGUAGE_SKILL = "lang:";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Formats of(Language language, ZoneId zone) {
        return new Formats(language.locale(), zone);
    }

    public String number(@Nullable Number value) {
        return value == null ? NONE : NumberFormat.getIntegerInstance(locale).format(value);
    }

    public String decimal(@Nullable Number value, int places) {
        if (value == null) {
            return NONE;
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** A number to be edited, with the language's decimal mark and nothing between thousands. */
    public String editable(@Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(value.scale());
        format.setMaximumFractionDigits(value.scale());
        return format.format(value);
    }

    /** A share given in percent (85 is 85%), with one decimal place; Turkish writes the sign in front. */
    public String percent(@Nullable BigDecimal percent) {
        return percent(percent, 1);
    }

    public String percent(@Nullable BigDecimal percent, int places) {
        if (percent == null) {
            return NONE;
        }
        var format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(percent.divide(HUNDRED, MathContext.DECIMAL64));
    }

    /** As many places as it was given with. */
    public String percentExact(BigDecimal percent) {
        return percent(percent, Math.max(0, percent.stripTrailingZeros().scale()));
    }

    /** A share of two counts; of nothing there is no share. */
    public String percentOf(long part, long whole) {
        return whole == 0
                ? NONE
                : percent(BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64));
    }

    public String money(@Nullable BigDecimal amount, String currencyCode) {
        if (amount == null) {
            return NONE;
        }
        var currency = Currency.getInstance(currencyCode);
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format.format(amount);
    }

    /** 0:06, 1:52, 22:10, 1:02:03: a wait or a talk, read the same in every language. */
    public String duration(@Nullable Duration duration) {
        return duration == null ? NONE : seconds(duration.toSeconds());
    }

    public String seconds(@Nullable Number seconds) {
        if (seconds == null) {
            return NONE;
        }
        long s = Math.max(0, seconds.longValue());
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    public String date(@Nullable LocalDate date) {
        return date == null
                ? NONE
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(date);
    }

    /** The month that a day lies in. */
    public String month(@Nullable LocalDate day) {
        return day == null
                ? NONE
                : DateTimeFormatter.ofPattern(
                                DateTimePatternGenerator.getInstance(locale).getBestPattern("yLLLL"), locale)
                        .format(day);
    }

    /** The day of an instant. Not called {@code date}: a page that calls it with nothing could mean either. */
    public String dateOf(@Nullable Instant at) {
        return at == null ? NONE : date(at.atZone(zone).toLocalDate());
    }

    /** With the day of the week and the month in full, for a heading. */
    public String longDate(@Nullable LocalDate date) {
        return date == null
                ? NONE
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(locale)
                        .format(date);
    }

    public String time(@Nullable Instant at) {
        return at == null
                ? NONE
                : DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atZone(zone));
    }

    public String dateTime(@Nullable Instant at) {
        return at == null
                ? NONE
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atZone(zone));
    }

    /** The zone's name, short, as a reader of this language knows it. */
    public String zoneName() {
        return zone.getDisplayName(TextStyle.SHORT, locale);
    }

    /** A language's name in this language: "italiano", "İtalyanca". */
    public String languageName(@Nullable String tag) {
        return tag == null || tag.isBlank() ? NONE : Locale.forLanguageTag(tag).getDisplayLanguage(locale);
    }

    /** A skill as a label: languages by their names, the house's own as it wrote them. */
    public String skillName(String code) {
        String name = code.startsWith(LANGUAGE_SKILL)
                ? languageName(code.substring(LANGUAGE_SKILL.length()))
                : code.replace('-', ' ').replace(':', ' ');
        return name.isEmpty() ? NONE : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    public String countryName(@Nullable String country) {
        return country == null || country.isBlank()
                ? NONE
                : new Locale.Builder().setRegion(country).build().getDisplayCountry(locale);
    }
}
