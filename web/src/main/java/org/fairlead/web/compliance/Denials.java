package org.fairlead.web.compliance;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Words;

/**
 * A rule's no in the reader's language. Rules are stored in no language: instants, local times, zones and stretches of
 * time as ISO writes them are put into words here. A code that nobody has put into words yet shows itself.
 */
public record Denials(Words words, Formats formats) {

    private static final String PREFIX = "compliance.denial.";
    private static final String WINDOW = "compliance.window.";

    /** What they compared is the number that was asked about: shown beside it, as far as the reader may see it. */
    private static final Set<String> ABOUT_THE_NUMBER = Set.of("do_not_call", "in_flight", "zone");

    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
    private static final Pattern LOCAL = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}");
    private static final Pattern OPEN = Pattern.compile("[0-9:]{5}-[0-9:]{5}( [0-9:]{5}-[0-9:]{5})*");
    private static final Pattern SPAN = Pattern.compile("P[0-9TDHMSYW.]+");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DAYS = Pattern.compile("(BUSINESS-)?DAYS-([0-9]+)");

    /** The whole of it. */
    public String full(Denial denial) {
        String detail = detail(denial);
        return detail.isEmpty() ? head(denial) : head(denial) + ": " + detail;
    }

    /** All that a verdict says no for, each thing once. */
    public String full(Verdict verdict) {
        return verdict.denials().stream().map(this::full).distinct().collect(Collectors.joining("; "));
    }

    public String head(Denial denial) {
        String kind = PREFIX + denial.kind();
        return words.has(kind) ? words.get(kind) : denial.kind();
    }

    /** What was compared; nothing where nobody has put it into words. */
    public String detail(Denial denial) {
        String key = PREFIX + denial.code() + ".detail";
        return denial.params().isEmpty() || !words.has(key) || ABOUT_THE_NUMBER.contains(denial.code())
                ? ""
                : words.format(key, arguments(spoken(denial)));
    }

    /** The kind of a hold is a word of the rules, not of a language. */
    private List<String> spoken(Denial denial) {
        if (!denial.code().equals("hold")) {
            return denial.params();
        }
        List<String> params = new ArrayList<>(denial.params());
        params.set(0, DossierWords.holdKind(words, params.get(0)));
        return params;
    }

    /** How far a limit was used up: "2 of 3 in 7 days". */
    public String count(Verdict.Count count) {
        return words.format("compliance.count", count.seen(), count.most(), window(count.window()));
    }

    /** Parameters as they are stored, for a pattern of the bundles. */
    public Object[] arguments(List<String> params) {
        return params.stream().map(this::shown).toArray();
    }

    /** Whole numbers stay numbers: their nouns follow them. */
    private Object shown(String parameter) {
        if (COUNT.matcher(parameter).matches()) {
            return Integer.valueOf(parameter);
        }
        try {
            if (INSTANT.matcher(parameter).matches()) {
                return formats.dateTime(Instant.parse(parameter));
            }
            if (LOCAL.matcher(parameter).matches()) {
                return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(formats.locale())
                        .format(LocalDateTime.parse(parameter));
            }
            if (DAY.matcher(parameter).matches()) {
                return formats.date(LocalDate.parse(parameter));
            }
            if (OPEN.matcher(parameter).matches()) {
                return TIME.matcher(parameter.replace(" ", ", ").replace('-', '–'))
                        .replaceAll((MatchResult time) -> clock(time.group()));
            }
            if (parameter.indexOf('/') > 0 && ZoneId.getAvailableZoneIds().contains(parameter)) {
                return ZoneId.of(parameter).getDisplayName(TextStyle.FULL, formats.locale());
            }
        } catch (DateTimeException noTime) {
            return parameter;
        }
        return window(parameter);
    }

    private String clock(String time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(formats.locale())
                .format(LocalTime.parse(time));
    }

    /** A stretch of time: "7 days" for PT168H, "1 day and the same calendar day" for what two rules count differently. */
    public String window(String code) {
        return Arrays.stream(code.split("\\+"))
                .map(this::stretch)
                .reduce((one, other) -> words.format(WINDOW + "and", one, other))
                .orElse(code);
    }

    private String stretch(String code) {
        if (words.has(WINDOW + code)) {
            return words.get(WINDOW + code);
        }
        var days = DAYS.matcher(code);
        if (days.matches()) {
            String key = days.group(1) == null ? "days" : "business-days";
            return words.format(WINDOW + key, Integer.parseInt(days.group(2)));
        }
        return SPAN.matcher(code).matches() ? length(code) : code;
    }

    private String length(String iso) {
        try {
            if (iso.contains("T")) {
                long hours = Duration.parse(iso).toHours();
                return hours % 24 == 0
                        ? words.format(WINDOW + "days", hours / 24)
                        : words.format(WINDOW + "hours", hours);
            }
            Period period = Period.parse(iso);
            long days = period.get(ChronoUnit.DAYS);
            return days == 0
                    ? words.format(WINDOW + "months", period.toTotalMonths())
                    : words.format(WINDOW + "days", days);
        } catch (DateTimeException noLength) {
            return iso;
        }
    }
}
