package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fairlead.contact.Outcome;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.routing.DeskState;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An inbound contact from the first ring to the last line of the journal, on a real database. */
@Tag("database")
class EngineLifeTest {

    private static final String ITALIAN = "+390280001001";
    private static final String CUSTOMER = "+393331234567";

    private EngineWorld world;

    @BeforeEach
    void open() throws SQLException {
        world = new EngineWorld();
    }

    @AfterEach
    void close() throws SQLException {
        world.close();
    }

    @Test
    void handlesACallFromOfferToDisposition() throws SQLException {
        world.available("besa");
        UUID call = world.site.rings(ITALIAN, CUSTOMER);
        world.settle();
        DeskState offered = desk("besa");

        world.act("besa", new DeskAction.Accept(call));
        world.settle();
        DeskState talking = desk("besa");
        world.act("besa", new DeskAction.HangUp(call));
        world.settle();
        DeskState wrapping = desk("besa");
        DeskState after = world.act("besa", new DeskAction.Close(call, disposition(call), "paid", null, false));

        assertThat(offered.presence()).isEqualTo(Presence.RESERVED);
        assertThat(offered.contact()).isNotNull();
        assertThat(offered.contact().phase()).isEqualTo("OFFERED");
        assertThat(offered.contact().remote()).doesNotContain("1234");
        assertThat(talking.contact().phase()).isEqualTo("CONNECTED");
        assertThat(wrapping.presence()).isEqualTo(Presence.WRAP_UP);
        assertThat(after.presence()).isEqualTo(Presence.AVAILABLE);
        assertThat(world.outcome(call)).isEqualTo("HANDLED");
        assertThat(world.journal(call))
                .containsExactly(
                        "OFFERED", "QUEUED", "RESERVED", "ACCEPTED", "CONNECTED", "RECORDING", "ENDED", "CLOSED");
        assertThat(world.closed).extracting("outcome").containsExactly(Outcome.HANDLED);
    }

    @Test
    void recordsFromTheFirstWordAndPausesWhenAsked() throws SQLException {
        UUID call = connected("besa");
        String atFirst = desk("besa").contact().recording();

        world.act("besa", new DeskAction.Tape(call, false));
        world.settle();
        String paused = desk("besa").contact().recording();
        world.act("besa", new DeskAction.Tape(call, true));
        world.settle();

        assertThat(atFirst).isEqualTo("ON");
        assertThat(paused).isEqualTo("PAUSED");
        assertThat(desk("besa").contact().recording()).isEqualTo("ON");
        assertThat(world.journal(call)).endsWith("CONNECTED", "RECORDING", "RECORDING", "RECORDING");
    }

    @Test
    void abandonsACustomerWhoHangsUpWhileAnAgentIsAsked() throws SQLException {
        world.available("besa");
        UUID call = world.site.rings(ITALIAN, CUSTOMER);
        world.settle();

        world.site.customerHangsUp(call);
        world.settle();

        assertThat(world.outcome(call)).isEqualTo("ABANDONED");
        assertThat(desk("besa").presence()).isEqualTo(Presence.AVAILABLE);
        assertThat(desk("besa").contact()).isNull();
    }

    @Test
    void offersARefusedContactToTheNextAgent() throws SQLException {
        world.available("arben");
        world.clock.forward(Duration.ofSeconds(1));
        world.available("besa");
        UUID call = world.site.rings(ITALIAN, CUSTOMER);
        world.settle();

        world.act("arben", new DeskAction.Refuse(call));

        assertThat(desk("arben").presence()).isEqualTo(Presence.AWAY);
        assertThat(desk("besa").contact()).isNotNull();
        assertThat(world.journal(call)).endsWith("REFUSED", "QUEUED", "RESERVED");
    }

    @Test
    void marksAnAgentMissedWhoDoesNotAnswer() throws SQLException {
        world.available("besa");
        UUID call = world.site.rings(ITALIAN, CUSTOMER);
        world.settle();

        world.pass(Duration.ofMinutes(2));

        assertThat(desk("besa").presence()).isEqualTo(Presence.MISSED);
        assertThat(world.journal(call)).endsWith("MISSED", "QUEUED");
    }

    @Test
    void refusesACallToANumberOfNobody() throws SQLException {
        UUID call = world.site.rings("+390280009999", CUSTOMER);

        world.settle();

        assertThat(world.outcome(call)).isEqualTo("REFUSED");
        assertThat(world.texts("select client_id::text from contact where contact_id = ?", call))
                .containsExactly("0");
    }

    @Test
    void endsWrapUpByItself() throws SQLException {
        UUID call = connected("besa");
        world.site.customerHangsUp(call);
        world.settle();

        world.pass(Duration.ofMinutes(5));

        assertThat(world.texts("select disposition from contact where contact_id = ?", call))
                .containsExactly("NONE");
        assertThat(desk("besa").presence()).isEqualTo(Presence.AVAILABLE);
    }

