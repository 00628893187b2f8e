package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.routing.DeskState;
import org.fairlead.routing.DeskState.Consultation;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The colleague who is asked about a customer: on the telephone, and given nothing else until that is over. */
@Tag("database")
class EngineConsultedTest {

    private static final String BILLING = "+390280001001";
    private static final Consultation BY_BESA = new Consultation("Besa Leka", 1, "Lumen Energia", "Servizio clienti");

    private EngineWorld world;

    @BeforeEach
    void open() throws SQLException {
        world = new EngineWorld();
    }

    @AfterEach
    void close() throws SQLException {
        world.close();
    }

    /** How a talk with a colleague comes to its end without the contact being theirs. */
    enum End {
        TAKEN_BACK,
        TAKEN_BACK_AFTER_ALL_THREE_SPOKE,
        COLLEAGUE_HUNG_UP,
        CUSTOMER_HUNG_UP,
        LEG_BROKE,
        DESK_LEFT,
        GATEWAY_LOST
    }

    @Test
    void isGivenNothingUntilItIsOver() throws SQLException {
        for (End end : End.values()) {
            UUID call = consulted();
            UUID other = world.site.rings(BILLING, "+393339999999");
            world.settle();
            world.pass(Duration.ofMinutes(1));
            DeskState meanwhile = desk("arben");
            come(end, call);
            UUID next = end == End.GATEWAY_LOST ? world.site.rings(BILLING, "+393338888888") : other;
            world.settle();

            assertThat(meanwhile.contact()).as("%s", end).isNull();
            assertThat(meanwhile.presence()).as("%s", end).isEqualTo(Presence.ON_CONTACT);
            assertThat(meanwhile.consultation()).as("%s", end).isEqualTo(BY_BESA);
            assertThat(desk("arben").consultation()).as("%s", end).isNull();
            assertThat(desk("arben").presence()).as("%s", end).isEqualTo(Presence.RESERVED);
            assertThat(desk("arben").contact().contactId()).as("%s", end).isIn(next, call);
            everybodyGoesHome();
        }
    }

    @Test
    void isFreeAtOnceWhereTheSiteRefuses() throws SQLException {
        UUID call = talking("besa");
        world.available("arben");
        world.site.refusesConsultations = true;

        ask("besa", call, TransferKind.CONSULT, "arben");

        assertThat(desk("arben").presence()).isEqualTo(Presence.AVAILABLE);
        assertThat(desk("arben").consultation()).isNull();
        assertThat(desk("besa").contact().consulted()).isNull();
    }

    @Test
    void countsForNobodyWhoLooksForAgents() throws SQLException {
        consulted();

        assertThat(world.<Integer>look(engine -> engine.free(new ClientId(1), Map.of("lang:it", 2))))
                .isZero();
        assertThat(presence("arben")).isEqualTo(Presence.ON_CONTACT);
        assertThat(world.texts("select presence || ' ' || client_id || ' ' || coalesce(reason, '') from agent_event"
                        + " join person using (person_id) where login = 'arben' order by position desc limit 1"))
                .containsExactly("ON_CONTACT 1 consulted");
    }

    @Test
    void isNotAskedByASecondOneNorGivenAContact() throws SQLException {
        consulted();
        UUID second = talking("elif");

        for (TransferKind kind : List.of(TransferKind.CONSULT, TransferKind.BLIND)) {
            assertThatThrownBy(() -> ask("elif", second, kind, "arben"))
                    .isInstanceOf(Refused.class)
                    .hasMessage("desk.transfer-busy");
        }
        assertThat(desk("arben").consultation()).isEqualTo(BY_BESA);
    }

    @Test
    void getsTheContactThoughOthersWait() throws SQLException {
        UUID call = consulted();
        world.site.rings(BILLING, "+393339999999");
        world.settle();
        world.pass(Duration.ofMinutes(1));

        ask("besa", call, TransferKind.CONSULT_COMPLETE, "");

        assertThat(desk("arben").contact().contactId()).isEqualTo(call);
        assertThat(desk("arben").consultation()).isNull();
        assertThat(world.journal(call)).contains("TRANSFERRED").doesNotContain("AGENT_LEFT");
        world.act("arben", new DeskAction.Accept(call));
        world.settle();
        assertThat(desk("arben").contact().phase()).isEqualTo("CONNECTED");
    }

