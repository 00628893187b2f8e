package org.fairlead.compliance.entity;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.entity.HoursRule.Day;
import org.fairlead.compliance.entity.HoursRule.Window;
import org.fairlead.shared.Holidays;
import org.fairlead.shared.Json;
import org.jspecify.annotations.Nullable;

/** All rules in all their versions, as the decision reads them, and how they meet a campaign's own limits. */
public final class RulePack {

    private static final TypeReference<JsonNode> PARAMETERS = new TypeReference<>() {};
    private static final Map<String, String> SCOPES =
            Map.of("TELESALES", "telemarketing", "COLLECTIONS", "collections", "SUPPORT", "service");

    private final Map<String, List<Scoped>> byJurisdiction;
    private final Holidays holidays;

    private record Scoped(String scope, OutreachRule rule) {}

    /** @param lines every version of every rule */
    public RulePack(List<RuleLine> lines, Holidays holidays) {
        this.holidays = holidays;
        this.byJurisdiction = lines.stream()
                .collect(Collectors.groupingBy(
                        RuleLine::jurisdiction,
                        Collectors.flatMapping(line -> scoped(line, lines).stream(), Collectors.toList())));
    }

    private List<Scoped> scoped(RuleLine line, List<RuleLine> all) {
        LocalDate next = all.stream()
                .filter(other -> other.id().equals(line.id()) && other.version() > line.version())
                .map(other -> Objects.requireNonNullElse(other.from(), LocalDate.MIN))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return line.rules(next, holidays).stream()
                .map(rule -> new Scoped(line.scope(), rule))
                .toList();
    }

    /** Reads {@code outreach-rules.csv}: version 1 of each rule. */
    public static List<RuleLine> read(Reader csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<RuleLine> rules = new ArrayList<>();
        for (CSVRecord line : format.parse(csv)) {
            rules.add(new RuleLine(
                    line.get("rule_id"),
                    1,
                    line.get("jurisdiction"),
                    line.get("scope"),
                    line.get("kind"),
                    Json.read(line.get("params_json"), PARAMETERS),
                    line.get("citation"),
                    line.get("basis"),
                    date(line.get("effective_from")),
                    date(line.get("effective_to"))));
        }
        return rules;
    }

    /**
     * What may apply to an attempt in any of these jurisdictions: the laws, and the campaign's own limits. When each is in
     * force is for the decision to see.
     */
    public List<OutreachRule> applying(Set<String> jurisdictions, OutreachLimits limits) {
        String scope = SCOPES.getOrDefault(limits.programKind(), "");
        List<OutreachRule> applying = new ArrayList<>();
        for (String jurisdiction : jurisdictions) {
            for (Scoped scoped : byJurisdiction.getOrDefault(jurisdiction, List.of())) {
                if (scoped.scope().equals("all") || scoped.scope().equals(scope)) {
                    applying.add(scoped.rule());
                }
            }
        }
        byJurisdiction.getOrDefault("", List.of()).forEach(scoped -> applying.add(scoped.rule()));
        ownHours(limits).ifPresent(applying::add);
        applying.add(CapRule.ofNumber(
                RuleHead.own("CAMPAIGN-CAP", CapRule.KIND),
                limits.capCount(),
                new Span.Rolling(Duration.ofDays(limits.capDays()))));
        return applying;
    }

    /** Of the rules about abandoned calls that are in force there, the one that allows least. */
    public Optional<AbandonmentRule> strictestAbandonment(
            Set<String> jurisdictions, OutreachLimits limits, Instant at) {
        return applying(jurisdictions, limits).stream()
                .filter(AbandonmentRule.class::isInstance)
                .map(AbandonmentRule.class::cast)
                .filter(rule -> rule.head().inForce(List.of(), at))
                .min(Comparator.comparing(AbandonmentRule::rate)
                        .thenComparing(rule -> rule.head().reference()));
    }

    private static Optional<OutreachRule> ownHours(OutreachLimits limits) {
        if (limits.callFrom().equals(limits.callUntil())) {
            return Optional.empty();
        }
        return Optional.of(new HoursRule(
                RuleHead.own("CAMPAIGN-HOURS", HoursRule.KIND),
                everyDay(limits.callFrom(), limits.callUntil()),
                List.of(),
                Set.of(Channel.VOICE, Channel.SMS),
                null,
                Holidays.NONE));
    }

    private static Map<Day, List<Window>> everyDay(LocalTime from, LocalTime until) {
        List<Window> window = List.of(new Window(from, until));
        Map<Day, List<Window>> windows = new EnumMap<>(Day.class);
        windows.put(Day.MON_FRI, window);
        windows.put(Day.SAT, window);
        windows.put(Day.SUN, window);
        windows.put(Day.HOLIDAY, HoursRule.SAME);
        return windows;
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
