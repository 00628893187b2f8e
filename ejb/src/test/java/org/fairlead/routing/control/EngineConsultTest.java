package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.routing.DeskState;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Speaking with somebody else while the customer waits, and what comes of it. */
@Tag("database")
class EngineConsultTest {

    private static final String OUTSIDE = "+390299999999";

    private EngineWorld world;

    @BeforeEach
    void open() throws SQLException {
        world = new EngineWorld();
    }

    @AfterEach
    void close() throws SQLException {
        world.close();
    }

    @Test
    void theDeskSaysWithWhomAlsoAfterARestart() throws SQLException {
        UUID call = connected("besa");

        ask(call, TransferKind.CONSULT, OUTSIDE);
        assertThat(desk("besa").contact().consulted()).isEqualTo(OUTSIDE);
        world.crash();

        assertThat(world.act("besa", new DeskAction.Look()).contact().consulted())
                .isEqualTo(OUTSIDE);
    }

    @Test
    void goesBackToTheCustomer() throws SQLException {
        UUID call = connected("besa");
        ask(call, TransferKind.CONSULT, OUTSIDE);

        ask(call, TransferKind.CONSULT_CANCEL, "");

        assertThat(desk("besa").contact().consulted()).isNull();
        assertThat(desk("besa").presence()).isEqualTo(Presence.ON_CONTACT);
    }

    @Test
    void completesToANumberAndWrapsUp() throws SQLException {
        UUID call = connected("besa");
        ask(call, TransferKind.CONSULT, OUTSIDE);

        ask(call, TransferKind.CONSULT_COMPLETE, "");

        assertThat(desk("besa").presence()).isEqualTo(Presence.WRAP_UP);
        assertThat(desk("besa").contact().consulted()).isNull();
    }

    @Test
    void completesToAColleagueWhoGetsTheContact() throws SQLException {
        UUID call = connected("besa");
        world.available("arben");
        ask(call, TransferKind.CONSULT, "arben");

        ask(call, TransferKind.CONSULT_COMPLETE, "");

        assertThat(desk("arben").contact().contactId()).isEqualTo(call);
        assertThat(desk("arben").contact().consulted()).isNull();
        assertThat(desk("besa").contact()).isNull();
    }

    @Test
    void aQueueIsNotSpokenWithAndOneConsultationIsOpenAtATime() throws SQLException {
        UUID call = connected("besa");

        assertThatThrownBy(() -> ask(call, TransferKind.CONSULT, "lumen-english"))
                .isInstanceOf(Refused.class)
                .hasMessage("desk.consult-queue");
        assertThatThrownBy(() -> ask(call, TransferKind.CONSULT_COMPLETE, ""))
                .isInstanceOf(Refused.class)
                .hasMessage("desk.not-now");
        ask(call, TransferKind.CONSULT, OUTSIDE);
        assertThatThrownBy(() -> ask(call, TransferKind.BLIND, OUTSIDE))
                .isInstanceOf(Refused.class)
                .hasMessage("desk.not-now");
    }

    private void ask(UUID call, TransferKind kind, String target) throws SQLException {
        world.act("besa", new DeskAction.Transfer(call, kind, target));
        world.settle();
    }

    private UUID connected(String agent) throws SQLException {
        world.available(agent);
        UUID call = world.site.rings("+390280001001", "+393331234567");
        world.settle();
        world.act(agent, new DeskAction.Accept(call));
        world.settle();
        return call;
    }

    private DeskState desk(String login) {
        return world.desks.get(login);
    }
}
