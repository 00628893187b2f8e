package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.fairlead.contact.ContactClosed;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.Announcement;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A customer who is called to hear a text. */
@Tag("database")
class EngineAnnouncementTest {

    private static final Announcement TEXT = new Announcement("Your parcel is here.", "1", "9");

    private EngineWorld world;
    private UUID call;

    @BeforeEach
    void dial() throws SQLException {
        world = new EngineWorld();
        world.start();
        DialledLead lead = DialledLead.writtenIn(world);
        call = lead.attempt();
        world.ask(new Input.Place(lead.call(world, TEXT)));
        world.settle();
        world.site.answers(call);
        world.settle();
    }

    @AfterEach
    void end() throws SQLException {
        world.close();
    }

    @Test
    void hearsItAtOnceWhoeverIsFreeAndHasBeenReachedWhenHangingUp() throws SQLException {
        assertThat(world.site.carriedOut)
                .filteredOn(GatewayCommand.CollectKeys.class::isInstance)
                .singleElement()
                .satisfies(command -> assertThat(((GatewayCommand.CollectKeys) command).text())
                        .isEqualTo("Your parcel is here."));
        world.pass(Duration.ofSeconds(10));

        world.site.customerHangsUp(call);
        world.settle();

        assertThat(world.outcome(call)).as("nobody is abandoned").isEqualTo("HANDLED");
    }

    @Test
    void isLetGoWhenNoKeyIsPressed() throws SQLException {
        world.site.presses(call, "");
        world.settle();

        assertThat(world.outcome(call)).isEqualTo("HANDLED");
        assertThat(world.closed).extracting(ContactClosed::disposition).containsOnlyNulls();
    }

    @Test
    void isNotCalledAgainAfterTheKeyThatSaysSo() throws SQLException {
        world.site.presses(call, "9");
        world.settle();
        world.pass(Duration.ofSeconds(21));
        world.settle();

        assertThat(world.outcome(call)).isEqualTo("HANDLED");
        assertThat(world.closed).extracting(ContactClosed::disposition).containsExactly("DO_NOT_CALL");
    }

    @Test
    void isNotCalledAgainAlsoWhenTheServerDiesRightAfterTheKey() throws SQLException {
        world.site.presses(call, "9");
        world.settle();

        world.crash();
        world.settle();

        assertThat(world.closed).extracting(ContactClosed::disposition).containsExactly("DO_NOT_CALL");
    }

    @Test
    void waitsForAnAgentAfterTheKeyThatLeadsToOneLongerThanAnAbandonedCallMay() throws SQLException {
        world.site.presses(call, "1");
        world.settle();
        world.pass(Duration.ofSeconds(8));
        world.settle();

        world.available("maricel");
        world.settle();
        world.act("maricel", new DeskAction.Accept(call));
        world.settle();
        world.site.customerHangsUp(call);
        world.settle();
        world.pass(Duration.ofMinutes(2));
        world.settle();

        assertThat(world.outcome(call)).isEqualTo("HANDLED");
        assertThat(world.texts("select connected_at::text from contact where contact_id = ?", call))
                .doesNotContainNull();
    }

    @Test
    void hasGivenUpWhenHangingUpInTheQueue() throws SQLException {
        world.site.presses(call, "1");
        world.settle();

        world.site.customerHangsUp(call);
        world.settle();

        assertThat(world.outcome(call)).isEqualTo("ABANDONED");
    }

    @Test
    void isLetGoWhenTheGatewaySaysNothingMore() throws SQLException {
        world.pass(Duration.ofMinutes(6));
        world.settle();

        assertThat(world.outcome(call)).isEqualTo("HANDLED");
    }
}
