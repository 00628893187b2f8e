package org.fairlead.routing.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.routing.PolicyBuilder.aPolicy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.routing.OpeningHours;
import org.fairlead.routing.QueuePolicies.Trial;
import org.fairlead.routing.QueuePolicies.TrialAgent;
import org.fairlead.routing.QueuePolicies.TrialCaller;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.QueuePolicy.Entry;
import org.fairlead.routing.QueuePolicy.Fact;
import org.fairlead.routing.QueuePolicy.Spill;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.routing.QueuePolicy.When;
import org.fairlead.routing.Wider;
import org.fairlead.routing.entity.PolicyRules.QueueIdentity;
import org.fairlead.routing.entity.acd.QueueRules;
import org.junit.jupiter.api.Test;

/** An invented caller on an invented floor. */
class TryOutTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final UUID QUEUE = new UUID(1, 1);
    private static final Map<String, Integer> ASKED = Map.of("lang:it", 3, "billing", 2);

    @Test
    void choosesWhoIsIdleLongestUnlessToldOtherwise() {
        List<TrialAgent> floor = List.of(agent(1, 5, 5, 10), agent(2, 3, 2, 60), agent(3, 5, 5, -1));

        Trial trial = run(QueuePolicy.usual(), floor);

        assertThat(trial.agent()).isEqualTo(id(2));
        assertThat(trial.candidates()).isEqualTo(2);
        assertThat(trial.why()).startsWith("LONGEST_IDLE");
    }

    @Test
    void choosesTheBestFitWhenTold() {
        List<TrialAgent> floor = List.of(agent(1, 5, 5, 10), agent(2, 3, 2, 60));

        Trial trial = run(QueuePolicy.by(List.of("BEST_FIT")), floor);

        assertThat(trial.agent()).isEqualTo(id(1));
        assertThat(trial.why()).startsWith("BEST_FIT agents=2");
    }

    @Test
    void findsTheLessSkilledWhenTheRingIsWider() {
        List<TrialAgent> floor = List.of(agent(1, 2, 1, 10));

        assertThat(run(QueuePolicy.usual(), floor).agent()).isNull();

        Trial trial = run(widening(), floor);

        assertThat(trial.agent()).isEqualTo(id(1));
        assertThat(trial.ring()).isEqualTo(1);
        assertThat(trial.afterSeconds()).isEqualTo(15);
    }

    @Test
    void asksRingByRingAndSaysWhichFoundSomebody() {
        QueuePolicy policy = aPolicy()
                .widening(Wider.by(20, 1), new Wider(40, 0, Map.of("lang:it", 2)))
                .build();

        Trial trial = run(policy, List.of(agent(1, 2, 0, 10)));

        assertThat(trial.agent()).isEqualTo(id(1));
        assertThat(trial.ring()).isEqualTo(2);
        assertThat(trial.afterSeconds()).isEqualTo(35);
        assertThat(trial.why()).contains("ring=2");
    }

    @Test
    void tellsWhereACallerGoesWhoIsNotServedHere() {
        Way other = Way.to(id(77));

        Trial waited = run(aPolicy().spilling(new Spill(When.WAIT, 30, other)).build(), List.of());
        Trial nobody = run(
                aPolicy()
                        .spilling(new Spill(When.NO_AGENTS, 0, Way.goodbye("sorry")))
                        .build(),
                List.of());

        assertThat(waited.sentOn()).isEqualTo(other);
        assertThat(waited.afterSeconds()).isEqualTo(25);
        assertThat(nobody.sentOn()).isEqualTo(Way.goodbye("sorry"));
        assertThat(nobody.why()).isEqualTo("NO_AGENTS");
    }

    @Test
    void asksTheRulesForTheTimeAndTheGateway() {
        Instant saturday = Instant.parse("2026-11-21T12:30:00Z");
        var caller = new TrialCaller("it", 5, false, 0, "", "izmir", List.of());
        Map<String, String> answers =
                PolicyRules.answers(caller.facts(), Map.of(), ZoneId.of("Europe/Istanbul"), saturday);

        for (Entry rule : List.of(
                new Entry(Fact.WEEKDAY, "SATURDAY", Map.of(), 0, Way.goodbye("sorry")),
                new Entry(Fact.HOUR, "15", Map.of(), 0, Way.goodbye("sorry")),
                new Entry(Fact.GATEWAY, "izmir", Map.of(), 0, Way.goodbye("sorry")))) {
            Trial trial = TryOut.run(rules(entering(rule)), caller, answers, List.of(agent(1, 5, 5, 10)), NOW);

            assertThat(trial.sentOn()).as("%s", rule).isEqualTo(Way.goodbye("sorry"));
            assertThat(trial.why()).isEqualTo("ENTRY");
        }
    }

    @Test
    void cannotBeKeptWhenItMeansNothing() {
        Way nowhere = new Way(QueuePolicy.Kind.QUEUE, null, null, null, null);

        assertThat(aPolicy().spilling(new Spill(When.WAIT, 30, nowhere)).build().sound())
                .isFalse();
        assertThat(aPolicy()
                        .spilling(new Spill(When.WAIT, 0, Way.to(QUEUE)))
                        .build()
                        .sound())
                .isFalse();
        assertThat(QueuePolicy.by(List.of("BY_LOOKS")).sound()).isFalse();
        assertThat(closedTo(Way.site(1)).sound())
                .as("agents elsewhere do not open a closed queue")
                .isFalse();
        assertThat(closedTo(Way.to(id(77))).sound()).isTrue();
        assertThat(closedTo(Way.goodbye("closed")).sound()).isTrue();
        assertThat(aPolicy()
                        .by("BEST_FIT", "LONGEST_IDLE")
                        .spilling(new Spill(When.WAIT, 30, Way.to(QUEUE)))
                        .build()
                        .sound())
                .isTrue();
    }

    private static QueuePolicy widening() {
        return aPolicy().wideningAfter(20, 1).build();
    }

    private static QueuePolicy closedTo(Way way) {
        return aPolicy().closedTo(way).build();
    }

    private static QueuePolicy entering(Entry entry) {
        return aPolicy().entering(entry).build();
    }

    private static QueueRules rules(QueuePolicy policy) {
        return PolicyRules.of(new QueueIdentity(QUEUE, 1, ASKED, 5), policy, OpeningHours.State.OPEN);
    }

    private static Trial run(QueuePolicy policy, List<TrialAgent> floor) {
        return TryOut.run(rules(policy), new TrialCaller("it", 5, false, 0, "", "", List.of()), Map.of(), floor, NOW);
    }

    private static TrialAgent agent(int n, int italian, int billing, int idleSeconds) {
        return new TrialAgent(id(n), Set.of(1), Map.of("lang:it", italian, "billing", billing), idleSeconds);
    }

    private static UUID id(int n) {
        return new UUID(0, n);
    }
}
