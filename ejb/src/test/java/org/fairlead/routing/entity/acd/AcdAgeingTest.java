package org.fairlead.routing.entity.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * How long people really wait on a floor that never catches up, beside a line without urgency: agents who are equally able
 * and talk equally long, and more callers than they can answer, most of them more urgent than others. In a line without
 * urgency the n-th to come is the n-th to be answered. With it nobody may be answered later than the last one would have been
 * there who came within the ageing bound after them: so much is the whole price of urgency, however many urgent callers go on
 * coming.
 */
class AcdAgeingTest {

    private static final AcdSettings SETTINGS = new AcdSettings(10_000, 60_000);
    private static final int CALLERS = 400;
    private static final int LEVELS = 10;
    private static final long TALK = 30_000;
    private static final double OVERLOAD = 1.3;
    private static final long LEVEL = 5_000;
    private static final long VIP = 20_000;

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void nobodyWaitsLongerThanUrgencyIsWorth(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int agents) {
        List<Caller> callers = callers(new Random(seed), agents, 1);

        Map<UUID, Long> answered = answered(callers, agents, List.of(rules(0, 1).build()));

        assertThat(answered).hasSize(CALLERS);
        List<Long> withoutUrgency = inOrder(callers, agents);
        for (Caller each : callers) {
            assertThat(answered.get(each.id()))
                    .as("%s", each)
                    .isLessThanOrEqualTo(lastWithin(callers, withoutUrgency, each, worthAbove(each)));
        }
    }

    /** There the bound is the distributor's own, if that is more than what urgency is worth. */
    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void nobodyWaitsLongerThanTheBoundWhereMoneyDecides(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int agents) {
        List<Caller> callers = callers(new Random(seed), agents, 3);
        List<QueueRules> queues = List.of(
                rules(0, 1).build(),
                rules(1, 2).cost(new MissCost(20_000, 900_000, 50)).build(),
                rules(2, 3).cost(new MissCost(40_000, 2_000, 10)).build());

        Map<UUID, Long> answered = answered(callers, agents, queues);

        assertThat(answered).hasSize(CALLERS);
        List<Long> withoutUrgency = inOrder(callers, agents);
        for (Caller each : callers) {
            long bound = Math.max(worthAbove(each), SETTINGS.boundMillis());
            assertThat(answered.get(each.id()))
                    .as("%s", each)
                    .isLessThanOrEqualTo(lastWithin(callers, withoutUrgency, each, bound));
        }
    }

    /** The floors above are such that urgency and money make people wait, else they would show nothing. */
    @Test
    void urgencyAndMoneyDoMakeOthersWait() {
        List<Caller> callers = callers(new Random(1), 3, 1);
        List<Long> withoutUrgency = inOrder(callers, 3);

        Map<UUID, Long> answered = answered(callers, 3, List.of(rules(0, 1).build()));

        long later = 0;
        for (int i = 0; i < callers.size(); i++) {
            later = Math.max(later, answered.getOrDefault(callers.get(i).id(), 0L) - withoutUrgency.get(i));
        }
        assertThat(later).as("more than half of what the bound allows").isGreaterThan((VIP + LEVELS * LEVEL) / 2);
    }

    private record Caller(UUID id, UUID queue, long since, int level, boolean vip) {}

    /** What the most urgent are worth more than this one, in waiting. */
    private static long worthAbove(Caller caller) {
        return caller.vip() ? 0 : VIP + caller.level() * LEVEL;
    }

    private static List<Caller> callers(Random random, int agents, int queues) {
        List<Caller> callers = new ArrayList<>();
        double now = 0;
        for (int i = 0; i < CALLERS; i++) {
            now += 1 - Math.log(1 - random.nextDouble()) * TALK / (agents * OVERLOAD);
            int level = random.nextInt(4) == 0 ? LEVELS - 1 : random.nextInt(LEVELS);
            UUID queue = queue(random.nextInt(queues));
            callers.add(new Caller(new UUID(9, i), queue, (long) now, level, random.nextInt(10) == 0));
        }
        return callers;
    }

    private static UUID queue(int number) {
        return new UUID(1, number);
    }

    private static QueueRulesBuilder rules(int queue, int client) {
        return QueueRules.of(queue(queue), client).levelWorth(LEVEL).vipWorth(VIP);
    }

    /** When each is answered by the distributor. */
    private static Map<UUID, Long> answered(List<Caller> callers, int agents, List<QueueRules> queues) {
        Deque<UUID> offered = new ArrayDeque<>();
        Acd acd = new Acd(
                SETTINGS,
                decision -> {
                    if (decision instanceof Decision.Offered) {
                        offered.add(decision.contact());
                    }
                },
                0);
        queues.forEach(each -> acd.apply(new AcdEvent.QueueSet(each), 0));
        for (int i = 0; i < agents; i++) {
            UUID agent = new UUID(2, i);
            acd.apply(new AcdEvent.AgentSet(AgentFacts.of(agent, Set.of(1, 2, 3), Map.of())), 0);
            acd.apply(new AcdEvent.AgentReady(agent), 0);
        }
        record Talk(long until, UUID contact) {}
        PriorityQueue<Talk> talks = new PriorityQueue<>(Comparator.comparingLong(Talk::until));
        Map<UUID, Long> answered = new HashMap<>();
        Deque<Caller> coming = new ArrayDeque<>(callers);
        while (!coming.isEmpty() || !talks.isEmpty()) {
            Talk over = talks.peek();
            Caller next = coming.peek();
            long now;
            if (over != null && (next == null || over.until() <= next.since())) {
                now = over.until();
                talks.remove();
                acd.apply(new AcdEvent.ContactDone(over.contact()), now);
            } else {
                Caller comes = coming.remove();
                now = comes.since();
                ContactFacts facts =
                        ContactFacts.of(comes.id(), comes.queue(), "en", now).at(comes.level());
                acd.apply(new AcdEvent.ContactCame(comes.vip() ? facts.ofVip() : facts), now);
            }
            while (!offered.isEmpty()) {
                UUID contact = offered.remove();
                acd.apply(new AcdEvent.OfferAccepted(contact), now);
                answered.put(contact, now);
                talks.add(new Talk(now + TALK, contact));
            }
        }
        return answered;
    }

    /** When the n-th is answered in a line without urgency. */
    private static List<Long> inOrder(List<Caller> callers, int agents) {
        PriorityQueue<Long> free = new PriorityQueue<>();
        for (int i = 0; i < agents; i++) {
            free.add(0L);
        }
        List<Long> begun = new ArrayList<>();
        for (Caller each : callers) {
            long begins = Math.max(each.since(), free.remove());
            begun.add(begins);
            free.add(begins + TALK);
        }
        return begun;
    }

    private static long lastWithin(List<Caller> callers, List<Long> begun, Caller caller, long bound) {
        int last = 0;
        for (int i = 0; i < callers.size(); i++) {
            last = callers.get(i).since() <= caller.since() + bound ? i : last;
        }
        return begun.get(last);
    }
}
