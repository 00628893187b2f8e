package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fairlead.routing.Presence;
import org.fairlead.routing.StuckAgents.Stuck;
import org.fairlead.routing.StuckAgents.Why;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agents whose state has lasted longer than it should. */
@Tag("database")
class EngineStuckTest {

    private static final String BILLING = "+390280001001";

    @Test
    void whoMissedAnOfferAndNeverCameBackIsStuckAndLoggedOut() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.available("arben");
            world.site.rings(BILLING, "+390655500001");
            world.settle();
            world.pass(Duration.ofSeconds(40));
            assertThat(world.desks.get("arben").presence()).isEqualTo(Presence.MISSED);
            assertThat(stuck(world)).isEmpty();

            world.pass(Duration.ofMinutes(11));
            List<Stuck> stuck = stuck(world);
            assertThat(stuck).extracting(Stuck::why).containsExactly(Why.MISSED);
            Stuck other = new Stuck(
                    stuck.get(0).person(),
                    stuck.get(0).name(),
                    Presence.WRAP_UP,
                    stuck.get(0).since(),
                    Why.WRAP_UP,
                    new ClientId(1));
            assertThatThrownBy(() -> world.ask(new Input.Repair(other)))
                    .as("stuck, but not as it was seen")
                    .isInstanceOf(Refused.class);
            world.ask(new Input.Repair(stuck.get(0)));

            assertThat(world.desks.get("arben").presence()).isEqualTo(Presence.OFFLINE);
            assertThat(stuck(world)).isEmpty();
        }
    }

    @Test
    void whoIsNotStuckIsNotTouched() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.available("arben");
            UUID arben = UUID.fromString(world.texts("select person_id::text from person where login = 'arben'")
                    .get(0));

            Stuck seen = new Stuck(arben, "Arben Hoxha", Presence.MISSED, world.now(), Why.MISSED, ClientId.OUTSOURCER);

            assertThatThrownBy(() -> world.ask(new Input.Repair(seen)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("floor.not-stuck");

            assertThat(world.act("arben", new DeskAction.Look()).presence()).isEqualTo(Presence.AVAILABLE);
        }
    }

    private static List<Stuck> stuck(EngineWorld world) {
        return world.look(engine -> engine.stuck(world.now()));
    }
}
