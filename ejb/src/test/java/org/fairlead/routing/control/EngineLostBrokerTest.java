package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A broker ends together with the engine's process, and what it had in its memory alone with it. */
@Tag("database")
class EngineLostBrokerTest {

    private EngineWorld world;
    private UUID call;

    @BeforeEach
    void anAgentAcceptsAndTheBrokerHasTheCommand() throws SQLException {
        world = new EngineWorld();
        world.available("besa");
        call = world.site.rings("+390280001001", "+393331234567");
        world.settle();
        world.ask(new Input.Act("besa", new DeskAction.Accept(call)));
        assertThat(world.atBroker).anyMatch(GatewayCommand.Connect.class::isInstance);
        // the next turn stores that all of it was sent
        world.ask(new Input.Act("arben", new DeskAction.Open("session-arben")));
        world.ask(new Input.Act("arben", new DeskAction.Present(Presence.BREAK, null)));
    }

    @AfterEach
    void close() throws SQLException {
        world.close();
    }

    private void bothEnd() throws SQLException {
        world.atBroker.clear();
        world.crash();
        world.settle();
    }

    @Test
    void theAgentIsConnectedAllTheSame() throws SQLException {
        bothEnd();

        assertThat(world.site.calls).containsEntry(call, FakeSite.State.TALKING);
    }

    @Test
    void whatTheSiteHasIsCarriedOutOnce() throws SQLException {
        world.settle();
        long carriedOut = connects();

        bothEnd();

        assertThat(connects()).isEqualTo(carriedOut).isEqualTo(1);
        assertThat(world.site.calls).containsEntry(call, FakeSite.State.TALKING);
    }

    @Test
    void whatIsTooLateIsNotSaidAgain() throws SQLException {
        world.clock.forward(Duration.ofMinutes(2));

        bothEnd();

        assertThat(connects()).isZero();
    }

    private long connects() {
        return world.site.carriedOut.stream()
                .filter(GatewayCommand.Connect.class::isInstance)
                .count();
    }
}
