package org.fairlead.itests.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.fairlead.agreement.entity.CreditPrices;
import org.fairlead.agreement.entity.CreditScheme;
import org.fairlead.agreement.entity.CreditScheme.Band;
import org.fairlead.routing.MissPrices;
import org.fairlead.routing.entity.acd.Acd;
import org.fairlead.routing.entity.acd.AcdEvent;
import org.fairlead.routing.entity.acd.AcdSettings;
import org.fairlead.routing.entity.acd.AgentFacts;
import org.fairlead.routing.entity.acd.AgentOrder;
import org.fairlead.routing.entity.acd.ContactFacts;
import org.fairlead.routing.entity.acd.Decision;
import org.fairlead.routing.entity.acd.MissCost;
import org.fairlead.routing.entity.acd.QueueRules;
import org.fairlead.routing.entity.acd.Ring;

/**
 * One day of an outsourcer with four clients and agents who serve several of them, from eight to eight, by one policy.
 * The same seed gives the same calls, the same patience and the same length of talks under every policy: a call's own
 * dice are thrown when it is made up.
 */
final class CentreDay {

    static final long BEGIN = 1_800_000_000_000L;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 12 * HOUR;
    private static final long MINUTE = 60_000;
    /** Calls of the half hours of the day, as parts of the day's mean. */
    private static final double[] SHAPE = {
        0.55, 0.80, 1.10, 1.35, 1.45, 1.40, 1.25, 1.05, 0.90, 0.85, 0.95, 1.05, 1.15, 1.25, 1.20, 1.10, 1.00, 0.90,
        0.85, 0.80, 0.75, 0.70, 0.65, 0.60
    };

    /** How agents and contacts are chosen. */
    enum Policy {
        /** Whoever speaks the language; who is idle longest; who waits longest. */
        LONGEST_IDLE,
        /** The best skilled first, less skilled ones after a wait; who waits longest. */
        SKILLS,
        /** By skills, and of those who wait the one whose wait costs most. */
        PENALTY_AWARE
    }

    /** @param perHour mean of the day */
    record Client(
            String name,
            String language,
            String skill,
            double perHour,
            long targetMillis,
            double agreed,
            CreditScheme credits) {}

    static final List<Client> CLIENTS = List.of(
            client("lumen", "it", "billing", 210, 20_000, 0.80, 30_000, 60_000),
            client("anadolu", "tr", "cards", 260, 30_000, 0.85, 90_000, 180_000),
            client("northway", "en", "support", 240, 30_000, 0.75, 15_000, 20_000),
            client("meridian", "en", "retail", 180, 60_000, 0.70, 8_000, 10_000));

    private static Client client(
            String name, String language, String skill, double perHour, int target, double agreed, long one, long two) {
        CreditScheme credits = new CreditScheme(
                List.of(new Band(agreed, one), new Band(agreed - 0.05, one), new Band(agreed - 0.10, two)));
        return new Client(name, language, skill, perHour, target, agreed, credits);
    }

    /** A call with its own dice. */
    private record Call(UUID id, int client, long at, double talk, long patience) {}

    /** What will happen. */
    private record Next(long at, long number, Consumer<CentreDay> what) implements Comparable<Next> {
        @Override
        public int compareTo(Next other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(number, other.number);
        }
    }

    /** Of one client. */
    static final class Score {
        int offered;
        int inTime;
        int answered;
        int abandoned;
        long waited;

        double level() {
            return offered == 0 ? 1 : (double) inTime / offered;
        }
    }

    private final Policy policy;
    private final int crew;
    private final Random random;
    private final PriorityQueue<Next> agenda = new PriorityQueue<>();
    private final Map<UUID, Call> calls = new HashMap<>();
    private final Map<UUID, Long> told = new HashMap<>();
    private final Map<UUID, Map<String, Integer>> skills = new HashMap<>();
    private final List<UUID> queues = new ArrayList<>();
    private final List<UUID> agents = new ArrayList<>();
    private final List<Decision.Offered> offers = new ArrayList<>();
    final List<Score> scores = new ArrayList<>();
    /** By how much what was told was wrong, in milliseconds. */
    final Histogram tellingError = new Histogram(24 * HOUR, 3);

    long toldSum;
    long waitedSum;
    int toldCount;
    private final Acd acd;
    private long now = BEGIN;
    private long number;

    /** @param crew so many agents */
    CentreDay(Policy policy, int crew, long seed) {
        this.crew = crew;
        this.policy = policy;
        this.random = new Random(seed);
        acd = new Acd(
                AcdSettings.usual(),
                decision -> {
                    if (decision instanceof Decision.Offered offer) {
                        offers.add(offer);
                    }
                },
                BEGIN);
    }

    void run() {
        setUp();
        for (int client = 0; client < CLIENTS.size(); client++) {
            makeUpCalls(client);
        }
        agenda.add(new Next(BEGIN + MINUTE, number++, CentreDay::price));
        while (!agenda.isEmpty()) {
            Next next = agenda.poll();
            now = next.at();
            acd.tick(now);
            connect();
            next.what().accept(this);
            connect();
        }
    }

