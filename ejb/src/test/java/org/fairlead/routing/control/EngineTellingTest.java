package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.routing.PolicyBuilder.aPolicy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.QueuePolicy.Telling;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.shared.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What waiting customers are told of their place and their wait, and what is kept of it. */
@Tag("database")
class EngineTellingTest {

    private static final String BILLING = "+390280001001";

    @Test
    void whoWaitsHearsTheirPlaceAndTheExpectedWaitInTheirLanguageAndAgainLater() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            tells(world, new Telling(30, 60, true, true));
            UUID first = world.site.rings(BILLING, "+393331234567");
            world.settle();
            UUID second = world.site.rings(BILLING, "+393331234568");
            world.settle();

            world.pass(Duration.ofSeconds(31));
            world.site.promptEnds(first);
            world.site.promptEnds(second);
            world.settle();
            world.site.promptEnds(second);
            world.settle();

            assertThat(heard(world, first)).startsWith("place-1", "wait-4");
            assertThat(heard(world, second)).startsWith("place-2", "wait-10").endsWith("hold-music");
            assertThat(told(world, second)).containsExactly("2 600");

            world.pass(Duration.ofSeconds(60));

            assertThat(told(world, second)).hasSize(2);
        }
    }

    @Test
    void whatWasToldIsKeptBesideHowItWas() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            tells(world, new Telling(10, 0, false, true));
            UUID call = world.site.rings(BILLING, "+393331234567");
            world.settle();
            world.pass(Duration.ofSeconds(10));
            world.pass(Duration.ofSeconds(45));
            world.crash();
            world.settle();

            world.available("elif");
            world.act("elif", new DeskAction.Accept(call));
            world.settle();

            assertThat(world.texts(
                            "select (detail->>'told') || ' ' || (detail->>'real') from contact_event"
                                    + " where contact_id = ? and kind = 'CONNECTED'",
                            call))
                    .containsExactly("240 45");
        }
    }

    @Test
    void nobodyIsToldWhereTheQueueSaysNothingOrWhileAnAgentIsAsked() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            UUID silent = world.site.rings(BILLING, "+393331234567");
            world.settle();
            world.pass(Duration.ofSeconds(120));
            tells(world, new Telling(5, 15, true, true));
            UUID offered = world.site.rings(BILLING, "+393331234568");
            world.settle();
            world.available("elif", "besa");
            world.pass(Duration.ofSeconds(6));

            assertThat(told(world, silent)).isEmpty();
            assertThat(told(world, offered)).isEmpty();
        }
    }

    private static void tells(EngineWorld world, Telling telling) throws SQLException {
        world.change(
                "update queue set routing = ?::jsonb where code = 'lumen-billing'",
                Json.write(aPolicy().telling(telling).build()));
        world.ask(new Input.SetUp(world.cycle().reference()));
    }

    private static List<String> heard(EngineWorld world, UUID call) {
        return world.site.carriedOut.stream()
                .filter(command -> command.head().call().equals(call))
                .filter(GatewayCommand.Play.class::isInstance)
                .map(GatewayCommand.Play.class::cast)
                .filter(play -> play.language().equals("it"))
                .map(GatewayCommand.Play::prompt)
                .dropWhile(prompt -> prompt.equals("hold-music") || prompt.contains("greeting"))
                .toList();
    }

    private static List<String> told(EngineWorld world, UUID call) throws SQLException {
        return world.texts(
                "select (detail->>'place') || ' ' || (detail->>'seconds') from contact_event"
                        + " where contact_id = ? and kind = 'WAIT_TOLD' order by position",
                call);
    }
}
