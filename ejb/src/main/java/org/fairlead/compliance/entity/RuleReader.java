package org.fairlead.compliance.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.PastContact.Result;
import org.fairlead.compliance.entity.CapRule.Counter;
import org.fairlead.compliance.entity.CapRule.Key;
import org.fairlead.compliance.entity.ConsentRule.Needs;
import org.fairlead.compliance.entity.CoolingOffRule.Unless;
import org.fairlead.compliance.entity.PlainRule.Condition;
import org.fairlead.shared.Holidays;
import org.jspecify.annotations.Nullable;

/**
 * Turns a line of the pack into rules of the decision. The pack's parameters were written by people from statutes: where
 * they leave something open, the stricter reading is taken.
 */
final class RuleReader {

    private static final Set<Channel> EVERY = Set.of(Channel.values());
    private static final Set<Channel> CALLS = Set.of(Channel.VOICE, Channel.SMS);
    private static final Set<Result> TALKED = Set.of(Result.CONVERSATION, Result.REFUSAL, Result.UNKNOWN);

    /** With fewer live calls than this one abandoned call would be too many already. */
    private static final int LIVE_BASE = 100;

    private final RuleHead head;
    private final String scope;
    private final JsonNode parameters;
    private final Holidays holidays;
    private final SpanReader spans;
    private final List<OutreachRule> rules = new ArrayList<>();

    RuleReader(RuleHead head, String scope, JsonNode parameters, Holidays holidays) {
        this.head = head;
        this.scope = scope;
        this.parameters = parameters;
        this.holidays = holidays;
        this.spans = new SpanReader(head.jurisdiction(), holidays);
    }

    List<OutreachRule> read() {
        switch (head.kind()) {
            case HoursRule.KIND -> hours(parameters);
            case CapRule.KIND -> caps();
            case CoolingOffRule.KIND -> coolingOff();
            case ConsentRule.KIND -> consent();
            case HoldRule.KIND -> rules.add(new HoldRule(head, holds()));
            case ScrubRule.KIND -> rules.add(new ScrubRule(head, text("list"), scrubDays()));
            case AbandonmentRule.KIND -> abandonment();
            case "ring_time" -> rules.add(new PlainRule(
                    head,
                    Condition.RINGS_LONG_ENOUGH,
                    Set.of(),
                    parameters.path("min_s").asInt()));
            case "disclosure" -> disclosure();
            case CallerIdRule.KIND -> callerId();
            case "data_residency" -> rules.add(
                    new PlainRule(head, Condition.DATA_KEPT_IN, Set.of(text("primary_db")), 0));
            case "site" -> sites();
            default -> rules.add(new DutyRule(head, parameters.toString()));
        }
        return rules;
    }

    private void hours(JsonNode from) {
        HoursReader reader = new HoursReader(head, holidays);
        rules.add(reader.read(from, CALLS));
        reader.workplace(from).ifPresent(rules::add);
        Set<Channel> others = channels(
                from.path("also_channels").toString() + from.path("channels").toString());
        others.removeAll(CALLS);
        if (!others.isEmpty()) {
            rules.add(reader.read(from, others));
        }
    }

    private void caps() {
        if (text("per").equals("caller")) {
            rules.add(new DutyRule(head, parameters.toString()));
            return;
        }
        if (parameters.path("hours").isObject()) {
            hours(parameters.path("hours"));
        }
        JsonNode house = parameters.path("house_default");
        Span window = spans.window(parameters.has("window") ? parameters : house);
        Set<Channel> messages = channels("messages");
        cap(parameters.path("max"), window, counter(), capChannels(), place());
        cap(parameters.path("max_calls"), window, Counter.ATTEMPTS, Set.of(Channel.VOICE), null);
        cap(parameters.path("max_messages"), window, Counter.MESSAGES, messages, null);
        cap(parameters.path("work_max"), window, counter(), capChannels(), Place.WORK);
        cap(house.path("attempts_per_day"), window, Counter.ATTEMPTS, EVERY, null);
        cap(house.path("voice_conversations"), window, Counter.CONVERSATIONS, Set.of(Channel.VOICE), null);
    }

    private void cap(JsonNode most, Span window, Counter counter, Set<Channel> channels, @Nullable Place place) {
        if (most.isInt()) {
            rules.add(new CapRule(
                    head,
                    most.asInt(),
                    window,
                    counter,
                    key(),
                    channels,
                    !parameters.path("excludes").toString().contains("did not connect"),
                    place,
                    text("after").contains("conversation")));
        }
    }

    private Counter counter() {
        String counts = text("counts");
        if (counts.startsWith("conversation")) {
            return Counter.CONVERSATIONS;
        }
        return counts.startsWith("contact") ? Counter.CONNECTS : Counter.ATTEMPTS;
    }

    private Key key() {
        String per = text("per");
        if ((per.contains("debt") && per.contains("+")) || per.equals("account")) {
            return Key.DEBT;
        }
        return per.equals("number") ? Key.NUMBER : Key.PERSON;
    }

    private @Nullable Place place() {
        String place = text("place");
        if (place.isEmpty()) {
            return text("per").equals("third party") ? Place.THIRD_PARTY : null;
        }
        return place.contains("work") ? Place.WORK : Place.PERSONAL;
    }

    /** A cap that names no channel is on all of them. */
    private Set<Channel> capChannels() {
        JsonNode channel = parameters.path("channel");
        return channel.isMissingNode() ? EVERY : channels(channel.toString());
    }

