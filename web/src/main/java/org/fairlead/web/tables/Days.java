package org.fairlead.web.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Days in fields, as they are written where the reader's language is spoken; what ISO writes is understood everywhere. A
 * browser's own date field follows the browser's language, not the page's.
 */
public record Days(Locale locale) {

    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}");
    private static final Pattern PARTS = Pattern.compile("([0-9]{1,4})[\\s./-]+([0-9]{1,2})[\\s./-]+([0-9]{1,4})");
    private static final Pattern MOMENT = Pattern.compile("(.*[0-9])[\\s,T]+([0-9]{1,2})[:.]([0-9]{2})");
    private static final int CENTURY = 2000;
    private static final int TWO_DIGITS = 100;

    public String show(@Nullable LocalDate day) {
        return day == null ? "" : format().format(day);
    }

    /** An hour of a day, to the minute. */
    public String show(LocalDateTime at) {
        return show(at.toLocalDate()) + " "
                + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at);
    }

    /**
     * @return null for an empty field
     * @throws Refused {@code day} for what is no day
     */
    public @Nullable LocalDate read(@Nullable String written) {
        String text = written == null ? "" : written.strip();
        if (text.isEmpty()) {
            return null;
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new Refused("day", text);
        }
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(2));
        int last = Integer.parseInt(parts.group(3));
        try {
            if (ISO.matcher(text).matches()) {
                return LocalDate.of(first, second, last);
            }
            int year = last < TWO_DIGITS ? CENTURY + last : last;
            return monthFirst() ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
        } catch (DateTimeException e) {
            throw refused(text, e);
        }
    }

    /**
     * @return null for an empty field
     * @throws Refused {@code moment} for what is no hour of a day
     */
    public @Nullable LocalDateTime readMoment(@Nullable String written) {
        String text = written == null ? "" : written.strip();
        if (text.isEmpty()) {
            return null;
        }
        Matcher parts = MOMENT.matcher(text);
        LocalDate day = parts.matches() ? read(parts.group(1)) : null;
        if (day == null) {
            throw new Refused("moment", text);
        }
        try {
            return day.atTime(LocalTime.of(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))));
        } catch (DateTimeException e) {
            Refused refused = new Refused("moment", text);
            refused.initCause(e);
            throw refused;
        }
    }

    private static Refused refused(String text, DateTimeException why) {
        Refused refused = new Refused("day", text);
        refused.initCause(why);
        return refused;
    }

    private boolean monthFirst() {
        String pattern = pattern();
        return pattern.indexOf('M') < pattern.indexOf('d');
    }

    private DateTimeFormatter format() {
        return DateTimeFormatter.ofPattern(
                pattern().replaceAll("d+", "dd").replaceAll("M+", "MM").replaceAll("[yu]+", "uuuu"), locale);
    }

    private String pattern() {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    }
}