    private void setUp() {
        for (int i = 0; i < CLIENTS.size(); i++) {
            UUID queue = new UUID(1, i);
            queues.add(queue);
            scores.add(new Score());
            acd.apply(new AcdEvent.QueueSet(rules(queue, i)), now);
        }
        Random learning = new Random(7);
        for (int i = 0; i < crew; i++) {
            UUID agent = new UUID(2, i);
            agents.add(agent);
            Map<String, Integer> has = new HashMap<>();
            has.put("lang:en", 3 + learning.nextInt(3));
            int home = i % CLIENTS.size();
            learn(has, CLIENTS.get(home), 3 + learning.nextInt(3));
            learn(has, CLIENTS.get(learning.nextInt(CLIENTS.size())), 1 + learning.nextInt(3));
            if (learning.nextBoolean()) {
                learn(has, CLIENTS.get(learning.nextInt(CLIENTS.size())), 1 + learning.nextInt(2));
            }
            skills.put(agent, has);
            acd.apply(new AcdEvent.AgentSet(AgentFacts.of(agent, Set.of(0, 1, 2, 3), has)), now);
            // two shifts, so that the middle of the day has most
            long from = BEGIN + (i % 3 == 2 ? 2 * HOUR : 0);
            long until = BEGIN + (i % 3 == 1 ? 10 * HOUR : DAY + HOUR);
            agenda.add(new Next(from, number++, day -> day.acd.apply(new AcdEvent.AgentReady(agent), day.now)));
            agenda.add(new Next(until, number++, day -> day.acd.apply(new AcdEvent.AgentUnready(agent), day.now)));
        }
    }

    private static void learn(Map<String, Integer> has, Client client, int proficiency) {
        has.merge(client.skill(), proficiency, Math::max);
        has.merge("lang:" + client.language(), 3, Math::max);
    }

    private QueueRules rules(UUID queue, int client) {
        Client of = CLIENTS.get(client);
        Ring wide = Ring.of(Map.of(of.skill(), 1)).speaking(2, null);
        Ring good = Ring.of(Map.of(of.skill(), 3)).speaking(3, null);
        var rules = QueueRules.of(queue, client).handling(200_000);
        if (policy == Policy.LONGEST_IDLE) {
            return rules.rings(List.of(wide)).build();
        }
        return rules.rings(List.of(good, wide.after(8_000)))
                .orders(List.of(AgentOrder.BEST_FIT))
                .build();
    }

    private void makeUpCalls(int client) {
        Client of = CLIENTS.get(client);
        double most = of.perHour() * 1.45 / HOUR;
        long at = BEGIN;
        while (true) {
            at += Math.max(1, Math.round(-Math.log(1 - random.nextDouble()) / most));
            double keep = random.nextDouble();
            double talk = -Math.log(1 - random.nextDouble());
            long patience = Math.round(-Math.log(1 - random.nextDouble()) * 4 * MINUTE);
            UUID id = new UUID(random.nextLong(), random.nextLong());
            if (at >= BEGIN + DAY) {
                return;
            }
            if (keep * 1.45 < SHAPE[(int) ((at - BEGIN) * SHAPE.length / DAY)]) {
                Call call = new Call(id, client, at, talk, patience);
                agenda.add(new Next(at, number++, day -> day.came(call)));
            }
        }
    }

    private void came(Call call) {
        calls.put(call.id(), call);
        scores.get(call.client()).offered++;
        String language = CLIENTS.get(call.client()).language();
        acd.apply(new AcdEvent.ContactCame(ContactFacts.of(call.id(), queues.get(call.client()), language, now)), now);
        if (offers.isEmpty()) {
            told.put(call.id(), acd.expectedWait(call.id()));
            agenda.add(new Next(now + call.patience(), number++, day -> day.givesUp(call)));
        }
    }

    private void givesUp(Call call) {
        if (calls.remove(call.id()) != null) {
            told.remove(call.id());
            scores.get(call.client()).abandoned++;
            acd.apply(new AcdEvent.ContactLeft(call.id()), now);
        }
    }

    /** Everybody answers at once. */
    private void connect() {
        while (!offers.isEmpty()) {
            Decision.Offered offer = offers.remove(0);
            Call call = calls.remove(offer.contact());
            acd.apply(new AcdEvent.OfferAccepted(offer.contact()), now);
            Client client = CLIENTS.get(call.client());
            Score score = scores.get(call.client());
            long wait = now - call.at();
            score.answered++;
            score.waited += wait;
            score.inTime += wait <= client.targetMillis() ? 1 : 0;
            Long expected = told.remove(call.id());
            if (expected != null) {
                tellingError.recordValue(Math.min(DAY, Math.abs(expected - wait)));
                toldSum += expected;
                waitedSum += wait;
                toldCount++;
            }
            int proficiency = skills.getOrDefault(offer.agent(), Map.of()).getOrDefault(client.skill(), 1);
            long talk = Math.round((60_000 + call.talk() * 150_000) * (1.30 - 0.08 * proficiency));
            agenda.add(new Next(
                    now + talk, number++, day -> day.acd.apply(new AcdEvent.ContactDone(offer.contact()), day.now)));
        }
    }

    /** Each minute what a miss costs is reckoned anew from how the day stands. */
    private void price() {
        if (policy == Policy.PENALTY_AWARE) {
            for (int i = 0; i < CLIENTS.size(); i++) {
                Client client = CLIENTS.get(i);
                Score score = scores.get(i);
                double rest = client.perHour() * Math.max(0, BEGIN + DAY - now) / HOUR;
                MissPrices.Price price = CreditPrices.of(
                        queues.get(i),
                        client.credits(),
                        new CreditPrices.Course(score.inTime, score.offered, rest, client.agreed()),
                        client.targetMillis());
                MissCost cost = new MissCost(price.targetMillis(), price.perMiss(), price.late());
                acd.apply(new AcdEvent.QueuePriced(queues.get(i), cost), now);
            }
        }
        if (now < BEGIN + DAY) {
            agenda.add(new Next(now + MINUTE, number++, CentreDay::price));
        }
    }

    long owed() {
        long owed = 0;
        for (int i = 0; i < CLIENTS.size(); i++) {
            owed += owed(i);
        }
        return owed;
    }

    long owed(int client) {
        return CLIENTS.get(client).credits().owed(scores.get(client).level());
    }
}
