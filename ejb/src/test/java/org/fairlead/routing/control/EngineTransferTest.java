package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Input.DeskAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A transfer inside the house while the engine dies: the contact goes where it was to go, and nowhere else. */
@Tag("database")
class EngineTransferTest {

    private static final String ITALIAN = "+390280001001";
    private static final String CUSTOMER = "+393331234567";

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
    void aTransferToAQueueOutlivesTheEngine() throws SQLException {
        UUID call = talking("besa");

        world.losesCommands = true;
        world.act("besa", new DeskAction.Transfer(call, TransferKind.BLIND, "lumen-english"));
        world.losesCommands = false;
        world.crash();
        world.settle();

        assertThat(queueOf(call)).isEqualTo("lumen-english");
        assertThat(world.journal(call))
                .contains("TRANSFER_ASKED", "TRANSFERRED")
                .doesNotContain("AGENT_LEFT");
        assertThat(world.outcome(call)).isEqualTo("none");
    }

    @Test
    void aTransferToAnAgentOutlivesTheEngine() throws SQLException {
        UUID call = talking("besa");
        world.available("arben");

        world.act("besa", new DeskAction.Transfer(call, TransferKind.BLIND, "arben"));
        world.crash();
        world.available("arben");
        world.settle();

        assertThat(world.desks.get("arben").presence()).isEqualTo(Presence.RESERVED);
        assertThat(world.journal(call)).contains("TRANSFERRED").doesNotContain("AGENT_LEFT");
    }

    private UUID talking(String login) throws SQLException {
        world.available(login);
        UUID call = world.site.rings(ITALIAN, CUSTOMER);
        world.settle();
        world.act(login, new DeskAction.Accept(call));
        world.settle();
        return call;
    }

    private String queueOf(UUID call) throws SQLException {
        return world.texts(
                        "select q.code from contact c join queue q using (client_id, queue_id) where contact_id = ?",
                        call)
                .get(0);
    }
}
