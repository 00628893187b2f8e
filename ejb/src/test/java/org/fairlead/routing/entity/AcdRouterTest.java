package org.fairlead.routing.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.routing.PolicyBuilder.aPolicy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fairlead.routing.OpeningHours;
import org.fairlead.routing.entity.Router.Match;
import org.fairlead.routing.entity.Router.Need;
import org.fairlead.routing.entity.Router.Waiting;
import org.fairlead.routing.entity.acd.Overflow;
import org.fairlead.shared.Holidays;
import org.junit.jupiter.api.Test;

/** Who gets whom. */
class AcdRouterTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Map<String, Integer> ITALIAN = Map.of("lang:it", 2);
    private static final UUID QUEUE = new UUID(7, 7);
    private static final UUID OTHER = new UUID(7, 8);
    private static final long HOUR = 3600;

    private final AcdRouter router = new AcdRouter(Holidays.NONE);

    @Test
    void givesANewContactToTheAgentIdleLongest() {
        agent(1, Set.of(1), Map.of("lang:it", 3), 10);
        agent(2, Set.of(1), Map.of("lang:it", 3), 5);

        router.waiting(contact(9, 1, 5, 20));

        assertThat(router.next()).map(AcdRouterTest::pair).contains(List.of(id(9), id(2)));
    }

    @Test
    void givesAFreedAgentTheMostUrgentThenTheLongestWaiting() {
        router.waiting(contact(7, 1, 5, 1));
        router.waiting(contact(8, 1, 2, 9));
        router.waiting(contact(9, 1, 2, 3));

        agent(1, Set.of(1), Map.of("lang:it", 3), 10);

        assertThat(router.next()).map(AcdRouterTest::pair).contains(List.of(id(9), id(1)));
    }

    @Test
    void givesNobodyAContactOfAClientWhomTheyDoNotServe() {
        agent(1, Set.of(2), Map.of("lang:it", 5), 1);

        router.waiting(contact(9, 1, 5, 2));

        assertThat(router.next()).isEmpty();
    }

    @Test
    void givesNobodyAContactThatTheyAreNotSkilledFor() {
        agent(1, Set.of(1), Map.of("lang:it", 1), 1);

        router.waiting(contact(9, 1, 5, 2));

        assertThat(router.next()).isEmpty();
    }

    @Test
    void prefersTheBetterFitOfTwoIdleSinceTheSameInstant() {
        agent(1, Set.of(1), Map.of("lang:it", 2), 1);
        agent(2, Set.of(1), Map.of("lang:it", 5), 1);

        router.waiting(contact(9, 1, 5, 2));

        assertThat(router.next()).map(AcdRouterTest::pair).contains(List.of(id(9), id(2)));
    }

    @Test
    void servesAContactAgainThatIsBackAtItsOldPlace() {
        router.waiting(contact(8, 1, 5, 2));
        router.waiting(contact(9, 1, 5, 1));
        agent(1, Set.of(1), Map.of("lang:it", 3), 10);
        Match first = router.next().orElseThrow();
        router.waiting(contact(9, 1, 5, 1));

        agent(2, Set.of(1), Map.of("lang:it", 3), 11);

        assertThat(first.contact()).isEqualTo(id(9));
        assertThat(router.next()).map(AcdRouterTest::pair).contains(List.of(id(9), id(2)));
    }

    @Test
    void anAgentLentToAQueueHelpsThereUntilThen() {
        router.at(NOON);
        router.know(person(
                id(1),
                Set.of(1),
                Map.of("cards", 3),
                List.of(new Reference.Lent(1, QUEUE, ITALIAN, NOON.plusSeconds(60), false))));
        router.ready(id(1), NOON);

        assertThat(router.ready(new Need(1, ITALIAN, null))).isEqualTo(1);
        assertThat(router.due()).isEqualTo(NOON.plusSeconds(60));

        router.at(NOON.plusSeconds(60));

        assertThat(router.ready(new Need(1, ITALIAN, null))).isZero();
        assertThat(router.ready(new Need(1, Map.of("cards", 1), null))).isEqualTo(1);
    }

    @Test
    void anAgentMovedToAQueueWorksNowhereElseUntilThen() {
        router.at(NOON);
        router.queues(List.of(queue(true, LocalTime.MIN, LocalTime.of(23, 0))));
        Reference.Lent moved = new Reference.Lent(1, QUEUE, ITALIAN, NOON.plusSeconds(60), true);
        Reference.Lent besides = new Reference.Lent(2, id(3), Map.of("cards", 2), NOON.plusSeconds(600), false);
        router.know(person(id(1), Set.of(1, 2), Map.of("cards", 3), List.of(moved, besides)));
        router.ready(id(1), NOON);

        assertThat(router.alone(id(1))).containsExactly(QUEUE);
        assertThat(router.ready(QUEUE, new Need(1, ITALIAN, null))).isEqualTo(1);
        assertThat(router.ready(new Need(1, ITALIAN, null))).isZero();
        assertThat(router.ready(new Need(1, Map.of(), null))).isZero();
        assertThat(router.ready(new Need(1, Map.of("cards", 1), null))).isZero();
        assertThat(router.ready(new Need(2, Map.of("cards", 1), null))).isZero();

        router.at(NOON.plusSeconds(60));

        assertThat(router.ready(new Need(1, ITALIAN, null))).isZero();
        assertThat(router.ready(new Need(2, Map.of("cards", 3), null))).isEqualTo(1);
        assertThat(router.alone(id(1))).isEmpty();
    }

    @Test
    void whoIsMovedIsGivenNobodyOfAnotherQueueThatAsksForNothing() {
        router.at(NOON);
        router.queues(List.of(queue(true, LocalTime.MIN, LocalTime.of(23, 0)), asksNothing()));
        router.know(person(id(1), Set.of(1), Map.of("cards", 3), List.of(movedUntil(60))));
        router.ready(id(1), NOON);

        router.waiting(in(OTHER, caller(9)));

        assertThat(router.next()).isEmpty();

        router.waiting(caller(10));

        assertThat(router.next()).map(AcdRouterTest::pair).contains(List.of(id(10), id(1)));
    }

    /** A language is a skill, and the queue does not say which. */
    @Test
    void whoIsMovedSpeaksTheOwnLanguagesThere() {
        router.at(NOON);
        var policy = aPolicy().speaking(2).build();
        router.queues(List.of(new Reference.QueueFacts(
                1, QUEUE, id(1), "code", "name", 5, Map.of("billing", 1), null, 20, 30, true, policy)));
        Reference.Lent moved = new Reference.Lent(1, QUEUE, Map.of("billing", 1), NOON.plusSeconds(60), true);
        router.know(person(id(1), Set.of(1), Map.of("lang:it", 5, "billing", 3), List.of(moved)));
        router.ready(id(1), NOON);

        router.waiting(caller(9));

        assertThat(router.next()).map(AcdRouterTest::pair).contains(List.of(id(9), id(1)));
    }

    @Test
    void whoIsMovedIsTheMovedOneWhenMadeKnownAnew() {
        router.at(NOON);
        router.queues(List.of(queue(true, LocalTime.MIN, LocalTime.of(23, 0)), asksNothing()));
        router.know(person(id(1), Set.of(1), Map.of("cards", 3), List.of(movedUntil(60))));
        router.ready(id(1), NOON);

        router.know(person(id(1), Set.of(1), Map.of("cards", 4), List.of(movedUntil(60))));
        router.queues(List.of(queue(true, LocalTime.MIN, LocalTime.of(22, 0)), asksNothing()));
        router.waiting(in(OTHER, caller(9)));

        assertThat(router.next()).isEmpty();
        assertThat(router.ready(QUEUE, new Need(1, ITALIAN, null))).isEqualTo(1);
    }

    /** A colleague hands somebody over, who would wait for an agent who does not come until the move is over. */
    @Test
    void whoIsMovedIsGivenWhoAsksForThemByName() {
        router.at(NOON);
        router.queues(List.of(queue(true, LocalTime.MIN, LocalTime.of(23, 0)), asksNothing()));
        router.know(person(id(1), Set.of(1), Map.of("cards", 3), List.of(movedUntil(60))));
        router.ready(id(1), NOON);

        Waiting from = in(OTHER, caller(9));
        router.waiting(new Waiting(
                from.contact(),
                OTHER,
                "it",
                new Need(1, Map.of(), id(1)),
                5,
                from.since(),
                CallerKnown.NOBODY,
                Map.of(),
                Map.of(),
                null,
                null));

        assertThat(router.next()).map(AcdRouterTest::pair).contains(List.of(id(9), id(1)));
    }

    /** A row of the database that outlived the agent's work for that client. */
    @Test
    void nobodyIsMovedToAClientWhomTheyDoNotServe() {
        router.at(NOON);
        Reference.Lent moved = new Reference.Lent(2, QUEUE, ITALIAN, NOON.plusSeconds(60), true);
        router.know(person(id(1), Set.of(1), Map.of("cards", 3), List.of(moved)));
        router.ready(id(1), NOON);

        assertThat(router.ready(new Need(2, ITALIAN, null))).isZero();
        assertThat(router.ready(new Need(1, Map.of("cards", 1), null))).isEqualTo(1);
    }

    @Test
    void anEditClosesAQueueThatItsHoursHadOpened() {
        router.at(NOON);
        router.queues(List.of(queue(true, LocalTime.of(13, 0), LocalTime.of(20, 0))));
        router.at(NOON.plusSeconds(HOUR));

        router.queues(List.of(queue(false, LocalTime.of(13, 0), LocalTime.of(20, 0))));
        router.waiting(caller(9));

        assertThat(router.turns()).extracting(Turn::why).containsExactly(Overflow.Trigger.CLOSED);
    }

    @Test
    void anEditOpensAQueueThatItsHoursHadClosed() {
        router.at(NOON);
        router.queues(List.of(queue(true, LocalTime.of(9, 0), LocalTime.of(13, 0))));
        router.at(NOON.plusSeconds(HOUR));

        router.queues(List.of(queue(true, LocalTime.of(9, 0), LocalTime.of(20, 0))));
        router.waiting(caller(9));

        assertThat(router.turns()).isEmpty();
    }

    @Property(tries = 300)
    void leavesNoContactWaitingWhomAReadyAgentCouldServe(@ForAll Random random) {
        AcdRouter router = new AcdRouter(Holidays.NONE);
        Set<UUID> waiting = new HashSet<>();
        Set<UUID> ready = new HashSet<>();
        Map<UUID, Integer> needs = new HashMap<>();
        Map<UUID, Integer> levels = new HashMap<>();

        for (int i = 0; i < 120; i++) {
            UUID id = id(random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> {
                    int level = 1 + random.nextInt(5);
                    router.know(person(id, Set.of(1), Map.of("lang:it", level), List.of()));
                    levels.put(id, level);
                    router.ready(id, NOON.plusSeconds(i));
                    ready.add(id);
                }
                case 1 -> {
                    UUID contact = id(100 + random.nextInt(12));
                    int level = 1 + random.nextInt(5);
                    needs.put(contact, level);
                    Need need = new Need(1, Map.of("lang:it", level), null);
                    router.waiting(new Waiting(
                            contact,
                            null,
                            "it",
                            need,
                            random.nextInt(3),
                            NOON.plusSeconds(i),
                            CallerKnown.NOBODY,
                            Map.of(),
                            Map.of(),
                            null,
                            null));
                    waiting.add(contact);
                }
                case 2 -> {
                    router.unready(id);
                    ready.remove(id);
                }
                default -> {
                    UUID contact = id(100 + random.nextInt(12));
                    router.gone(contact);
                    waiting.remove(contact);
                }
            }
            Optional<Match> match = router.next();
            while (match.isPresent()) {
                assertThat(waiting.remove(match.get().contact())).isTrue();
                assertThat(ready.remove(match.get().agent())).isTrue();
                match = router.next();
            }
            assertThat(waiting).noneMatch(contact -> ready.stream()
                    .anyMatch(agent -> levels.getOrDefault(agent, 0) >= needs.getOrDefault(contact, 9)));
        }
    }

    private void agent(int n, Set<Integer> clients, Map<String, Integer> skills, int idleSince) {
        router.know(person(id(n), clients, skills, List.of()));
        router.ready(id(n), NOON.plusSeconds(idleSince));
    }

    private static Waiting contact(int n, int client, int priority, int since) {
        return new Waiting(
                id(n),
                null,
                "it",
                new Need(client, ITALIAN, null),
                priority,
                NOON.plusSeconds(since),
                CallerKnown.NOBODY,
                Map.of(),
                Map.of(),
                null,
                null);
    }

    private static Waiting caller(int n) {
        return new Waiting(
                id(n),
                QUEUE,
                "it",
                new Need(1, ITALIAN, null),
                5,
                NOON.plusSeconds(n),
                CallerKnown.NOBODY,
                Map.of(),
                Map.of(),
                null,
                null);
    }

    private static Waiting in(UUID queue, Waiting from) {
        return new Waiting(
                from.contact(),
                queue,
                from.language(),
                new Need(1, Map.of(), null),
                from.priority(),
                from.since(),
                CallerKnown.NOBODY,
                Map.of(),
                Map.of(),
                null,
                null);
    }

    private static Reference.Lent movedUntil(long seconds) {
        return new Reference.Lent(1, QUEUE, ITALIAN, NOON.plusSeconds(seconds), true);
    }

    private static Reference.QueueFacts asksNothing() {
        var policy = aPolicy().build();
        return new Reference.QueueFacts(1, OTHER, id(1), "other", "name", 5, Map.of(), null, 20, 30, true, policy);
    }

    private static Reference.QueueFacts queue(boolean open, LocalTime from, LocalTime to) {
        var week = List.of(new OpeningHours.Window(DayOfWeek.SATURDAY, from, to));
        var policy = aPolicy().open(new OpeningHours("UTC", "", week)).build();
        return new Reference.QueueFacts(1, QUEUE, id(1), "code", "name", 5, ITALIAN, null, 20, 30, open, policy);
    }

    private static Reference.PersonFacts person(
            UUID id, Set<Integer> clients, Map<String, Integer> skills, List<Reference.Lent> lent) {
        return new Reference.PersonFacts(id, id.toString(), "", 1, true, clients, skills, Set.of(), lent);
    }

    private static List<UUID> pair(Match match) {
        return List.of(match.contact(), match.agent());
    }

    private static UUID id(int n) {
        return new UUID(0, n);
    }
}