    @Test
    void getsTheContactThoughTheEngineDiesOnTheWay() throws SQLException {
        UUID call = consulted();
        world.site.rings(BILLING, "+393339999999");
        world.settle();

        world.act("besa", new DeskAction.Transfer(call, TransferKind.CONSULT_COMPLETE, ""));
        world.obey();
        GatewayEvent first = world.site.queue.poll();
        world.hear(List.of(first));
        world.crash();
        world.act("arben", new DeskAction.Open("session-arben"));
        DeskState between = desk("arben");
        world.settle();

        assertThat(first).isInstanceOf(GatewayEvent.Transferred.class);
        assertThat(between.consultation()).isEqualTo(BY_BESA);
        assertThat(between.contact()).isNull();
        assertThat(desk("arben").contact().contactId()).isEqualTo(call);
    }

    @Test
    void isKnownAgainAfterARestart() throws SQLException {
        UUID call = consulted();

        world.crash();
        world.act("arben", new DeskAction.Open("session-arben"));
        world.site.rings(BILLING, "+393339999999");
        world.settle();
        DeskState after = desk("arben");
        world.act("besa", new DeskAction.Open("session-besa"));
        ask("besa", call, TransferKind.CONSULT_CANCEL, "");

        assertThat(after.consultation()).isEqualTo(BY_BESA);
        assertThat(after.presence()).isEqualTo(Presence.ON_CONTACT);
        assertThat(after.contact()).isNull();
        assertThat(desk("arben").presence()).isEqualTo(Presence.RESERVED);
    }

    @Test
    void whoWasReadyInTheRowsIsHeldAllTheSame() throws SQLException {
        consulted();
        world.change("update agent_session set presence = 'AVAILABLE' where person_id ="
                + " (select person_id from person where login = 'arben')");

        world.crash();

        assertThat(presence("arben")).isEqualTo(Presence.ON_CONTACT);
    }

    /** Rows of before, when a colleague could be asked by two at once: the second end takes nobody out of a talk. */
    @Test
    void ofTwoTalksInTheRowsOneHoldsTheColleague() throws SQLException {
        UUID call = consulted();
        UUID second = talking("elif");
        world.change(
                "update contact set handling = jsonb_set(handling, '{consulted}', '\"arben\"') where contact_id = '"
                        + second + "'");
        world.crash();
        for (String login : List.of("arben", "besa", "elif")) {
            world.act(login, new DeskAction.Open("session-" + login));
        }
        boolean besas = desk("arben").consultation().equals(BY_BESA);
        ask(besas ? "besa" : "elif", besas ? call : second, TransferKind.CONSULT_CANCEL, "");
        UUID next = world.site.rings(BILLING, "+393339999999");
        world.settle();
        world.act("arben", new DeskAction.Accept(next));
        world.settle();

        ask(besas ? "elif" : "besa", besas ? second : call, TransferKind.CONSULT_CANCEL, "");

        assertThat(desk("arben").contact().contactId()).isEqualTo(next);
        assertThat(desk("arben").contact().phase()).isEqualTo("CONNECTED");
    }

    @Test
    void whoWentOnABreakInTheRowsIsLeftThere() throws SQLException {
        consulted();
        world.change("update agent_session set presence = 'BREAK' where person_id ="
                + " (select person_id from person where login = 'arben')");

        world.crash();

        assertThat(presence("arben")).isEqualTo(Presence.BREAK);
    }

    @Test
    void whatIsChosenMeanwhileBeginsAfterwards() throws SQLException {
        UUID call = consulted();

        world.act("arben", new DeskAction.Present(Presence.AWAY, null));
        DeskState meanwhile = desk("arben");
        ask("besa", call, TransferKind.CONSULT_CANCEL, "");

        assertThat(meanwhile.presence()).isEqualTo(Presence.ON_CONTACT);
        assertThat(meanwhile.next()).isEqualTo(Presence.AWAY);
        assertThat(desk("arben").presence()).isEqualTo(Presence.AWAY);
    }

