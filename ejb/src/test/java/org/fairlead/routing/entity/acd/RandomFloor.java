package org.fairlead.routing.entity.acd;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.fairlead.routing.entity.acd.QueueRules.Opening;
import org.fairlead.routing.entity.acd.QueueRules.ValueLift;
import org.jspecify.annotations.Nullable;

/** A small floor with queues of every kind, and what may happen on it; the same seed gives the same. */
final class RandomFloor {

    static final long BEGIN = 1_800_000_000_000L;
    private static final int AGENTS = 7;
    private static final int QUEUES = 4;
    private static final String[] SKILLS = {"billing", "cards", "sales"};
    private static final String[] LANGUAGES = {"it", "tr"};

    final Random random;
    private final @Nullable AgentOrder first;
    final List<UUID> queues = new ArrayList<>();
    final List<UUID> agents = new ArrayList<>();
    final List<UUID> contacts = new ArrayList<>();
    private final Map<UUID, Channel> channels = new HashMap<>();
    private final boolean money;
    /** In how many queues a miss may cost something: where in one alone, its price comes and goes for all. */
    private final int dear;

    long now = BEGIN;

    /** @param first the order by which every queue chooses first; null for any */
    RandomFloor(long seed, @Nullable AgentOrder first) {
        random = new Random(seed);
        this.first = first;
        money = random.nextInt(3) == 0;
        dear = 1 + random.nextInt(QUEUES);
        for (int i = 0; i < QUEUES; i++) {
            UUID queue = id();
            queues.add(queue);
            channels.put(queue, one(3) ? Channel.values()[random.nextInt(Channel.COUNT)] : Channel.VOICE);
        }
        for (int i = 0; i < AGENTS; i++) {
            agents.add(id());
        }
    }

    List<AcdEvent> setUp() {
        List<AcdEvent> events = new ArrayList<>();
        queues.forEach(queue -> events.add(new AcdEvent.QueueSet(rules(queue))));
        agents.forEach(agent -> events.add(new AcdEvent.AgentSet(agent(agent))));
        agents.forEach(agent -> events.add(new AcdEvent.AgentReady(agent)));
        return events;
    }

    /** Moves time on, sometimes not. */
    AcdEvent next() {
        now += one(4) ? 0 : random.nextInt(one(10) ? 60_000 : 4_000);
        return switch (random.nextInt(30)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 -> came();
            case 10, 11, 12, 13 -> new AcdEvent.OfferAccepted(contact());
            case 14, 15, 16, 17, 18 -> new AcdEvent.ContactDone(contact());
            case 19, 20, 21, 22 -> new AcdEvent.AgentReady(agent());
            case 23 -> new AcdEvent.OfferRefused(contact());
            case 24 -> new AcdEvent.ContactLeft(contact());
            case 25 -> one(2) ? new AcdEvent.AgentUnready(agent()) : new AcdEvent.AgentGone(agent());
            case 26 -> new AcdEvent.ContactRequeued(contact());
            case 27 -> new AcdEvent.CallbackAsked(contact(), one(2) ? 0 : now + random.nextInt(20_000));
            case 28 -> new AcdEvent.AgentReRoled(
                    agent(), clients(), skills(), one(3) ? 0 : now + random.nextInt(30_000) - 1_000, alone());
            default -> money && one(2) ? priced(queues.get(0)) : seldom();
        };
    }

    private AcdEvent seldom() {
        UUID queue = pick(queues);
        return switch (random.nextInt(5)) {
            case 0 -> new AcdEvent.QueueSet(rules(queue));
            case 1 -> new AcdEvent.QueueOpened(queue, one(2) ? Opening.OPEN : shut());
            case 2 -> new AcdEvent.QueueGated(queue, one(3));
            case 3 -> new AcdEvent.AgentSet(agent(agent()));
            default -> priced(queue);
        };
    }

    private AcdEvent priced(UUID queue) {
        return new AcdEvent.QueuePriced(queue, cost(queue));
    }

    /** Where somebody who is moved works; nowhere else. */
    private Set<UUID> alone() {
        return one(2) ? Set.of() : one(3) ? Set.copyOf(List.of(queues.get(0), queues.get(1))) : Set.of(pick(queues));
    }

    private AcdEvent came() {
        UUID id = id();
        contacts.add(id);
        ContactFacts facts = ContactFacts.of(id, pick(queues), LANGUAGES[random.nextInt(2)], now - earlier());
        facts = one(4) ? facts.preferring(agent()) : facts;
        facts = one(12) ? facts.onlyFor(agent()) : facts;
        facts = one(10) ? facts.ofVip() : facts;
        facts = one(3) ? facts.worth(random.nextInt(100)) : facts;
        facts = one(4) ? facts.at(random.nextInt(10)) : facts;
        facts = one(3) ? facts.answering(Map.of("menu", "" + random.nextInt(4))) : facts;
        if (one(8)) {
            long callAt = one(3) ? Math.max(0, now - 10_000 + random.nextInt(40_000)) : -1;
            return new AcdEvent.ContactBack(facts, now - random.nextInt(60_000), random.nextInt(4) - 1, one(3), callAt);
        }
        return new AcdEvent.ContactCame(facts);
    }

    private long earlier() {
        return one(8) ? random.nextInt(60_000) : 0;
    }

