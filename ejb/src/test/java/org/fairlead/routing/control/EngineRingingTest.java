package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.routing.DeskState;
import org.fairlead.routing.FloorSnapshot.AgentNow;
import org.fairlead.routing.Outbound;
import org.fairlead.routing.OutboundScene;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;
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

    @Test
    void whoDialledInVainSeesWhyBeforeTheNextLeadComes() throws SQLException {
        world.act(AGENT, new DeskAction.DialPreview(call));
        world.settle();
        world.site.fails(call, GatewayEvent.FailureCause.UNALLOCATED);
        world.settle();

        DeskState.DeskContact failed = world.desks.get(AGENT).contact();
        assertThat(failed.phase()).isEqualTo("WRAP_UP");
        assertThat(failed.outcome()).isEqualTo("DEAD_LINE");
        assertThat(failed.connectedAt()).isNull();
        assertThat(failed.wrapUpEndsAt()).isBeforeOrEqualTo(world.now().plusSeconds(8));

        DeskState next = world.act(AGENT, new DeskAction.Close(call, "NONE", "", null, false));

        assertThat(next.contact()).isNull();
        assertThat(next.presence()).isEqualTo(Presence.AVAILABLE);
        assertThat(world.outcome(call)).isEqualTo("DEAD_LINE");
    }

    @Test
    void whoSaysThatTheContactIsAboutToEndSaysSoToThePacing() throws SQLException {
        world.act(AGENT, new DeskAction.DialPreview(call));
        world.settle();
        world.site.answers(call);
        world.settle();
        Instant said = world.now();

        world.act(AGENT, new DeskAction.Finishing(call));

        assertThat(finishing()).isEqualTo(said);
        world.site.customerHangsUp(call);
        world.settle();
        assertThat(finishing()).as("wrap-up is part of it").isEqualTo(said);
        world.act(AGENT, new DeskAction.Close(call, "sold", "", null, false));
        assertThat(finishing()).isNull();
    }

    @Test
    void pacingDoesNotCountOnWhoseDeskIsGoneBeforeItIsBack() throws SQLException {
        world.act(AGENT, new DeskAction.DialPreview(call));
        int there = crew().size();

        world.act(AGENT, new DeskAction.Lost("session-" + AGENT));
        int gone = crew().size();
        world.act(AGENT, new DeskAction.Open("session-" + AGENT));

        assertThat(gone).isEqualTo(there - 1);
        assertThat(crew()).hasSize(there);
    }

    private List<OutboundScene.CrewNow> crew() {
        Map<Outbound.CampaignId, Map<String, Integer>> anyone =
                Map.of(new Outbound.CampaignId(new ClientId(3), UUID.randomUUID()), Map.of());
        return world.cycle().look(engine -> engine.scene(anyone, world.now())).crew();
    }

    private @Nullable Instant finishing() {
        return crew().stream()
                .map(OutboundScene.CrewNow::finishing)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private AgentNow onTheFloor() {
        return world.cycle().look(engine -> engine.snapshot(world.now())).agents().stream()
                .filter(agent -> agent.login().equals(AGENT))
                .findFirst()
                .orElseThrow();
    }
}
