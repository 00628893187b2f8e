package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.fairlead.routing.entity.Input;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is edited while calls come. */
@Tag("database")
class EngineSetUpTest {

    private static final String CUSTOMER = "+393331234567";

    @Test
    void aNumberThatWasAddedIsAnsweredFromThenOn() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            UUID before = world.site.rings("+390280009999", CUSTOMER);
            world.settle();

            world.change(
                    """
                    insert into dialled_number (client_id, number, queue_id, language, label)
                    select client_id, '+390280009999', queue_id, language, label from dialled_number
                    where number = '+390280001001'
                    """);
            world.ask(new Input.SetUp(world.cycle().reference()));
            UUID after = world.site.rings("+390280009999", CUSTOMER);
            world.settle();

            assertThat(world.outcome(before)).isEqualTo("REFUSED");
            assertThat(world.journal(after)).containsExactly("OFFERED", "QUEUED");
        }
    }
}