    QueueRules rules(UUID queue) {
        return QueueRules.of(queue, random.nextInt(2) + 1)
                .channel(channels.getOrDefault(queue, Channel.VOICE))
                .level(random.nextInt(10))
                .levelWorth(random.nextInt(3) * 10_000L)
                .vipWorth(random.nextInt(200_000))
                .rings(rings())
                .orders(orders())
                .list(agents.stream().filter(agent -> one(2)).toList())
                .teams(List.of("a", "b"))
                .shares(Map.of(1, random.nextInt(100), 2, random.nextInt(100)))
                .preferredFor(one(2) ? random.nextInt(15_000) : 0)
                .lifts(List.of(new ValueLift(50, 1), new ValueLift(90, 3)))
                .entries(entries())
                .overflows(overflows())
                .opening(one(8) ? shut() : Opening.OPEN)
                .closed(one(2) ? treatment() : null)
                .cost(cost(queue))
                .handling(1_000 + random.nextInt(60_000))
                .reservation(one(3) ? 0 : 1_000 + random.nextInt(15_000))
                .build();
    }

    private Opening shut() {
        return one(2) ? Opening.HOLIDAY : Opening.CLOSED;
    }

    private @Nullable MissCost cost(UUID queue) {
        return money && queues.indexOf(queue) < dear && !one(3)
                ? new MissCost((1 + random.nextInt(2)) * 15_000L, random.nextInt(3) * 2_000L, random.nextInt(200))
                : null;
    }

    private List<Ring> rings() {
        List<Ring> rings = new ArrayList<>();
        long after = 0;
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            Ring ring = Ring.of(asked(count - i)).after(after);
            ring = one(2) ? ring.speaking(1 + random.nextInt(3), one(2) ? "en" : null) : ring;
            ring = one(5) ? ring.at(Set.of(1 + random.nextInt(2))) : ring;
            ring = one(6) ? ring.in(Set.of("a")) : ring;
            ring = one(8) ? ring.onlyListed() : ring;
            rings.add(ring);
            after += random.nextInt(12_000);
        }
        return rings;
    }

    private Map<String, Integer> asked(int hard) {
        Map<String, Integer> asked = new HashMap<>();
        for (String skill : SKILLS) {
            if (one(3)) {
                asked.put(skill, 1 + random.nextInt(hard));
            }
        }
        return asked;
    }

    private List<AgentOrder> orders() {
        Set<AgentOrder> orders = EnumSet.noneOf(AgentOrder.class);
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            orders.add(AgentOrder.values()[random.nextInt(AgentOrder.values().length)]);
        }
        List<AgentOrder> chain = new ArrayList<>(orders);
        java.util.Collections.shuffle(chain, random);
        if (first != null) {
            chain.remove(first);
            chain.add(0, first);
        }
        return chain;
    }

    private List<EntryRule> entries() {
        List<EntryRule> entries = new ArrayList<>();
        if (one(2)) {
            entries.add(new EntryRule("menu", "1", Map.of(SKILLS[random.nextInt(3)], 1 + random.nextInt(3)), 1, null));
        }
        if (one(3)) {
            entries.add(new EntryRule("menu", "2", Map.of(), 0, treatment()));
        }
        return entries;
    }

    private List<Overflow> overflows() {
        List<Overflow> overflows = new ArrayList<>();
        while (one(2) && overflows.size() < 3) {
            overflows.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new Overflow(Overflow.Trigger.LENGTH, 1 + random.nextInt(4), treatment());
                        case 1 -> new Overflow(Overflow.Trigger.EXPECTED_WAIT, random.nextInt(60_000), treatment());
                        case 2 -> new Overflow(Overflow.Trigger.NO_AGENTS, 0, treatment());
                        default -> new Overflow(Overflow.Trigger.WAIT, random.nextInt(30_000), treatment());
                    });
        }
        return overflows;
    }

    private Treatment treatment() {
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> new Treatment.ToQueue(pick(queues));
            case 3 -> new Treatment.ToSite(1 + random.nextInt(2));
            case 4 -> new Treatment.Callback();
            case 5 -> new Treatment.Voicemail();
            default -> new Treatment.Outside("+390280001009");
        };
    }

    private AgentFacts agent(UUID agent) {
        Set<String> teams = one(2) ? Set.of("a") : Set.of("b");
        Capacity capacity = one(2) ? Capacity.of(1 + random.nextInt(3)) : Capacity.voice();
        return new AgentFacts(agent, clients(), skills(), 1 + random.nextInt(2), teams, capacity);
    }

    private Set<Integer> clients() {
        return one(3) ? Set.of(1 + random.nextInt(2)) : Set.of(1, 2);
    }

    private Map<String, Integer> skills() {
        Map<String, Integer> skills = new HashMap<>();
        for (String skill : List.of("billing", "cards", "sales", "lang:it", "lang:tr", "lang:en")) {
            if (!one(3)) {
                skills.put(skill, 1 + random.nextInt(5));
            }
        }
        return skills;
    }

    private UUID agent() {
        return pick(agents);
    }

    /** One of the last that came, as a rule. */
    private UUID contact() {
        if (contacts.isEmpty()) {
            return id();
        }
        int back = Math.min(contacts.size(), 12);
        return contacts.get(contacts.size() - 1 - random.nextInt(back));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }
}
