package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.routing.PolicyBuilder.aPolicy;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.Presence;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.QueuePolicy.Spill;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.routing.QueuePolicy.When;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.shared.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Customers who are with a number outside, or being asked something, when a line breaks or the engine restarts. */
@Tag("database")
class EngineOutsideTest {

    private static final String BILLING = "+390280001001";
    private static final String CALLER = "+393331234567";
    private static final String BRANCH = "+390645001001";

    @Test
    void whoseLineOutsideBreaksIsBackInTheLineAndIsSentOutNoMore() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            set(world, waits(Way.outside(BRANCH)));
            UUID call = isSentOut(world);
            world.settle();
            String talks = state(world, call);

            world.site.agentsLegBreaks(call, "");
            world.settle();
            world.pass(Duration.ofMinutes(3));
            world.settle();
            String waits = state(world, call);
            world.crash();
            world.settle();
            world.pass(Duration.ofMinutes(3));
            world.available("elif");
            world.act("elif", new DeskAction.Accept(call));
            world.settle();

            assertThat(talks).isEqualTo("CONNECTED");
            assertThat(waits).isEqualTo("QUEUED");
            assertThat(rings(world)).isEqualTo(1);
            assertThat(world.journal(call)).containsSubsequence("CONNECTED", "AGENT_LEFT", "QUEUED", "CONNECTED");
            assertThat(world.desks.get("elif").presence()).isEqualTo(Presence.ON_CONTACT);
        }
    }

    @Test
    void theNextAgentWhoseConnectionFailsIsReleasedAsEverywhere() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            set(world, waits(Way.outside(BRANCH)));
            UUID call = isSentOut(world);
            world.settle();
            world.site.agentsLegBreaks(call, "");
            world.settle();
            world.available("elif");

            world.losesCommands = true;
            world.act("elif", new DeskAction.Accept(call));
            world.pass(Duration.ofSeconds(23));

            assertThat(world.desks.get("elif").presence()).isEqualTo(Presence.MISSED);
            assertThat(state(world, call)).isEqualTo("QUEUED");
        }
    }

    @Test
    void whoWasSentOutFromAClosedDoorIsLetGoWhenThatLineBreaks() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            DayOfWeek tomorrow =
                    world.now().atZone(ZoneOffset.UTC).getDayOfWeek().plus(1);
            set(world, EngineWaysTest.open(tomorrow, Way.outside(BRANCH)));
            UUID call = world.site.rings(BILLING, CALLER);
            world.settle();
            String talks = state(world, call);

            world.site.agentsLegBreaks(call, "");
            world.settle();

            assertThat(talks).isEqualTo("CONNECTED");
            assertThat(rings(world)).isEqualTo(1);
            assertThat(world.outcome(call)).isEqualTo("HANDLED");
        }
    }

    @Test
    void aNumberOutsideRingsOnOverARestartAsLongAsItMay() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            set(world, waits(Way.outside(BRANCH)));
            UUID answered = isSentOut(world);
            world.crash();
            world.pass(Duration.ofSeconds(30));
            String rings = state(world, answered);
            world.settle();
            String talks = state(world, answered);
            world.site.customerHangsUp(answered);
            world.settle();
            world.losesCommands = true;
            UUID silent = isSentOut(world);
            world.crash();
            world.pass(Duration.ofSeconds(38));

            assertThat(rings).isEqualTo("CONNECTING");
            assertThat(talks).isEqualTo("CONNECTED");
            assertThat(state(world, silent)).isEqualTo("QUEUED");
        }
    }

    @Test
    void aQuestionThatARestartLeftWithoutAnswerEndsInMusic() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            set(world, waits(Way.callback()));
            UUID asked = isSentOut(world);
            world.crash();
            world.settle();
            int before = music(world, asked);

            world.pass(Duration.ofSeconds(89));
            int during = music(world, asked);
            world.pass(Duration.ofSeconds(2));

            assertThat(during).isEqualTo(before);
            assertThat(music(world, asked)).isEqualTo(before + 1);
            assertThat(state(world, asked)).isEqualTo("QUEUED");
        }
    }

    private static QueuePolicy waits(Way way) {
        return aPolicy().spilling(new Spill(When.WAIT, 20, way)).build();
    }

    private static void set(EngineWorld world, QueuePolicy policy) throws SQLException {
        world.change("update queue set routing = ?::jsonb where code = 'lumen-billing'", Json.write(policy));
        world.ask(new Input.SetUp(world.cycle().reference()));
    }

    /** The way out is taken; what the site says of it is still to be heard. */
    private static UUID isSentOut(EngineWorld world) throws SQLException {
        UUID call = world.site.rings(BILLING, CALLER);
        world.settle();
        world.pass(Duration.ofSeconds(21));
        return call;
    }

    private static String state(EngineWorld world, UUID call) throws SQLException {
        List<String> states = world.texts("select state from contact where contact_id = ?", call);
        return states.get(0);
    }

    private static long rings(EngineWorld world) {
        return world.site.carriedOut.stream()
                .filter(GatewayCommand.RingNumber.class::isInstance)
                .count();
    }

    private static int music(EngineWorld world, UUID call) {
        return (int) world.site.carriedOut.stream()
                .filter(GatewayCommand.Play.class::isInstance)
                .map(GatewayCommand.Play.class::cast)
                .filter(play -> play.head().call().equals(call) && play.prompt().equals("hold-music"))
                .count();
    }
}
