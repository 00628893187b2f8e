package org.fairlead.routing.entity.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What misses cost, who is given back when, and what would help. */
class AcdMoneyAndHelpTest {

    private static final long NOON = 1_800_000_000_000L;

    private final List<Decision> decisions = new ArrayList<>();
    private final Acd acd = new Acd(AcdSettings.usual(), decisions::add, NOON);

    @Test
    void aFreedAgentTakesTheCostlierWaitAndSaysSo() {
        UUID cheap = queue(1, 1, new MissCost(20_000, 100, 1));
        UUID dear = queue(2, 2, new MissCost(20_000, 900, 1));
        came(10, cheap, NOON);
        came(11, dear, NOON + 5_000);

        Decision.Offered offer = freed(NOON + 6_000);

        assertThat(offer.contact()).isEqualTo(id(11));
        assertThat(offer.why().cost()).isPositive();
        assertThat(offer.why().text()).startsWith("COSTLIEST_WAIT lines=2");
    }

    @Test
    void moneyWaitsForWhoWaitsBeyondTheBound() {
        UUID cheap = queue(1, 1, new MissCost(20_000, 100, 1));
        UUID dear = queue(2, 2, new MissCost(20_000, 900, 1));
        came(10, cheap, NOON);
        long late = NOON + AcdSettings.usual().boundMillis();
        came(11, dear, late);

        Decision.Offered offer = freed(late + 1);

        assertThat(offer.contact()).isEqualTo(id(10));
    }

    @Test
    void urgencyOfEveryDayDoesNotSilenceMoney() {
        long aDay = 86_400_000;
        UUID urgent = id(1);
        acd.apply(
                new AcdEvent.QueueSet(QueueRules.of(urgent, 1)
                        .level(1)
                        .levelWorth(aDay)
                        .cost(new MissCost(20_000, 0, 0))
                        .build()),
                NOON);
        acd.apply(
                new AcdEvent.QueueSet(QueueRules.of(id(2), 2)
                        .level(5)
                        .levelWorth(aDay)
                        .cost(new MissCost(20_000, 900, 1))
                        .build()),
                NOON);
        came(10, urgent, NOON);
        came(11, id(2), NOON + 5_000);

        Decision.Offered offer = freed(NOON + 6_000);

        assertThat(offer.contact()).isEqualTo(id(11));
    }

    @Test
    void theMostUrgentOfAllGoBeforeMoney() {
        UUID cheap = queue(1, 1, new MissCost(20_000, 100, 1));
        UUID dear = queue(2, 2, new MissCost(20_000, 900, 1));
        came(11, dear, NOON);
        acd.apply(
                new AcdEvent.ContactCame(
                        ContactFacts.of(id(10), cheap, "en", NOON + 1_000).ofVip()),
                NOON + 1_000);

        Decision.Offered offer = freed(NOON + 6_000);

        assertThat(offer.contact()).isEqualTo(id(10));
    }

    @Test
    void whereNothingIsAtStakeWhoWaitsLongestGoesFirstAndNoCostIsTold() {
        UUID safe = queue(1, 1, new MissCost(20_000, 0, 0));
        UUID lost = queue(2, 2, new MissCost(20_000, 0, 0));
        came(10, safe, NOON);
        came(11, lost, NOON + 1_000);

        Decision.Offered offer = freed(NOON + 6_000);

        assertThat(offer.contact()).isEqualTo(id(10));
        assertThat(offer.why().text()).startsWith("LONGEST_WAIT lines=2");
    }

    /** One for which nobody has the skill yet. */
    private UUID billingQueue() {
        UUID busy = UUID.randomUUID();
        acd.apply(
                new AcdEvent.QueueSet(
                        rules(busy, 1).skills(Map.of("billing", 2)).build()),
                NOON);
        return busy;
    }

    @Test
    void proposesTheAgentWhoIsMissedLeast() {
        UUID busy = billingQueue();
        agent(20, Set.of(1), Map.of("cards", 4));
        acd.apply(new AcdEvent.AgentReady(id(20)), NOON);
        came(10, busy, NOON);
        came(11, busy, NOON + 1);

        List<Help.Move> moves = acd.help(3);

        assertThat(moves).hasSize(1);
        assertThat(moves.get(0).agent()).isEqualTo(id(20));
        assertThat(moves.get(0).skills()).containsEntry("billing", 2).containsEntry("cards", 4);

        acd.apply(
                new AcdEvent.AgentReRoled(
                        id(20), moves.get(0).clients(), moves.get(0).skills(), NOON + 60_000),
                NOON + 10);

        assertThat(decisions.get(0).contact()).isEqualTo(id(10));
    }

    @Test
    void proposesNobodyWhoWorksInOneQueueAlone() {
        UUID busy = billingQueue();
        agent(20, Set.of(1), Map.of("cards", 4));
        acd.apply(new AcdEvent.AgentReady(id(20)), NOON);
        came(10, busy, NOON);

        acd.apply(new AcdEvent.AgentReRoled(id(20), Set.of(1), Map.of("cards", 4), 0, Set.of(id(7))), NOON);

        assertThat(acd.help(3)).isEmpty();
    }

    /** It moved fast while somebody was there; that is no comfort to who waits now. */
    @Test
    void proposesSomebodyWhereNobodyIsLeft() {
        UUID busy = billingQueue();
        came(10, busy, NOON);
        agent(30, Set.of(1), Map.of("billing", 2));
        acd.apply(new AcdEvent.AgentReady(id(30)), NOON + 5_000);
        acd.apply(new AcdEvent.OfferAccepted(id(10)), NOON + 5_001);
        acd.apply(new AcdEvent.ContactDone(id(10)), NOON + 9_000);
        acd.apply(new AcdEvent.AgentGone(id(30)), NOON + 9_001);
        agent(20, Set.of(1), Map.of("cards", 4));
        acd.apply(new AcdEvent.AgentReady(id(20)), NOON + 9_002);

        came(11, busy, NOON + 10_000);

        assertThat(acd.help(3)).extracting(Help.Move::agent).containsExactly(id(20));
    }

    /** An agent of both clients, and what they are offered. */
    private Decision.Offered freed(long at) {
        agent(20, Set.of(1, 2), Map.of());
        acd.apply(new AcdEvent.AgentReady(id(20)), at);
        return (Decision.Offered) decisions.get(0);
    }

    private UUID queue(int n, int client, MissCost cost) {
        acd.apply(new AcdEvent.QueueSet(rules(id(n), client).cost(cost).build()), NOON);
        return id(n);
    }

    private static QueueRulesBuilder rules(UUID id, int client) {
        return QueueRules.of(id, client).levelWorth(0);
    }

    private void came(int n, UUID queue, long at) {
        acd.apply(new AcdEvent.ContactCame(ContactFacts.of(id(n), queue, "en", at)), at);
    }

    private void agent(int n, Set<Integer> clients, Map<String, Integer> skills) {
        acd.apply(new AcdEvent.AgentSet(AgentFacts.of(id(n), clients, skills)), NOON);
    }

    private static UUID id(int n) {
        return new UUID(0, n);
    }
}
