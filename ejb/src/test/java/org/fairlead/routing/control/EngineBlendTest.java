package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.routing.FloorSnapshot;
import org.fairlead.routing.Outbound;
import org.fairlead.routing.entity.Input;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents who take calls and dial as well. */
@Tag("database")
class EngineBlendTest {

    @Test
    void whoIsKeptForCallsIsShownNoLeadAndCountsForNoDial() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.available("maricel");
            world.available("olga");
            assertThat(free(world)).isEqualTo(2);

            world.ask(new Input.Keep(Set.of(EngineWaysTest.program(world, "northway-ru"))));

            assertThat(free(world)).isEqualTo(1);
            DialledLead lead = DialledLead.writtenIn(world);
            assertThat(world.ask(new Input.ShowPreview(lead.call(world)))).isEqualTo(true);
            assertThat(EngineWaysTest.at(world, "maricel")).isEqualTo(lead.attempt());

            world.ask(new Input.Keep(Set.of()));

            assertThat(free(world)).isEqualTo(1);
        }
    }

    /** Read from its row, also by the engine that follows this one. */
    @Test
    void whoWorksInOneQueueAloneIsDialledForByNoCampaign() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.available("maricel");
            world.available("olga");
            world.change(
                    "insert into agent_lent select q.client_id, q.queue_id, p.person_id, ?, p.person_id, true"
                            + " from queue q, person p where q.code = 'northway-russian' and p.login = 'maricel'",
                    world.now().plusSeconds(3600).atOffset(ZoneOffset.UTC));
            world.ask(new Input.SetUp(world.cycle().reference()));

            assertThat(free(world)).isEqualTo(1);
            assertThat(ready(world)).isEqualTo(2);
            assertThat(crew(world)).isEqualTo(1);
            world.ask(new Input.Keep(Set.of(EngineWaysTest.program(world, "northway-ru"))));
            assertThat(free(world)).isZero();
            world.ask(new Input.Keep(Set.of()));

            world.crash();
            world.available("maricel");
            world.available("olga");

            assertThat(free(world)).isEqualTo(1);
            DialledLead lead = DialledLead.writtenIn(world);
            assertThat(world.ask(new Input.ShowPreview(lead.call(world)))).isEqualTo(true);
            assertThat(EngineWaysTest.at(world, "olga")).isEqualTo(lead.attempt());

            world.pass(Duration.ofHours(1));

            assertThat(free(world)).isEqualTo(1);
        }
    }

    /** As the queue's tile on the floor tells it. */
    private static int ready(EngineWorld world) {
        return world.look(engine -> engine.snapshot(world.now())).queues().stream()
                .filter(queue -> queue.code().equals("northway-russian"))
                .mapToInt(FloorSnapshot.QueueNow::ready)
                .sum();
    }

    private static int crew(EngineWorld world) {
        var anyone = Map.of(new Outbound.CampaignId(new ClientId(3), new UUID(0, 1)), Map.of("lang:en", 3));
        return world.look(engine -> engine.scene(anyone, world.now())).crew().size();
    }

    private static int free(EngineWorld world) {
        return world.look(engine -> engine.free(new ClientId(3), Map.of("lang:en", 3)));
    }
}
