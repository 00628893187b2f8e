package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What agents must say when they pause. */
@Tag("database")
class EnginePauseTest {

    @Test
    void whereAPauseHasReasonsOneOfThemMustBeGivenAndIsKept() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            reason(world, 0, "coffee", "BREAK");
            reason(world, 1, "smoke", "BREAK");
            reason(world, 3, "their-own", "BREAK");
            world.available("elif");

            assertThatThrownBy(() -> world.act("elif", new DeskAction.Present(Presence.BREAK, null)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("desk.pause-reason");
            assertThatThrownBy(() -> world.act("elif", new DeskAction.Present(Presence.BREAK, "their-own")))
                    .isInstanceOf(Refused.class);
            assertThat(world.desks.get("elif").presence()).isEqualTo(Presence.AVAILABLE);

            world.act("elif", new DeskAction.Present(Presence.BREAK, "smoke"));
            world.act("elif", new DeskAction.Present(Presence.LUNCH, null));

            assertThat(world.texts("select presence || ' ' || coalesce(reason, '-') from agent_event e join person p"
                            + " on p.person_id = e.person_id where p.login = 'elif' order by position desc limit 2"))
                    .containsExactly("LUNCH -", "BREAK smoke");
        }
    }

    @Test
    void aReasonThatWasSwitchedOffIsNotAskedForAnyMore() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            reason(world, 0, "coffee", "BREAK");
            world.change("update pause_reason set active = false where client_id = 0 and code = 'coffee'");
            world.ask(new Input.SetUp(world.cycle().reference()));
            world.available("elif");

            assertThat(world.act("elif", new DeskAction.Present(Presence.BREAK, null))
                            .presence())
                    .isEqualTo(Presence.BREAK);
        }
    }

    private static void reason(EngineWorld world, int client, String code, String presence) throws SQLException {
        world.change("insert into pause_reason values (?, ?, ?, '{\"en\": \"words\"}', true)", client, code, presence);
        world.ask(new Input.SetUp(world.cycle().reference()));
    }
}