    @Test
    void whoLeavesTheDeskAndReturnsIsStillOnTheTelephone() throws SQLException {
        UUID call = consulted();

        world.act("arben", new DeskAction.Leave("session-arben"));
        assertThatThrownBy(() -> ask("besa", call, TransferKind.CONSULT_COMPLETE, ""))
                .isInstanceOf(Refused.class)
                .hasMessage("desk.transfer-busy");
        world.act("arben", new DeskAction.Open("session-arben"));
        DeskState back = desk("arben");
        ask("besa", call, TransferKind.CONSULT_CANCEL, "");

        assertThat(back.presence()).isEqualTo(Presence.ON_CONTACT);
        assertThat(back.consultation()).isEqualTo(BY_BESA);
        assertThat(desk("arben").presence()).isEqualTo(Presence.AWAY);
    }

    @Test
    void toWhomTheAgentLeftTheCustomerByHangingUpIsBusyUntilTheyPart() throws SQLException {
        UUID call = consulted();

        world.act("besa", new DeskAction.Present(Presence.AWAY, null));
        world.site.agentHangsUp(call);
        world.settle();
        world.pass(Duration.ofMinutes(5));
        world.site.rings(BILLING, "+393339999999");
        world.settle();
        DeskState meanwhile = desk("arben");
        world.site.part(call);
        world.settle();

        assertThat(world.outcome(call)).isEqualTo("HANDLED");
        assertThat(meanwhile.consultation()).isEqualTo(BY_BESA);
        assertThat(meanwhile.contact()).isNull();
        assertThat(desk("arben").presence()).isEqualTo(Presence.RESERVED);
    }

    private void everybodyGoesHome() throws SQLException {
        for (String login : List.of("arben", "besa")) {
            world.act(login, new DeskAction.Leave("session-" + login));
        }
        world.site.in(FakeSite.State.WAITING).forEach(world.site::customerHangsUp);
        world.site.in(FakeSite.State.TALKING).forEach(world.site::customerHangsUp);
        world.settle();
        world.pass(Duration.ofMinutes(5));
        world.settle();
    }

    private void come(End end, UUID call) throws SQLException {
        switch (end) {
            case TAKEN_BACK -> ask("besa", call, TransferKind.CONSULT_CANCEL, "");
            case TAKEN_BACK_AFTER_ALL_THREE_SPOKE -> {
                ask("besa", call, TransferKind.CONSULT_JOIN, "");
                assertThat(desk("arben").consultation()).isEqualTo(BY_BESA);
                ask("besa", call, TransferKind.CONSULT_CANCEL, "");
            }
            case COLLEAGUE_HUNG_UP -> world.site.colleagueHangsUp(call);
            case CUSTOMER_HUNG_UP -> world.site.customerHangsUp(call);
            case LEG_BROKE -> world.site.agentsLegBreaks(call, "besa");
            case DESK_LEFT -> {
                world.act("besa", new DeskAction.Leave("session-besa"));
                world.pass(Duration.ofMinutes(5));
            }
            case GATEWAY_LOST -> world.site.losesEverything();
        }
    }

    /** Besa asks Arben about her customer. */
    private UUID consulted() throws SQLException {
        UUID call = talking("besa");
        world.available("arben");
        ask("besa", call, TransferKind.CONSULT, "arben");
        return call;
    }

    private void ask(String login, UUID call, TransferKind kind, String target) throws SQLException {
        world.act(login, new DeskAction.Transfer(call, kind, target));
        world.settle();
    }

    private UUID talking(String login) throws SQLException {
        world.available(login);
        UUID call = world.site.rings(BILLING, "+393331234567");
        world.settle();
        world.act(login, new DeskAction.Accept(call));
        world.settle();
        return call;
    }

    private Presence presence(String login) {
        return world.look(engine -> engine.snapshot(world.now()).agents().stream()
                .filter(agent -> agent.login().equals(login))
                .findFirst()
                .orElseThrow()
                .presence());
    }

    private DeskState desk(String login) {
        return world.desks.get(login);
    }
}
