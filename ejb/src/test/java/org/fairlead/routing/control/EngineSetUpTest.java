package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
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

    @Test
    void whoeverWaitsAlreadyIsServedByTheSkillsThatTheQueueAsksForNow() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.change("update queue set skills = '{\"lang:it\": 5, \"billing\": 5}' where code = 'lumen-billing'");
            world.ask(new Input.SetUp(world.cycle().reference()));
            world.available("elif"); // Italian 3, billing 3
            UUID call = world.site.rings("+390280001001", CUSTOMER);
            world.settle();
            assertThat(world.journal(call)).containsExactly("OFFERED", "QUEUED");

            world.change(
                    "update queue set skills = '{\"lang:it\": 2}', reservation_seconds = 33 where code = 'lumen-billing'");
            world.ask(new Input.SetUp(world.cycle().reference()));

            assertThat(world.journal(call)).containsExactly("OFFERED", "QUEUED", "RESERVED");
            assertThat(world.texts(
                            "select handling::jsonb->'terms'->>'reservationSeconds' from contact where contact_id = ?",
                            call))
                    .containsExactly("33");
            world.crash();
            assertThat(world.texts("select handling from contact where contact_id = ?", call))
                    .allMatch(kept -> !kept.contains("billing"));
        }
    }

    @Test
    void whoeverWaitsAlreadyHasTheUrgencyThatTheQueueHasNow() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.change("update queue set priority = 3 where client_id = 1");
            world.ask(new Input.SetUp(world.cycle().reference()));
            UUID first = world.site.rings("+390280001001", CUSTOMER);
            world.settle();
            world.pass(Duration.ofSeconds(2));
            UUID second = world.site.rings("+390280001002", CUSTOMER);
            world.settle();

            world.change("update queue set priority = 1 where code = 'lumen-english'");
            world.ask(new Input.SetUp(world.cycle().reference()));
            world.available("elif"); // serves both queues

            assertThat(world.journal(second)).containsExactly("OFFERED", "QUEUED", "RESERVED");
            assertThat(world.journal(first)).containsExactly("OFFERED", "QUEUED");
            assertThat(world.texts("select priority::text from contact where contact_id = ?", second))
                    .containsExactly("1");
        }
    }

    @Test
    void aPolicyThatIsPublishedHoldsForWhoeverWaitsAlreadyFromWhenTheyCame() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.change("update queue set skills = '{\"lang:it\": 5, \"billing\": 3}' where code = 'lumen-billing'");
            world.ask(new Input.SetUp(world.cycle().reference()));
            world.available("elif"); // Italian 3, billing 3
            UUID call = world.site.rings("+390280001001", CUSTOMER);
            world.settle();
            world.pass(Duration.ofSeconds(20));
            assertThat(world.journal(call)).containsExactly("OFFERED", "QUEUED");

            world.change(
                    "update queue set routing = routing || '{\"wider\": [{\"afterSeconds\": 15, \"by\": 2}]}' where code = 'lumen-billing'");
            world.ask(new Input.SetUp(world.cycle().reference()));

            assertThat(world.journal(call)).containsExactly("OFFERED", "QUEUED", "RESERVED");
        }
    }
}
