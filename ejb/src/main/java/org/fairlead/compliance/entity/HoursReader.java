package org.fairlead.compliance.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.entity.HoursRule.Day;
import org.fairlead.compliance.entity.HoursRule.Window;
import org.fairlead.shared.Holidays;

/** Reads hours by kind of day, as the pack writes them. */
record HoursReader(RuleHead head, Holidays holidays) {

    HoursRule read(JsonNode hours, Set<Channel> channels) {
        Map<Day, List<Window>> windows = new EnumMap<>(Day.class);
        windows.put(Day.MON_FRI, windows(hours.path(hours.has("mon_sat") ? "mon_sat" : "mon_fri")));
        windows.put(Day.SAT, windows(hours.path(hours.has("mon_sat") ? "mon_sat" : "sat")));
        windows.put(Day.SUN, windows(hours.path("sun")));
        JsonNode holiday = hours.path("holiday");
        windows.put(Day.HOLIDAY, holiday.isTextual() || holiday.isMissingNode() ? HoursRule.SAME : windows(holiday));
        if (hours.has("pre_holiday")) {
            windows.put(Day.PRE_HOLIDAY, windows(hours.path("pre_holiday")));
        }
        List<ZoneId> extra = hours.has("tz_override")
                ? List.of(ZoneId.of(hours.path("tz_override").asText()))
                : List.of();
        return new HoursRule(head, windows, extra, channels, null, holidays);
    }

    /** Hours for calls to where somebody works: on working days only. */
    Optional<HoursRule> workplace(JsonNode hours) {
        if (!hours.has("workplace")) {
            return Optional.empty();
        }
        Map<Day, List<Window>> windows = new EnumMap<>(Day.class);
        windows.put(Day.MON_FRI, windows(hours.path("workplace")));
        return Optional.of(new HoursRule(head, windows, List.of(), Set.of(Channel.VOICE), Place.WORK, holidays));
    }

    /** One window, or a list of them; null for a day that is closed. */
    private static List<Window> windows(JsonNode node) {
        List<Window> windows = new ArrayList<>();
        if (node.isArray() && node.path(0).isTextual()) {
            windows.add(new Window(time(node.path(0)), time(node.path(1))));
        } else {
            node.forEach(window -> windows.addAll(windows(window)));
        }
        windows.sort(Comparator.comparing(Window::from));
        return windows;
    }

    private static LocalTime time(JsonNode node) {
        return LocalTime.parse(node.asText());
    }
}
