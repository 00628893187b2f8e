package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fairlead.routing.PolicyBuilder.aPolicy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent.FailureCause;
import org.fairlead.routing.Presence;
import org.fairlead.routing.QueuePolicy.Spill;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.routing.QueuePolicy.When;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.shared.Json;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Customers who hang up and are called when it is their turn, and customers who are sent to a number outside. */
@Tag("database")
class EngineCallbackTest {

    private static final String BILLING = "+390280001001";
    private static final String CALLER = "+393331234567";
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @Test
    void whoAsksForItIsCalledBackByTheAgentWhoWouldHaveAnswered() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            offers(world);
            UUID asked = waitsAndIsAsked(world, CALLER);
            UUID later = world.site.rings(BILLING, "+393331234568");
            world.settle();
            presses(world, asked, "1", "1", "1");
            UUID call = callback(world, asked);

            world.available("elif");
            assertThatThrownBy(() -> world.act("elif", new DeskAction.Accept(call)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("callback.unjudged");
            world.act("elif", new DeskAction.CallBack(call, true, null));
            world.site.answers(call);
            world.settle();

            assertThat(world.outcome(asked)).isEqualTo("CALLBACK");
            assertThat(world.desks.get("elif").presence()).isEqualTo(Presence.ON_CONTACT);
            assertThat(dialled(world, call)).isEqualTo(CALLER);
            assertThat(world.journal(call))
                    .startsWith("CALLBACK_QUEUED", "RESERVED", "DIALLED", "RINGING", "ANSWERED", "CONNECTED");
            assertThat(world.outcome(later)).isEqualTo("none");
            assertThat(world.texts("select state from contact where contact_id = ?", later))
                    .containsExactly("QUEUED");
        }
    }

    @Test
    void theTypedNumberIsCalledAndOnlyOneOfTheSameCountry() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            offers(world);
            UUID asked = waitsAndIsAsked(world, CALLER);

            presses(world, asked, "1", "00447911123456", "899123456", "0289123456", "1");

