package org.fairlead.compliance.entity;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.entity.HoursRule.Day;
import org.fairlead.compliance.entity.HoursRule.Window;
import org.fairlead.shared.Json;
import org.jspecify.annotations.Nullable;

/** The laws' rules, as the pack has them, and how they meet a campaign's own limits. */
public record RulePack(List<PackRule> rules, Holidays holidays) {

    private static final TypeReference<JsonNode> PARAMETERS = new TypeReference<>() {};
    private static final Map<String, String> SCOPES =
            Map.of("TELESALES", "telemarketing", "COLLECTIONS", "collections", "SUPPORT", "service");

    public RulePack {
        rules = List.copyOf(rules);
    }

    /** Reads {@code outreach-rules.csv}. */
    public static RulePack read(Reader csv, Holidays holidays) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<PackRule> rules = new ArrayList<>();
        for (CSVRecord line : format.parse(csv)) {
            rules.add(new PackRule(
                    line.get("rule_id"),
                    line.get("jurisdiction"),
                    line.get("scope"),
                    line.get("kind"),
                    Json.read(line.get("params_json"), PARAMETERS),
                    line.get("citation"),
                    line.get("basis"),
                    date(line.get("effective_from")),
                    date(line.get("effective_to"))));
        }
        return new RulePack(rules, holidays);
    }

    /** What applies to an attempt in any of these jurisdictions: the laws in force that day, the campaign's own limits. */
    public List<OutreachRule> applying(Set<String> jurisdictions, OutreachLimits limits, Instant at) {
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        String scope = SCOPES.getOrDefault(limits.programKind(), "");
        List<OutreachRule> applying = new ArrayList<>();
        rules.stream()
                .filter(rule -> jurisdictions.contains(rule.jurisdiction()))
                .filter(rule -> rule.scope().equals("all") || rule.scope().equals(scope))
                .filter(rule -> rule.effectiveOn(day))
                .map(rule -> rule.rule(holidays))
                .flatMap(Optional::stream)
                .forEach(applying::add);
        ownHours(limits).ifPresent(applying::add);
        applying.add(new CapRule(
                "CAMPAIGN-CAP", "", limits.capCount(), new CapRule.Window.Rolling(Duration.ofDays(limits.capDays()))));
        return applying;
    }

    private static Optional<OutreachRule> ownHours(OutreachLimits limits) {
        if (limits.callFrom().equals(limits.callUntil())) {
            return Optional.empty();
        }
        List<Window> window = List.of(new Window(limits.callFrom(), limits.callUntil()));
        Map<Day, List<Window>> windows = new EnumMap<>(Day.class);
        windows.put(Day.MON_FRI, window);
        windows.put(Day.SAT, window);
        windows.put(Day.SUN, window);
        windows.put(Day.HOLIDAY, HoursRule.SAME);
        return Optional.of(new HoursRule("CAMPAIGN-HOURS", "", "", windows, List.of(), Holidays.NONE));
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