    private void coolingOff() {
        String after = text("after");
        Unless unless = text("unless").contains("agent reserved")
                ? Unless.AGENT_RESERVED
                : text("unless").contains("consent") ? Unless.CONSENT : Unless.NEVER;
        Set<Result> results = after.contains("abandoned")
                ? EnumSet.of(Result.ABANDONED, Result.MACHINE, Result.UNKNOWN)
                : after.contains("refusal") ? Set.of(Result.REFUSAL) : TALKED;
        Key key = after.contains("abandoned") ? Key.NUMBER : key();
        Span wait = parameters.path("conversation_day_is_day").asInt() == 1
                ? new Span.DaysFromTheEvents(spans.days(text("duration")))
                : spans.of(text("duration"));
        rules.add(new CoolingOffRule(head, results, wait, key, Set.of(Channel.VOICE), unless));
    }

    private void consent() {
        String kind = text("kind");
        boolean asks = parameters.has("needs") || parameters.has("list");
        if (kind.contains("recording") || (!asks && !parameters.has("event"))) {
            rules.add(new DutyRule(head, parameters.toString()));
            return;
        }
        boolean robots = text("when").contains("prerecorded");
        JsonNode channel = parameters.path("channel");
        Set<Channel> channels = channel.isMissingNode() ? EVERY : channels(channel.toString());
        String sector = text("sector");
        rules.add(new ConsentRule(
                head,
                asks ? Needs.GIVEN : Needs.NOT_REVOKED,
                robots ? CALLS : channels,
                sector.isEmpty() ? null : sector,
                robots));
    }

    private static final Map<String, String> HOLDS = Map.ofEntries(
            Map.entry("dispute", "dispute"),
            Map.entry("denies debt", "dispute"),
            Map.entry("cease", "cease"),
            Map.entry("not to be called", "cease"),
            Map.entry("medium opt-out", "cease"),
            Map.entry("attorney", "attorney"),
            Map.entry("breathing space", "breathing-space"),
            Map.entry("bankrupt", "bankrupt"),
            Map.entry("deceased", "deceased"),
            Map.entry("vulnerable", "vulnerable"),
            Map.entry("fraud", "fraud"));

    private Set<String> holds() {
        String on = parameters.path("on").toString().toLowerCase(Locale.ROOT);
        Set<String> holds = new TreeSet<>();
        HOLDS.forEach((words, hold) -> {
            if (on.contains(words)) {
                holds.add(hold);
            }
        });
        return holds;
    }

    private int scrubDays() {
        return spans.days(parameters.has("max_age") ? text("max_age") : text("list_validity"));
    }

    private void abandonment() {
        boolean hard = parameters.has("hard_stop_rate");
        BigDecimal rate = new BigDecimal(
                parameters.path(hard ? "hard_stop_rate" : "max_rate").asText());
        JsonNode base = parameters.path("min_live");
        int least = base.isInt() ? base.asInt() : hard ? 0 : LIVE_BASE;
        rules.add(new AbandonmentRule(head, rate, spans.period(parameters), hard, least));
    }

    private void disclosure() {
        if (text("trigger").contains("no agent") || text("message").contains("call-back")) {
            rules.add(new PlainRule(head, Condition.SAFE_HARBOUR, Set.of(), 0));
        }
        if (parameters.has("no_recall")) {
            rules.add(new CoolingOffRule(
                    head,
                    Set.of(Result.REFUSAL),
                    spans.of(text("no_recall")),
                    Key.PERSON,
                    Set.of(Channel.VOICE),
                    Unless.NEVER));
        }
        rules.add(new DutyRule(head, parameters.toString()));
    }

    private void callerId() {
        List<String> prefixes = new ArrayList<>();
        String wanted = scope.equals("telemarketing") ? text("promotional") : text("service_transactional");
        if (scope.equals("all")) {
            digits(text("promotional")).ifPresent(prefixes::add);
        }
        digits(wanted).ifPresent(prefixes::add);
        digits(text("prefix")).ifPresent(prefixes::add);
        rules.add(new CallerIdRule(
                head,
                prefixes.stream().distinct().toList(),
                parameters.path("premium").asBoolean(false),
                text("offshore_origin_with_plus39").contains("blocked")));
        rules.add(new DutyRule(head, parameters.toString()));
    }

    private static Optional<String> digits(String text) {
        String digits = text.replaceAll("^([0-9]*).*$", "$1");
        return digits.isEmpty() ? Optional.empty() : Optional.of(digits);
    }

    private void sites() {
        if (parameters.path("deny").isArray()) {
            rules.add(new PlainRule(head, Condition.SITE_NOT_IN, words(parameters.path("deny")), 0));
        }
        if (parameters.path("allow").isArray()) {
            rules.add(new PlainRule(head, Condition.SITE_IN, words(parameters.path("allow")), 0));
        }
    }

    private static Set<String> words(JsonNode array) {
        Set<String> words = new TreeSet<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static Set<Channel> channels(String text) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        if (text.contains("any") || text.contains("all channels")) {
            return EnumSet.allOf(Channel.class);
        }
        Map<String, Set<Channel>> named = Map.of(
                "voice", Set.of(Channel.VOICE),
                "recorded", Set.of(Channel.VOICE),
                "sms", Set.of(Channel.SMS),
                "email", Set.of(Channel.EMAIL),
                "social", Set.of(Channel.CHAT),
                "messages", Set.of(Channel.SMS, Channel.EMAIL, Channel.CHAT),
                "meeting", Set.of(Channel.MEETING),
                "face-to-face", Set.of(Channel.MEETING));
        named.forEach((word, meant) -> {
            if (text.contains(word)) {
                channels.addAll(meant);
            }
        });
        return channels;
    }

    private String text(String name) {
        return parameters.path(name).asText();
    }
}
