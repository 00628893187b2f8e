package org.fairlead.routing.entity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.routing.OpeningHours;
import org.fairlead.routing.QueueMenu;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.QueuePolicy.Crew;
import org.fairlead.routing.QueuePolicy.Entry;
import org.fairlead.routing.QueuePolicy.Fact;
import org.fairlead.routing.QueuePolicy.Speech;
import org.fairlead.routing.QueuePolicy.Spill;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.routing.Wider;
import org.fairlead.routing.entity.acd.AgentOrder;
import org.fairlead.routing.entity.acd.EntryRule;
import org.fairlead.routing.entity.acd.Overflow;
import org.fairlead.routing.entity.acd.QueueRules;
import org.fairlead.routing.entity.acd.QueueRules.Opening;
import org.fairlead.routing.entity.acd.QueueRulesBuilder;
import org.fairlead.routing.entity.acd.Ring;
import org.fairlead.routing.entity.acd.Treatment;
import org.jspecify.annotations.Nullable;

/** What is set up for a queue, in the words of the distributor. */
public final class PolicyRules {

    /** What callers of a closed queue hear. */
    static final String CLOSED = "closed";

    /** Nobody of a lower level is served as long as one of a higher waits: a day is never made up for by waiting. */
    private static final long STRICT = 86_400_000L;

    private static final long SECOND = 1000;

    /** Who is idle longest; of two idle since the same instant the better skilled. */
    private static final List<AgentOrder> USUAL = List.of(AgentOrder.LONGEST_IDLE, AgentOrder.BEST_FIT);

    private PolicyRules() {}

    /** @param state whether the queue is open now */
    public static QueueRules of(QueueIdentity queue, QueuePolicy policy, OpeningHours.State state) {
        QueueRulesBuilder rules = QueueRules.of(queue.id(), queue.client())
                .level(queue.priority())
                .levelWorth(policy.levelSeconds() == 0 ? STRICT : policy.levelSeconds() * SECOND)
                .vipWorth(STRICT)
                .rings(rings(queue.skills(), policy))
                .orders(orders(policy))
                .preferredFor(policy.preferredSeconds() * SECOND)
                .lifts(policy.lifts().stream()
                        .map(lift -> new QueueRules.ValueLift(lift.from(), lift.levels()))
                        .toList())
                .entries(entries(queue, policy))
                .overflows(policy.spills().stream().map(PolicyRules::overflow).toList())
                .opening(opening(state))
                .closed(policy.closed() == null ? new Treatment.Goodbye(CLOSED) : treatment(policy.closed()));
        Crew crew = policy.crew();
        if (crew != null) {
            rules.list(crew.list()).teams(crew.teams()).shares(crew.shares());
        }
        return rules.build();
    }

    /** What a queue is, whatever its policy. */
    public record QueueIdentity(java.util.UUID id, int client, Map<String, Integer> skills, int priority) {}

    static Opening opening(OpeningHours.State state) {
        return switch (state) {
            case OPEN -> Opening.OPEN;
            case CLOSED -> Opening.CLOSED;
            case HOLIDAY -> Opening.HOLIDAY;
        };
    }

    private static List<Ring> rings(Map<String, Integer> skills, QueuePolicy policy) {
        Speech speech = policy.speech();
        int least = speech == null ? 0 : speech.least();
        String orElse = speech == null || speech.orElse().isEmpty() ? null : speech.orElse();
        List<Ring> rings = new ArrayList<>(List.of(Ring.of(skills).speaking(least, orElse)));
        for (Wider ring : policy.wider()) {
            rings.add(Ring.of(ring.asks(skills))
                    .speaking(ring.speaks(least), orElse)
                    .after(ring.afterSeconds() * SECOND));
        }
        return rings;
    }

    private static List<AgentOrder> orders(QueuePolicy policy) {
        if (policy.orders().isEmpty()) {
            return USUAL;
        }
        return policy.orders().stream().map(AgentOrder::valueOf).toList();
    }

    /** What is said of contacts when they come, and what the keys of the queue's own menu ask for. */
    private static List<EntryRule> entries(QueueIdentity queue, QueuePolicy policy) {
        List<EntryRule> rules = new ArrayList<>();
        QueueMenu menu = policy.menu();
        for (QueueMenu.Question question : menu == null ? List.<QueueMenu.Question>of() : menu.questions()) {
            String fact = QueueMenu.pressedFact(queue.id(), question.name());
            for (QueueMenu.Key key : question.keys()) {
                if (!key.skills().isEmpty() || key.levels() != 0) {
                    rules.add(new EntryRule(fact, key.key(), key.skills(), key.levels(), null));
                }
            }
        }
        policy.entries().stream().map(PolicyRules::entry).forEach(rules::add);
        return rules;
    }

    private static EntryRule entry(Entry entry) {
        if (entry.fact() == Fact.MENU) {
            String[] fact = entry.value().split("=", 2);
            return new EntryRule(
                    QueueMenu.fact(fact[0]), fact[1], entry.skills(), entry.levels(), treatment(entry.way()));
        }
        return new EntryRule(
                factName(entry.fact()), entry.value(), entry.skills(), entry.levels(), treatment(entry.way()));
    }

    private static String factName(Fact fact) {
        return fact.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What is known of a contact when it comes, as its queue's entry rules ask for it.
     *
     * @param menu what was learnt by keys, see {@link QueueMenu#answers}
     * @param clock of the queue's hours; null when there are none: no rule asks for a time then
     */
    public static Map<String, String> answers(
            Map<Fact, String> known, Map<String, String> menu, @Nullable ZoneId clock, Instant now) {
        Map<String, String> answers = new HashMap<>(menu);
        known.forEach((fact, value) -> answers.put(factName(fact), value));
        if (clock != null) {
            ZonedDateTime local = now.atZone(clock);
            answers.put(factName(Fact.WEEKDAY), local.getDayOfWeek().name());
            answers.put(factName(Fact.HOUR), Integer.toString(local.getHour()));
        }
        return answers;
    }

    public static @Nullable ZoneId zone(QueuePolicy policy) {
        OpeningHours hours = policy.hours();
        return hours == null ? null : ZoneId.of(hours.zone());
    }

    private static Overflow overflow(Spill spill) {
        long bound = spill.when() == QueuePolicy.When.LENGTH ? spill.bound() : spill.bound() * SECOND;
        Treatment treatment = treatment(spill.way());
        if (treatment == null) {
            throw new IllegalArgumentException("a queue that spills says where to: " + spill);
        }
        return new Overflow(Overflow.Trigger.valueOf(spill.when().name()), bound, treatment);
    }

    private static @Nullable Treatment treatment(@Nullable Way way) {
        if (way == null) {
            return null;
        }
        return switch (way.kind()) {
            case QUEUE -> way.queue() == null ? null : new Treatment.ToQueue(way.queue());
            case SITE -> way.site() == null ? null : new Treatment.ToSite(way.site());
            case VOICEMAIL -> new Treatment.Voicemail();
            case CALLBACK -> new Treatment.Callback();
            case OUTSIDE -> way.number() == null ? null : new Treatment.Outside(way.number());
            case GOODBYE -> new Treatment.Goodbye(way.prompt() == null ? CLOSED : way.prompt());
        };
    }
}
