package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.routing.PolicyBuilder.aPolicy;
import static org.fairlead.routing.control.EngineWaysTest.at;
import static org.fairlead.routing.control.EngineWaysTest.heardTheWords;
import static org.fairlead.routing.control.EngineWaysTest.open;
import static org.fairlead.routing.control.EngineWaysTest.queue;
import static org.fairlead.routing.control.EngineWaysTest.queueOf;
import static org.fairlead.routing.control.EngineWaysTest.set;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.routing.Presence;
import org.fairlead.routing.QueuePolicy.Spill;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.routing.QueuePolicy.When;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever was let into a queue is not asked at its door again, and waits on as they stood. */
@Tag("database")
class EngineKeepsPlaceTest {

    private static final String BILLING = "+390280001001";
    private static final String ENGLISH = "+390280001002";
    private static final String STRANGER = "+393331234567";
    private static final String ANOTHER = "+393331234568";

    @Test
    void aMissedOfferAfterClosingTimeTurnsNobodyAway() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.available("elif");
            UUID call = offered(world);
            close(world, "lumen-billing");

            world.act("elif", new DeskAction.Refuse(call));
            world.settle();

            assertThat(world.journal(call)).endsWith("REFUSED", "QUEUED");
        }
    }

    @Test
    void aRestartAfterClosingTimeTurnsNobodyAway() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            UUID call = offered(world);
            close(world, "lumen-billing");

            world.crash();
            world.settle();
            world.available("elif");

            assertThat(world.journal(call)).containsExactly("OFFERED", "QUEUED", "RESERVED");
        }
    }

    @Test
    void aTalkThatBreaksAfterClosingTimeTurnsNobodyAway() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.available("elif");
            UUID call = talking(world);
            close(world, "lumen-billing");

            world.site.agentsLegBreaks(call, "elif");
            world.settle();

            assertThat(world.journal(call)).endsWith("AGENT_LEFT", "QUEUED");
        }
    }

    @Test
    void aMissedOfferIntoAQueueThatIsFullMeanwhileTurnsNobodyAway() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            set(
                    world,
                    "lumen-billing",
                    aPolicy()
                            .spilling(new Spill(When.LENGTH, 1, Way.goodbye("full")))
                            .build());
            world.available("elif");
            UUID call = offered(world);
            UUID waiting = world.site.rings(BILLING, ANOTHER);
            world.settle();

            world.act("elif", new DeskAction.Refuse(call));
            world.settle();

            assertThat(world.journal(call)).endsWith("REFUSED", "QUEUED");
            assertThat(world.journal(waiting)).containsExactly("OFFERED", "QUEUED");
        }
    }

    @Test
    void aMissedOfferDoesNotBeginTheWaitAgain() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            Way english = Way.to(queue(world, "lumen-english"));
            set(
                    world,
                    "lumen-billing",
                    aPolicy().spilling(new Spill(When.WAIT, 30, english)).build());
            world.available("elif");
            UUID call = offered(world);
            world.pass(Duration.ofSeconds(10));

            world.act("elif", new DeskAction.Refuse(call));
            world.pass(Duration.ofSeconds(21));

            assertThat(queueOf(world, call)).isEqualTo("lumen-english");
        }
    }

    @Test
    void aRestartDoesNotBeginTheWaitAgain() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            Way english = Way.to(queue(world, "lumen-english"));
            set(
                    world,
                    "lumen-billing",
                    aPolicy().spilling(new Spill(When.WAIT, 30, english)).build());
            UUID call = offered(world);
            world.pass(Duration.ofSeconds(15));

            world.crash();
            world.pass(Duration.ofSeconds(16));

            assertThat(queueOf(world, call)).isEqualTo("lumen-english");
        }
    }

    @Test
    void aSiteThatWasOpenedStaysSoOverAMissedOfferAndARestart() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            Way site = Way.site(2);
            set(
                    world,
                    "lumen-billing",
                    aPolicy().spilling(new Spill(When.WAIT, 10, site)).build());
            UUID call = offered(world);
            world.pass(Duration.ofSeconds(11));
            world.available("elif");

            world.act("elif", new DeskAction.Refuse(call));
            world.crash();
            world.settle();
            world.pass(Duration.ofSeconds(30));

            assertThat(world.journal(call)).filteredOn("OVERFLOWED"::equals).hasSize(1);
            assertThat(world.texts("select handling::jsonb->'place'->>'site' from contact where contact_id = ?", call))
                    .containsExactly("2");
        }
    }

    @Test
    void whoWasTalkedWithAndIsTransferredIntoAClosedQueueWasServed() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            close(world, "lumen-english");
            world.available("elif");
            UUID call = talking(world);

            world.act("elif", new DeskAction.Transfer(call, TransferKind.BLIND, "lumen-english"));
            world.settle();
            heardTheWords(world);

            assertThat(world.outcome(call)).isEqualTo("HANDLED");
        }
    }

    @Test
    void whoeverIsMovedHasTheUrgencyOfTheirNewQueueAtOnceAndAfterARestart() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.change("update queue set priority = 7 where code = 'lumen-billing'");
            world.change("update queue set priority = 3 where code = 'lumen-english'");
            Way english = Way.to(queue(world, "lumen-english"));
            set(
                    world,
                    "lumen-billing",
                    aPolicy().spilling(new Spill(When.WAIT, 30, english)).build());
            UUID moved = offered(world);
            world.pass(Duration.ofSeconds(20));
            UUID later = world.site.rings(ENGLISH, ANOTHER);
            world.settle();
            world.pass(Duration.ofSeconds(11));

            assertThat(world.texts("select priority::text from contact where contact_id = ?", moved))
                    .containsExactly("3");
            world.available("elif");

            assertThat(at(world, "elif")).isEqualTo(moved);
            assertThat(world.journal(later)).containsExactly("OFFERED", "QUEUED");
            world.crash();
            world.settle();
            assertThat(world.texts("select priority::text from contact where contact_id = ?", moved))
                    .containsExactly("3");
        }
    }

    @Test
    void aQueueEditedDuringATalkHasItsSayWhenTheCustomerIsBack() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.available("elif");
            UUID call = talking(world);
            world.change("update queue set priority = 8 where code = 'lumen-billing'");
            world.ask(new Input.SetUp(world.cycle().reference()));

            world.site.agentsLegBreaks(call, "elif");
            world.settle();

            assertThat(world.texts("select priority::text from contact where contact_id = ?", call))
                    .containsExactly("8");
        }
    }

    private static UUID offered(EngineWorld world) throws SQLException {
        UUID call = world.site.rings(BILLING, STRANGER);
        world.settle();
        return call;
    }

    private static UUID talking(EngineWorld world) throws SQLException {
        UUID call = offered(world);
        world.act("elif", new DeskAction.Accept(call));
        world.settle();
        assertThat(world.desks.get("elif").presence()).isEqualTo(Presence.ON_CONTACT);
        return call;
    }

    /** Its hours are tomorrow's. */
    private static void close(EngineWorld world, String code) throws SQLException {
        set(world, code, open(world.now().atZone(ZoneOffset.UTC).getDayOfWeek().plus(1), null));
    }
}
