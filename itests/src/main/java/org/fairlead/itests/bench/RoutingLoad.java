package org.fairlead.itests.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.fairlead.routing.entity.acd.Acd;
import org.fairlead.routing.entity.acd.AcdEvent;
import org.fairlead.routing.entity.acd.AcdSettings;
import org.fairlead.routing.entity.acd.AcdSnapshot;
import org.fairlead.routing.entity.acd.AgentFacts;
import org.fairlead.routing.entity.acd.ContactFacts;
import org.fairlead.routing.entity.acd.Decision;
import org.fairlead.routing.entity.acd.MissCost;
import org.fairlead.routing.entity.acd.QueueRules;
import org.jspecify.annotations.Nullable;

/**
 * A full house: all agents are busy, so many contacts wait. Each turn an agent is freed and gets the right one of those
 * who wait, and another contact comes. A turn's agent and its contact are made up beforehand.
 */
final class RoutingLoad {

    private static final int CLIENTS = 50;
    private static final int SKILLS = 200;
    private static final int SKILLS_OF_AGENT = 40;
    private static final int CLIENTS_OF_AGENT = 8;
    private static final long BEGIN = 1_800_000_000_000L;
    private static final int TURNS_IN_MILLI = 10;
    private static final long TARGET_MILLIS = 20_000;

    private final Random random;
    private final UUID[] queues;
    private final UUID[] agents;
    /** What each agent has in hand. */
    private final @Nullable UUID[] inHand;

    private Acd acd;
    private long now = BEGIN;
    private Decision.@Nullable Offered offer;
    private int waiting;

    /** @param priced whether misses cost money in four of five queues */
    RoutingLoad(int agentCount, int queueCount, int waitingCount, long seed, boolean priced) {
        random = new Random(seed);
        queues = new UUID[queueCount];
        agents = new UUID[agentCount];
        inHand = new @Nullable UUID[agentCount];
        acd = new Acd(AcdSettings.usual(), this::decided, BEGIN);
        for (int i = 0; i < queueCount; i++) {
            queues[i] = id();
            QueueRules rules = QueueRules.of(queues[i], i % CLIENTS)
                    .level(random.nextInt(10))
                    .skills(Map.of("skill" + i % SKILLS, 1 + i % 3))
                    .cost(priced ? new MissCost(TARGET_MILLIS, i % 5 * 1_000L, 50) : null)
                    .build();
            acd.apply(new AcdEvent.QueueSet(rules), now);
        }
        for (int i = 0; i < agentCount; i++) {
            // each carries its number, so that to find it again is no part of what is measured
            agents[i] = new UUID(random.nextLong(), i);
            acd.apply(new AcdEvent.AgentSet(agent(agents[i])), now);
            acd.apply(new AcdEvent.AgentReady(agents[i]), now);
        }
        while (waiting < waitingCount) {
            now++;
            came(ContactFacts.of(id(), queues[random.nextInt(queueCount)], "en", now));
        }
    }

    private RoutingLoad(RoutingLoad from) {
        random = from.random;
        queues = from.queues;
        agents = from.agents;
        inHand = from.inHand;
        now = from.now;
        AcdSnapshot snapshot = from.acd.snapshot();
        acd = Acd.of(AcdSettings.usual(), this::decided, snapshot);
        waiting = acd.waiting();
    }

    private AgentFacts agent(UUID id) {
        Map<String, Integer> skills = new HashMap<>();
        for (int i = 0; i < SKILLS_OF_AGENT; i++) {
            skills.put("skill" + random.nextInt(SKILLS), 1 + random.nextInt(5));
        }
        Set<Integer> clients = new HashSet<>();
        for (int i = 0; i < CLIENTS_OF_AGENT; i++) {
            clients.add(random.nextInt(CLIENTS));
        }
        return AgentFacts.of(id, clients, skills);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private void decided(Decision decision) {
        if (decision instanceof Decision.Offered offered) {
            offer = offered;
        }
    }

    int waiting() {
        return waiting;
    }

    RoutingLoad rebuilt() {
        return new RoutingLoad(this);
    }

    /** What is made up beforehand: who is freed, and who comes. */
    static final class Turns {
        private final int[] freed;
        private final ContactFacts[] coming;

        Turns(int[] freed, ContactFacts[] coming) {
            this.freed = freed;
            this.coming = coming;
        }
    }

    Turns makeUp(int turns) {
        ContactFacts[] coming = new ContactFacts[turns];
        int[] freed = new int[turns];
        for (int i = 0; i < turns; i++) {
            long at = now + i / TURNS_IN_MILLI;
            coming[i] = ContactFacts.of(id(), queues[random.nextInt(queues.length)], "en", at);
            freed[i] = random.nextInt(agents.length);
        }
        return new Turns(freed, coming);
    }

    /**
     * @param nanos gets what each choice for a freed agent took; null when only the whole is of interest
     * @return how many contacts were given to an agent
     */
    long run(Turns turns, @Nullable Histogram nanos) {
        long given = 0;
        for (int i = 0; i < turns.freed.length; i++) {
            ContactFacts coming = turns.coming[i];
            now = coming.since();
            int agent = turns.freed[i];
            while (inHand[agent] == null) {
                agent = (agent + 1) % agents.length;
            }
            given += free(agent, nanos);
            given += came(coming);
        }
        return given;
    }

    private int free(int agent, @Nullable Histogram nanos) {
        UUID contact = inHand[agent];
        if (contact == null) {
            throw new IllegalStateException("an agent is freed who has nothing in hand");
        }
        inHand[agent] = null;
        AcdEvent done = new AcdEvent.ContactDone(contact);
        if (nanos == null) {
            acd.apply(done, now);
        } else {
            long begun = System.nanoTime();
            acd.apply(done, now);
            nanos.recordValue(System.nanoTime() - begun);
        }
        int given = accept();
        waiting -= given;
        return given;
    }

    private int came(ContactFacts contact) {
        acd.apply(new AcdEvent.ContactCame(contact), now);
        int given = accept();
        waiting += 1 - given;
        return given;
    }

    private int accept() {
        Decision.Offered offered = offer;
        if (offered == null) {
            return 0;
        }
        offer = null;
        acd.apply(new AcdEvent.OfferAccepted(offered.contact()), now);
        inHand[(int) offered.agent().getLeastSignificantBits()] = offered.contact();
        return 1;
    }
}
