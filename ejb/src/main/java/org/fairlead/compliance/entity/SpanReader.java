package org.fairlead.compliance.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.compliance.entity.Span.Calendar;
import org.fairlead.compliance.entity.Span.Rolling;
import org.fairlead.shared.Holidays;

/** Reads how long things count, as the pack writes it. */
record SpanReader(String jurisdiction, Holidays holidays) {

    private static final Pattern PERIOD = Pattern.compile("^P(?:([0-9]+)([DWMY])|T([0-9]+)H).*");
    private static final Pattern BUSINESS_DAYS = Pattern.compile("^([0-9]+) business days.*");
    private static final int WEEK = 7;
    private static final int STRICT_MONTH = 31;

    /**
     * A cap's window. One day, week or month without a word on how it is meant can be read as the calendar's or as a
     * rolling one: then both hold.
     */
    Span window(JsonNode parameters) {
        String text = parameters.path("window").asText();
        if (text.startsWith("lifetime")) {
            return new Span.Lifetime();
        }
        if (text.equals("calendar month")) {
            return Calendar.MONTH;
        }
        Matcher period = PERIOD.matcher(text);
        if (!period.matches() || period.group(3) != null || !period.group(1).equals("1")) {
            return of(text);
        }
        Calendar calendar = calendar(period.group(2).charAt(0));
        return switch (parameters.path("window_type").asText()) {
            case "calendar" -> calendar;
            case "rolling" -> rolling(period);
            default -> new Span.Strictest(rolling(period), calendar);
        };
    }

    /** Over which a share is counted: one day, week or month is the calendar's. */
    Span period(JsonNode parameters) {
        return window(parameters) instanceof Span.Strictest both ? both.calendar() : window(parameters);
    }

    /** A plain length of time. */
    Span of(String text) {
        Matcher business = BUSINESS_DAYS.matcher(text);
        if (business.matches()) {
            return new Span.BusinessDays(Integer.parseInt(business.group(1)), jurisdiction, holidays);
        }
        Matcher period = PERIOD.matcher(text);
        if (!period.matches()) {
            throw new IllegalArgumentException("no length of time: " + text);
        }
        if (period.group(3) != null) {
            return new Rolling(Duration.ofHours(Integer.parseInt(period.group(3))));
        }
        return period.group(2).equals("Y")
                ? new Span.Calendric(Period.ofYears(Integer.parseInt(period.group(1))))
                : rolling(period);
    }

    /** The same as a number of days; what is shorter than a day is one. */
    int days(String text) {
        return of(text) instanceof Rolling rolling
                ? (int) Math.max(1, rolling.length().toDays())
                : 1;
    }

    private static Calendar calendar(char unit) {
        return unit == 'D' ? Calendar.DAY : unit == 'W' ? Calendar.WEEK : Calendar.MONTH;
    }

    private static Rolling rolling(Matcher period) {
        char unit = period.group(2).charAt(0);
        int days = unit == 'D' ? 1 : unit == 'W' ? WEEK : STRICT_MONTH;
        return new Rolling(Duration.ofDays(Long.parseLong(period.group(1)) * days));
    }
}