            assertThat(world.texts("select number from line_callback where asked_in = ?", asked))
                    .containsExactly("+390289123456");
        }
    }

    @Test
    void atAChosenTimeTheCallHasItsOldPlaceAndNobodyIsHeldForItBefore() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            offers(world);
            UUID asked = waitsAndIsAsked(world, CALLER);
            Instant then = world.now().plus(Duration.ofHours(2));
            String typed = DateTimeFormatter.ofPattern("HHmm").format(then.atZone(ROME));

            presses(world, asked, "1", "1", typed);
            UUID call = callback(world, asked);
            world.available("elif");
            Presence before = world.desks.get("elif").presence();
            world.crash();
            world.available("elif");
            Presence afterTheCrash = world.desks.get("elif").presence();
            world.pass(Duration.ofHours(2).plusMinutes(1));

            assertThat(before).isEqualTo(Presence.AVAILABLE);
            assertThat(afterTheCrash).isEqualTo(Presence.AVAILABLE);
            assertThat(world.texts("select state from contact where contact_id = ?", call))
                    .containsExactly("RESERVED");
        }
    }

    @Test
    void whoMayNotBeCalledIsNotDialledAndAskedAgainWhenTheLawAllows() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            UUID call = wished(world);
            world.available("elif");

            world.act("elif", new DeskAction.CallBack(call, false, world.now().plus(Duration.ofHours(9))));
            Presence free = world.desks.get("elif").presence();
            world.pass(Duration.ofHours(8));
            String still = world.outcome(call);
            world.pass(Duration.ofMinutes(61));
            world.act("elif", new DeskAction.CallBack(call, false, null));

            assertThat(free).isEqualTo(Presence.AVAILABLE);
            assertThat(still).isEqualTo("none");
            assertThat(world.outcome(call)).isEqualTo("REFUSED");
            assertThat(world.journal(call)).contains("CALLBACK_DENIED").doesNotContain("DIALLED");
            assertThat(world.site.dials).doesNotContainKey(call);
        }
    }

    @Test
    void theCallbackOutlivesACrashAndIsDialledOnce() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            UUID call = wished(world);
            world.crash();
            world.settle();
            world.available("elif");
            world.act("elif", new DeskAction.CallBack(call, true, null));
            world.crash();
            world.settle();
            world.site.fails(call, FailureCause.NO_ANSWER);
            world.settle();

            assertThat(world.site.dials).containsEntry(call, 1);
            assertThat(world.texts("select outcome from contact where contact_id = ?", call))
                    .containsExactly("NO_ANSWER");
        }
    }

    @Test
    void whoIsNotReachedIsCalledOnceMoreAfterAWhile() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            UUID first = wished(world);
            world.available("elif");
            notReached(world, first);

            UUID second = callback(world, first);
            String tooSoon = state(world, second);
            world.pass(Duration.ofMinutes(11));
            String inTurn = state(world, second);
            notReached(world, second);

            assertThat(tooSoon).isEqualTo("QUEUED");
            assertThat(inTurn).isEqualTo("RESERVED");
            assertThat(world.texts("select 1::text from line_callback where asked_in = ?", second))
                    .as("enough is enough")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureCause.class,
            names = {"BUSY", "CONGESTION", "ENGINE_DOWN"})
    void whoWasNotReachedForWantOfALineIsCalledOnceMoreAsWell(FailureCause cause) throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            UUID first = wished(world);
            world.available("elif");
            world.act("elif", new DeskAction.CallBack(first, true, null));
            world.site.fails(first, cause);
            world.settle();
            world.pass(Duration.ofMinutes(11));

            assertThat(state(world, callback(world, first))).isEqualTo("RESERVED");
        }
    }

    @Test
    void whoseDialCameTooLateAfterATakeOverIsCalledOnceMore() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            UUID first = wished(world);
            world.available("elif");
            world.losesCommands = true;
            world.act("elif", new DeskAction.CallBack(first, true, null));
            world.clock.forward(Duration.ofMinutes(3));
            world.losesCommands = false;
            world.crash();
            world.settle();
            UUID second = callback(world, first);
            world.available("elif");
            world.pass(Duration.ofMinutes(11));

            assertThat(world.site.dials).doesNotContainKey(first);
            assertThat(world.outcome(first)).isEqualTo("EXPIRED");
            assertThat(state(world, second)).isEqualTo("RESERVED");
        }
    }

    @Test
    void aSupervisorTakesBackWhatNobodyHasYet() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            offers(world);
            UUID first = waitsAndIsAsked(world, CALLER);
            presses(world, first, "1", "1", "1");
            UUID call = callback(world, first);

            world.ask(new Input.CancelCallback(call, "sena"));
            world.available("elif");

            assertThat(world.outcome(call)).isEqualTo("REFUSED");
            assertThat(world.journal(call)).containsExactly("CALLBACK_QUEUED", "CALLBACK_CANCELLED", "ENDED", "CLOSED");
            assertThat(world.desks.get("elif").presence()).isEqualTo(Presence.AVAILABLE);
            assertThat(world.site.dials).doesNotContainKey(call);
            refuses(world, call, "floor.line.over");
            refuses(world, first, "floor.line.over");

            UUID second = waitsAndIsAskedWhileSomebodyIsAway(world);
            presses(world, second, "1", "1", "1");
            UUID taken = callback(world, second);
            world.available("elif");

            refuses(world, taken, "floor.line.with-agent");
            assertThat(state(world, taken)).isEqualTo("RESERVED");
        }
    }

    private static UUID waitsAndIsAskedWhileSomebodyIsAway(EngineWorld world) throws SQLException {
        world.act("elif", new DeskAction.Leave("session-elif"));
        return waitsAndIsAsked(world, "+393331234568");
    }

    private static void refuses(EngineWorld world, UUID call, String why) {
        assertThatThrownBy(() -> world.ask(new Input.CancelCallback(call, "sena")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(why));
    }

    private static void notReached(EngineWorld world, UUID call) throws SQLException {
        world.act("elif", new DeskAction.CallBack(call, true, null));
        world.site.fails(call, FailureCause.NO_ANSWER);
        world.settle();
        world.pass(Duration.ofSeconds(10));
        world.settle();
    }

    private static String state(EngineWorld world, UUID contact) throws SQLException {
        return world.texts("select state from contact where contact_id = ?", contact)
                .get(0);
    }

    @Test
    void whoWantsToWaitWaitsOnAtTheSamePlace() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            offers(world);
            UUID asked = waitsAndIsAsked(world, CALLER);

            presses(world, asked, "");
            world.available("elif");
            world.act("elif", new DeskAction.Accept(asked));
            world.settle();

            assertThat(world.journal(asked)).contains("CONNECTED").doesNotContain("CALLBACK_ASKED");
        }
    }

    @Test
    void anAgentWhoComesFirstEndsTheQuestions() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            offers(world);
            UUID asked = waitsAndIsAsked(world, CALLER);
            world.available("elif");

            presses(world, asked, "1");
            world.act("elif", new DeskAction.Accept(asked));
            world.settle();

            assertThat(world.journal(asked)).contains("CONNECTED").doesNotContain("CALLBACK_ASKED");
            assertThat(world.texts("select 1::text from line_callback where asked_in = ?", asked))
                    .isEmpty();
            assertThat(world.site.carriedOut.stream()
                            .filter(GatewayCommand.Play.class::isInstance)
                            .map(command -> ((GatewayCommand.Play) command).prompt())
                            .reduce("", (before, last) -> last))
                    .isEqualTo("hold-music");
        }
    }

    @Test
    void aQueueMaySendToANumberOutsideTheHouse() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            spills(world, new Spill(When.WAIT, 20, Way.outside("+390645001001")));
            UUID call = world.site.rings(BILLING, CALLER);
            world.settle();

            world.pass(Duration.ofSeconds(21));
            world.settle();
            String state = world.texts("select state from contact where contact_id = ?", call)
                    .get(0);
            world.site.customerHangsUp(call);
            world.settle();

            assertThat(state).isEqualTo("CONNECTED");
            assertThat(world.outcome(call)).isEqualTo("HANDLED");
            assertThat(world.texts(
                            "select detail->>'outside' from contact_event where contact_id = ? and kind = 'CONNECTED'",
                            call))
                    .containsExactly("+390645001001");
        }
    }

    @Test
    void whoIsNotAnsweredOutsideIsBackInTheLineAndStaysThere() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            spills(world, new Spill(When.WAIT, 20, Way.outside("+390645001003")));
            UUID first = world.site.rings(BILLING, CALLER);
            world.settle();
            world.pass(Duration.ofSeconds(10));
            UUID second = world.site.rings(BILLING, "+393331234568");
            world.settle();

            world.pass(Duration.ofSeconds(11));
            world.settle();
            world.pass(Duration.ofSeconds(1));
            world.settle();
            world.available("elif");

            assertThat(world.site.carriedOut)
                    .filteredOn(GatewayCommand.RingNumber.class::isInstance)
                    .hasSize(1);
            assertThat(world.texts("select state from contact where contact_id = ?", first))
                    .containsExactly("RESERVED");
            assertThat(world.texts("select state from contact where contact_id = ?", second))
                    .containsExactly("QUEUED");
        }
    }

    private static void offers(EngineWorld world) throws SQLException {
        spills(world, new Spill(When.WAIT, 20, Way.callback()));
    }

    private static void spills(EngineWorld world, Spill spill) throws SQLException {
        world.change(
                "update queue set routing = ?::jsonb where code = 'lumen-billing'",
                Json.write(aPolicy().spilling(spill).build()));
        world.ask(new Input.SetUp(world.cycle().reference()));
    }

    private static UUID waitsAndIsAsked(EngineWorld world, String from) throws SQLException {
        UUID call = world.site.rings(BILLING, from);
        world.settle();
        world.pass(Duration.ofSeconds(21));
        return call;
    }

    private static void presses(EngineWorld world, UUID call, String... keys) throws SQLException {
        for (String each : keys) {
            world.site.presses(call, each);
            world.settle();
        }
        world.site.promptEnds(call);
        world.settle();
    }

    /** Somebody waits, wishes to be called back on the calling number when it is their turn, and is thanked. */
    private static UUID wished(EngineWorld world) throws SQLException {
        offers(world);
        UUID asked = waitsAndIsAsked(world, CALLER);
        presses(world, asked, "1", "1", "1");
        return callback(world, asked);
    }

    private static UUID callback(EngineWorld world, UUID asked) throws SQLException {
        return UUID.fromString(world.texts("select callback_id from line_callback where asked_in = ?", asked)
                .get(0));
    }

    private static String dialled(EngineWorld world, UUID call) {
        return world.site.carriedOut.stream()
                .filter(GatewayCommand.Dial.class::isInstance)
                .map(GatewayCommand.Dial.class::cast)
                .filter(dial -> dial.head().call().equals(call))
                .map(GatewayCommand.Dial::number)
                .findFirst()
                .orElse("nobody");
    }
}
