package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
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

    private static int free(EngineWorld world) {
        return world.look(engine -> engine.free(new ClientId(3), Map.of("lang:en", 3)));
    }
}
