package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.fairlead.routing.DeskState;
import org.fairlead.routing.FloorSnapshot.AgentNow;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An agent who dialled waits for the customer: that is no talk yet. */
@Tag("database")
class EngineRingingTest {

    private static final String AGENT = "maricel";

    private EngineWorld world;
    private UUID call;

    @BeforeEach
    void begin() throws SQLException {
        world = new EngineWorld();
        DialledLead lead = DialledLead.writtenIn(world);
        call = lead.attempt();
        world.available(AGENT);
        world.ask(new Input.ShowPreview(lead.call(world)));
    }

    @AfterEach
    void end() throws SQLException {
        world.close();
    }

    @Test
    void aDialledCallRingsOnTheDeskAndTheFloorUntilTheCustomerAnswers() throws SQLException {
        DeskState dialled = world.act(AGENT, new DeskAction.DialPreview(call));

        assertThat(dialled.contact().phase()).isEqualTo("RINGING");
        assertThat(onTheFloor().presence()).isEqualTo(Presence.ON_CONTACT);
        assertThat(onTheFloor().ringing()).isTrue();

        world.settle();
        world.site.answers(call);
        world.settle();

        assertThat(world.desks.get(AGENT).contact().phase()).isEqualTo("CONNECTED");
        assertThat(onTheFloor().ringing()).isFalse();
    }

    private AgentNow onTheFloor() {
        return world.cycle().look(engine -> engine.snapshot(world.now())).agents().stream()
                .filter(agent -> agent.login().equals(AGENT))
                .findFirst()
                .orElseThrow();
    }
}