    @Test
    void beginsTheBreakThatWasChosenDuringTheCall() throws SQLException {
        UUID call = connected("besa");
        world.act("besa", new DeskAction.Present(Presence.LUNCH, null));
        world.site.customerHangsUp(call);
        world.settle();

        DeskState after = world.act("besa", new DeskAction.Close(call, disposition(call), "", null, false));

        assertThat(after.presence()).isEqualTo(Presence.LUNCH);
    }

    @Test
    void changesNothingWhenEverythingIsDeliveredTwice() throws SQLException {
        world.available("besa");
        UUID call = world.site.rings(ITALIAN, CUSTOMER);
        List<GatewayEvent> first = List.copyOf(world.site.queue);
        world.settle();
        world.site.customerHangsUp(call);
        List<GatewayEvent> second = List.copyOf(world.site.queue);
        world.settle();

        world.hear(first);
        world.crash();
        world.hear(first);
        world.hear(second);

        assertThat(world.outcome(call)).isEqualTo("ABANDONED");
        assertThat(world.texts("select count(*)::text from contact")).containsExactly("1");
        assertThat(world.journal(call)).containsExactly("OFFERED", "QUEUED", "RESERVED", "ENDED", "CLOSED");
    }

    @Test
    void givesTheCustomerToAnotherQueueOfTheClient() throws SQLException {
        UUID call = connected("besa");
        world.available("arben");

        world.act("besa", new DeskAction.Transfer(call, TransferKind.BLIND, "lumen-english"));
        world.settle();

        assertThat(desk("besa").presence()).isNotEqualTo(Presence.ON_CONTACT);
        assertThat(world.texts("select q.code from contact c join queue q using (client_id, queue_id)"))
                .containsExactly("lumen-english");
        assertThat(world.journal(call)).contains("TRANSFER_ASKED", "TRANSFERRED");
    }

    @Test
    void endsWithWrapUpWhenTheCustomerIsGivenOutside() throws SQLException {
        UUID call = connected("besa");

        world.act("besa", new DeskAction.Transfer(call, TransferKind.BLIND, "+390299999999"));
        world.settle();

        assertThat(desk("besa").presence()).isEqualTo(Presence.WRAP_UP);
    }

    @Test
    void hidesOthersContacts() throws SQLException {
        UUID call = connected("besa");
        world.available("arben");

        assertThatThrownBy(() -> world.act("arben", new DeskAction.HangUp(call)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.act("besa", new DeskAction.Close(call, "X", "", null, false)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void keepsATalkOverARestart() throws SQLException {
        UUID call = connected("besa");

        world.crash();
        world.settle();
        DeskState back = world.act("besa", new DeskAction.Open("session-besa"));
        world.act("besa", new DeskAction.HangUp(call));
        world.settle();

        assertThat(back.contact()).isNotNull();
        assertThat(back.contact().phase()).isEqualTo("CONNECTED");
        assertThat(desk("besa").presence()).isEqualTo(Presence.WRAP_UP);
    }

    @Test
    void losesNoCallThatTheGatewayLost() throws SQLException {
        UUID waiting = world.site.rings(ITALIAN, CUSTOMER);
        world.settle();
        world.clock.forward(Duration.ofSeconds(5));
        world.site.calls.remove(waiting);

        world.crash();
        world.settle();

        assertThat(world.outcome(waiting)).isEqualTo("LOST");
    }

    @Test
    void sendsAgainWhatWasDecidedAndNotSent() throws SQLException {
        world.available("besa");
        world.losesCommands = true;
        UUID call = world.site.rings(ITALIAN, CUSTOMER);
        world.settle();
        world.act("besa", new DeskAction.Accept(call));
        world.losesCommands = false;

        world.crash();
        world.settle();

        assertThat(world.site.carriedOut).hasAtLeastOneElementOfType(GatewayCommand.Connect.class);
        assertThat(world.journal(call)).contains("CONNECTED");
    }

    @Test
    void putsAContactBackWhenItsAgentGoes() throws SQLException {
        world.available("besa");
        UUID call = world.site.rings(ITALIAN, CUSTOMER);
        world.settle();

        world.act("besa", new DeskAction.Leave("session-besa"));

        assertThat(desk("besa").presence()).isEqualTo(Presence.OFFLINE);
        assertThat(world.texts("select state from contact where contact_id = ?", call))
                .containsExactly("QUEUED");
    }

    @Test
    void leavesASessionThatWasSupersededWithoutPower() throws SQLException {
        world.available("besa");
        world.act("besa", new DeskAction.Open("newer"));

        world.act("besa", new DeskAction.Leave("session-besa"));

        assertThat(desk("besa").presence()).isEqualTo(Presence.AVAILABLE);
    }

    private UUID connected(String agent) throws SQLException {
        world.available(agent);
        UUID call = world.site.rings(ITALIAN, CUSTOMER);
        world.settle();
        world.act(agent, new DeskAction.Accept(call));
        world.settle();
        return call;
    }

    private DeskState desk(String login) {
        return world.desks.get(login);
    }

    private String disposition(UUID call) throws SQLException {
        return world.texts(
                        "select d.code from disposition d join contact c using (client_id, program_id) where c.contact_id = ?",
                        call)
                .get(0);
    }
}
