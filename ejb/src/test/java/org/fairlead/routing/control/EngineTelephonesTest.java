package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.fairlead.routing.FloorSnapshot.Heard;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an agent's telephone changes for the engine, and who else may be in a talk. */
@Tag("database")
class EngineTelephonesTest {

    private static final String BILLING = "+390280001001";
    private static final String STRANGER = "+393331234567";

    @Test
    void aTelephoneThatIsPickedUpIsTheAnswerAndNoOtherIsAskedFor() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.available("besa");
            world.ask(new Input.Tell(
                    "tirana",
                    new Input.Desk("besa", "session-besa", true),
                    head -> new GatewayCommand.UseTelephone(head, "besa", "x0123456789ab", false, head.expiresAt())));

            UUID call = world.site.rings(BILLING, STRANGER);
            world.settle();

            assertThat(world.journal(call)).containsSubsequence("RESERVED", "ACCEPTED", "CONNECTED");
            assertThat(world.desks.get("besa").presence()).isEqualTo(Presence.ON_CONTACT);
        }
    }

    @Test
    void anotherDeskOfTheAgentIsAskedAgain() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.available("besa");
            world.ask(new Input.Tell(
                    "tirana",
                    new Input.Desk("besa", "session-besa", true),
                    head -> new GatewayCommand.UseTelephone(head, "besa", "x0123456789ab", false, head.expiresAt())));
            world.act("besa", new DeskAction.Open("newer"));

            world.site.rings(BILLING, STRANGER);
            world.settle();

            assertThat(world.desks.get("besa").presence()).isEqualTo(Presence.RESERVED);
        }
    }

    @Test
    void aSupervisorInATalkIsInItsJournal() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.available("besa");
            UUID call = world.site.rings(BILLING, STRANGER);
            world.settle();
            assertThatThrownBy(() -> world.ask(new Input.Monitor(call, "sena", MonitorMode.LISTEN)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("floor.no-talk");
            world.act("besa", new DeskAction.Accept(call));
            world.settle();

            world.ask(new Input.Monitor(call, "sena", MonitorMode.WHISPER));
            world.settle();

            assertThat(world.texts(
                            "select detail ->> 'supervisor' || ' ' || (detail ->> 'mode') from contact_event where contact_id = ? and kind = 'MONITORED'",
                            call))
                    .containsExactly("sena WHISPER");
            assertThatThrownBy(() -> world.ask(new Input.Monitor(UUID.randomUUID(), "sena", MonitorMode.LISTEN)))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void theFloorTellsWhoHearsATalkAndThatWhoDidNotPickUpDoesNot() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.available("besa");
            UUID call = world.site.rings(BILLING, STRANGER);
            world.settle();
            world.act("besa", new DeskAction.Accept(call));
            world.settle();
            world.ask(new Input.Monitor(call, "sena", MonitorMode.LISTEN));
            world.settle();
            assertThat(heard(world)).isEqualTo(new Heard("sena", MonitorMode.LISTEN));

            world.ask(new Input.Monitor(call, "sena", MonitorMode.WHISPER));
            world.pass(Duration.ofSeconds(11));
            world.settle();

            assertThat(heard(world))
                    .as("too late for the site to whisper: she listens on")
                    .isEqualTo(new Heard("sena", MonitorMode.LISTEN));

            world.site.leaves(call, "sena");
            world.settle();

            assertThat(heard(world)).isNull();

            world.ask(new Input.Monitor(call, "sena", MonitorMode.BARGE));
            world.settle();
            world.act("besa", new DeskAction.HangUp(call));
            world.settle();

            assertThat(heard(world)).isNull();
        }
    }

    private static @Nullable Heard heard(EngineWorld world) {
        return world.look(engine -> engine.snapshot(world.now())).agents().stream()
                .filter(agent -> agent.login().equals("besa"))
                .findFirst()
                .orElseThrow()
                .heard();
    }
}
