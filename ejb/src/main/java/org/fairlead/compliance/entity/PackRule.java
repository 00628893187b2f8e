package org.fairlead.compliance.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.compliance.entity.CapRule.Unit;
import org.fairlead.compliance.entity.HoursRule.Day;
import org.fairlead.compliance.entity.HoursRule.Window;
import org.jspecify.annotations.Nullable;

/**
 * A line of the rule pack. Only calling hours and plain caps on calls become rules so far; the other kinds are kept for
 * those who deepen the decision.
 *
 * @param scope {@code telemarketing}, {@code collections} or {@code all}
 * @param basis what the rule rests on; shown beside the citation, since no lawyer has read the pack
 */
public record PackRule(
        String id,
        String jurisdiction,
        String scope,
        String kind,
        JsonNode parameters,
        String citation,
        String basis,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    private static final Pattern PERIOD = Pattern.compile("P([0-9]+)([DWM])|PT([0-9]+)H");
    private static final int STRICT_MONTH = 31;

    /** Caps that count something else than calls to one person. */
    private static final Set<String> OTHER_COUNTS = Set.of("third party", "caller");

    boolean effectiveOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** @return empty when this line is of a kind that the decision does not know yet */
    Optional<OutreachRule> rule(Holidays holidays) {
        return switch (kind) {
            case HoursRule.KIND -> Optional.of(hours(holidays));
            case CapRule.KIND -> cap();
            default -> Optional.empty();
        };
    }

    private OutreachRule hours(Holidays holidays) {
        Map<Day, List<Window>> windows = new EnumMap<>(Day.class);
        windows.put(Day.MON_FRI, windows(parameters.path("mon_fri")));
        windows.put(Day.SAT, windows(parameters.path("sat")));
        windows.put(Day.SUN, windows(parameters.path("sun")));
        JsonNode holiday = parameters.path("holiday");
        windows.put(Day.HOLIDAY, holiday.isTextual() || holiday.isMissingNode() ? HoursRule.SAME : windows(holiday));
        if (parameters.has("pre_holiday")) {
            windows.put(Day.PRE_HOLIDAY, windows(parameters.path("pre_holiday")));
        }
        List<ZoneId> extra = parameters.has("tz_override")
                ? List.of(ZoneId.of(parameters.path("tz_override").asText()))
                : List.of();
        return new HoursRule(id, citation, jurisdiction, windows, extra, holidays);
    }

    /** One window, or a list of them; null for a day that is closed. */
    private static List<Window> windows(JsonNode node) {
        List<Window> windows = new ArrayList<>();
        if (node.isArray() && node.path(0).isTextual()) {
            windows.add(new Window(time(node.path(0)), time(node.path(1))));
        } else {
            node.forEach(window -> windows.addAll(windows(window)));
        }
        return windows;
    }

    private static LocalTime time(JsonNode node) {
        return LocalTime.parse(node.asText());
    }

    private Optional<OutreachRule> cap() {
        JsonNode most = parameters.has("max") ? parameters.path("max") : parameters.path("max_calls");
        Matcher period = PERIOD.matcher(parameters.path("window").asText());
        boolean simple = most.isInt()
                && period.matches()
                && countsCalls()
                && !parameters.has("place")
                && !parameters.has("metric")
                && !parameters.has("after")
                && !OTHER_COUNTS.contains(parameters.path("per").asText());
        return simple ? Optional.of(new CapRule(id, citation, most.asInt(), window(period))) : Optional.empty();
    }

    private boolean countsCalls() {
        JsonNode channel = parameters.path("channel");
        String channels = channel.isMissingNode() ? "voice" : channel.toString();
        return channels.contains("voice") || channels.contains("any") || channels.contains("all channels");
    }

    private CapRule.Window window(Matcher period) {
        if (period.group(3) != null) {
            return new CapRule.Window.Rolling(Duration.ofHours(Long.parseLong(period.group(3))));
        }
        int count = Integer.parseInt(period.group(1));
        char unit = period.group(2).charAt(0);
        if (parameters.path("window_type").asText().equals("calendar") && count == 1) {
            return new CapRule.Window.Calendar(unit == 'D' ? Unit.DAY : unit == 'W' ? Unit.WEEK : Unit.MONTH);
        }
        int days = unit == 'D' ? 1 : unit == 'W' ? 7 : STRICT_MONTH;
        return new CapRule.Window.Rolling(Duration.ofDays((long) count * days));
    }
}
