package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.fairlead.routing.PolicyBuilder.aPolicy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.PolicyBuilder;
import org.fairlead.routing.QueueMenu.Key;
import org.fairlead.routing.QueueMenu.Question;
import org.fairlead.routing.QueuePolicy.Entry;
import org.fairlead.routing.QueuePolicy.Fact;
import org.fairlead.routing.QueuePolicy.Spill;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.routing.QueuePolicy.When;
import org.fairlead.routing.entity.Input;
import org.fairlead.shared.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What callers are asked by key before they are let in. */
@Tag("database")
class EngineMenuTest {

    private static final String BILLING = "+390280001001";
    private static final String CALLER = "+393331234567";

    @Test
    void theWaitBeginsBehindTheMenu() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            asks(world, reason(key("1", Map.of(), 0, "card")));
            world.available("elif");
            UUID call = rings(world);
            Instant offered = world.now();
            List<String> asked = world.journal(call);
            world.pass(Duration.ofSeconds(7));

            presses(world, call, "1");

            assertThat(asked).as("nobody is looked for meanwhile").containsExactly("OFFERED");
            assertThat(world.journal(call)).containsExactly("OFFERED", "KEYED", "QUEUED", "RESERVED");
            assertThat(Instant.parse(text(
                            world,
                            "select to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') from contact_event"
                                    + " where contact_id = ? and kind = 'QUEUED'",
                            call)))
                    .isEqualTo(offered.plusSeconds(7));
            assertThat(text(world, "select (queued_at - offered_at)::text from contact where contact_id = ?", call))
                    .isEqualTo("00:00:07");
            assertThat(text(
                            world,
                            "select concat(detail ->> 'question', detail ->> 'keys', detail -> 'answers' ->> 'menu:reason')"
                                    + " from contact_event where contact_id = ? and kind = 'KEYED'",
                            call))
                    .isEqualTo("reason1card");
        }
    }

    @Test
    void theQuestionIsSpokenInTheCallersLanguage() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            asks(world, reason(key("1", Map.of(), 0, "card")));

            UUID call = rings(world);

            assertThat(questions(world, call))
                    .extracting(GatewayCommand.CollectKeys::text, GatewayCommand.CollectKeys::language)
                    .containsExactly(tuple("Premere uno per la carta", "it"));
        }
    }

    @Test
    void aKeyMayLeadToAnotherQueueWhichCountsTheCallerFromThenOn() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            UUID english =
                    UUID.fromString(text(world, "select queue_id::text from queue where code = 'lumen-english'"));
            asks(world, reason(new Key("2", english, Map.of(), 0, "")));
            UUID call = rings(world);

            presses(world, call, "2");

            assertThat(text(world, "select queue_id::text from contact where contact_id = ?", call))
                    .isEqualTo(english.toString());
            assertThat(world.journal(call)).containsExactly("OFFERED", "KEYED", "QUEUED");
            assertThat(text(
                            world,
                            "select queue_id::text from contact_event where contact_id = ? and kind = 'QUEUED'",
                            call))
                    .isEqualTo(english.toString());
        }
    }

    /** Else an agreement whose clock starts with the offer would count the caller as waiting for ever. */
    @Test
    void theProgrammeOfTheNumberCountsTheCallWhereverAKeyLeads() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.change("insert into program (client_id, program_id, brand_id, code, name, kind, languages)"
                    + " select client_id, '" + new UUID(9, 9) + "', brand_id, 'other', 'Other', kind, languages"
                    + " from program where code = 'lumen-care'");
            world.change("update queue set program_id = '" + new UUID(9, 9) + "' where code = 'lumen-english'");
            UUID english =
                    UUID.fromString(text(world, "select queue_id::text from queue where code = 'lumen-english'"));
            asks(world, reason(new Key("2", english, Map.of(), 0, "")));
            UUID call = rings(world);

            presses(world, call, "2");

            assertThat(world.journal(call)).containsExactly("OFFERED", "KEYED", "QUEUED");
            assertThat(world.texts(
                            "select distinct p.code from contact_event e join program p using (client_id, program_id)"
                                    + " where contact_id = ?",
                            call))
                    .containsExactly("lumen-care");
        }
    }

    @Test
    void aKeyMayAskForASkillAndBeMoreUrgent() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            asks(world, reason(key("1", Map.of("billing", 5), 0, ""), key("2", Map.of(), 3, "")));
            UUID plain = rings(world);
            presses(world, plain, "");
            presses(world, plain, "");
            UUID expert = rings(world);
            presses(world, expert, "1");
            UUID urgent = rings(world);
            presses(world, urgent, "2");

            world.available("elif"); // billing 3

            assertThat(state(world, urgent)).as("came last, and is more urgent").isEqualTo("RESERVED");
            assertThat(state(world, expert)).isEqualTo("QUEUED");
            assertThat(state(world, plain)).isEqualTo("QUEUED");

            world.available("besa"); // billing 5

            assertThat(state(world, plain)).isEqualTo("RESERVED");
            world.available("arben"); // billing 4
            assertThat(state(world, expert)).isEqualTo("QUEUED");
        }
    }

    @Test
    void theRulesOfAQueueMaySaySomethingOfWhatWasLearnt() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            PolicyBuilder policy = aPolicy()
                    .asking(reason(key("1", Map.of(), 0, "card")))
                    .entering(new Entry(Fact.MENU, "reason=card", Map.of(), 0, Way.goodbye("sorry")));
            set(world, policy);
            UUID card = rings(world);
            UUID other = rings(world);

            presses(world, card, "1");
            presses(world, other, "");
            presses(world, other, "");

            assertThat(world.journal(card)).containsExactly("OFFERED", "KEYED", "OVERFLOWED");
            assertThat(world.journal(other)).containsExactly("OFFERED", "KEYED", "KEYED", "QUEUED");
        }
    }

    @Test
    void whoSaysNothingOrNonsenseIsAskedOnceMoreAndThenLetIn() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            asks(world, reason(key("1", Map.of(), 0, "card")), level());
            UUID call = rings(world);

            presses(world, call, "9");
            int asked = questions(world, call).size();
            presses(world, call, "");

            assertThat(asked).isEqualTo(2);
            assertThat(questions(world, call))
                    .as("the second question is left out")
                    .hasSize(2);
            assertThat(world.journal(call)).containsExactly("OFFERED", "KEYED", "KEYED", "QUEUED");
        }
    }

    @Test
    void whoHangsUpInTheMenuWasNeverInTheQueue() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            asks(world, reason(key("1", Map.of(), 0, "card")));
            UUID call = rings(world);

            world.site.customerHangsUp(call);
            world.settle();

            assertThat(world.outcome(call)).isEqualTo("ABANDONED");
            assertThat(world.journal(call)).containsExactly("OFFERED", "ENDED", "CLOSED");
        }
    }

    @Test
    void theMenuGoesOnAfterACrashAndASilentGatewayLosesNobody() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            asks(world, reason(key("1", Map.of(), 0, "card")), level());
            UUID first = rings(world);
            UUID second = rings(world);
            presses(world, first, "1");
            world.crash();
            world.settle();

            presses(world, first, "1");
            world.pass(Duration.ofSeconds(91));

            assertThat(world.journal(first)).containsExactly("OFFERED", "KEYED", "KEYED", "QUEUED");
            assertThat(world.journal(second)).containsExactly("OFFERED", "QUEUED");
            assertThat(text(
                            world,
                            "select handling -> 'inLine' -> 'menu' -> 'known' ->> 'menu:reason' from contact"
                                    + " where contact_id = ?",
                            first))
                    .isEqualTo("card");
        }
    }

    /** The gateway still answers by the old name, and nothing else would ever be said to the caller. */
    @Test
    void whoIsAskedWhileTheMenuIsEditedIsLetInByTheNextKey() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            asks(world, reason(key("1", Map.of(), 0, "card")));
            UUID call = rings(world);
            asks(
                    world,
                    new Question("topic", Map.of("it", "Premere uno"), "", List.of(key("1", Map.of(), 0, "other"))));

            presses(world, call, "1");

            assertThat(world.journal(call)).containsExactly("OFFERED", "QUEUED");
        }
    }

    @Test
    void aClosedQueueAsksNothing() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            asks(world, reason(key("1", Map.of(), 0, "card")));
            world.change("update queue set open = false where code = 'lumen-billing'");
            world.ask(new Input.SetUp(world.cycle().reference()));

            UUID call = rings(world);

            assertThat(questions(world, call)).isEmpty();
            assertThat(world.outcome(call)).isIn("none", "REFUSED");
            assertThat(world.journal(call)).contains("OVERFLOWED").doesNotContain("QUEUED");
        }
    }

    @Test
    void whoIsCalledBackIsStillWhoTheyWereInTheMenu() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            set(
                    world,
                    aPolicy()
                            .asking(reason(key("1", Map.of("billing", 5), 0, "")))
                            .spilling(new Spill(When.WAIT, 20, Way.callback())));
            UUID asked = rings(world);
            presses(world, asked, "1");
            world.pass(Duration.ofSeconds(21));
            presses(world, asked, "1", "1", "1");
            UUID call = UUID.fromString(
                    text(world, "select callback_id::text from line_callback where asked_in = ?", asked));

            world.available("elif"); // billing 3
            String before = state(world, call);
            world.available("besa"); // billing 5

            assertThat(before).isEqualTo("QUEUED");
            assertThat(state(world, call)).isEqualTo("RESERVED");
        }
    }

    private static Question reason(Key... keys) {
        return new Question(
                "reason", Map.of("it", "Premere uno per la carta", "en", "Press one for the card"), "", List.of(keys));
    }

    private static Question level() {
        return new Question("level", Map.of(), "menu-level", List.of(key("1", Map.of(), 1, "")));
    }

    private static Key key(String key, Map<String, Integer> skills, int levels, String value) {
        return new Key(key, null, skills, levels, value);
    }

    private static void asks(EngineWorld world, Question... questions) throws SQLException {
        set(world, aPolicy().asking(questions));
    }

    private static void set(EngineWorld world, PolicyBuilder policy) throws SQLException {
        world.change("update queue set routing = ?::jsonb where code = 'lumen-billing'", Json.write(policy.build()));
        world.ask(new Input.SetUp(world.cycle().reference()));
    }

    private static UUID rings(EngineWorld world) throws SQLException {
        UUID call = world.site.rings(BILLING, CALLER);
        world.settle();
        return call;
    }

    private static void presses(EngineWorld world, UUID call, String... keys) throws SQLException {
        for (String each : keys) {
            world.site.presses(call, each);
            world.settle();
        }
    }

    private static List<GatewayCommand.CollectKeys> questions(EngineWorld world, UUID call) {
        return world.site.carriedOut.stream()
                .filter(GatewayCommand.CollectKeys.class::isInstance)
                .map(GatewayCommand.CollectKeys.class::cast)
                .filter(asked -> asked.head().call().equals(call))
                .toList();
    }

    private static String state(EngineWorld world, UUID call) throws SQLException {
        return text(world, "select state from contact where contact_id = ?", call);
    }

    private static String text(EngineWorld world, String query, Object... values) throws SQLException {
        return world.texts(query, values).get(0);
    }
}
