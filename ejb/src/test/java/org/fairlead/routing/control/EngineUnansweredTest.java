package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.routing.PolicyBuilder.aPolicy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fairlead.client.Forwarding;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.Presence;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.QueuePolicy.Answering;
import org.fairlead.routing.QueuePolicy.Spill;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.routing.QueuePolicy.When;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.shared.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Customers whom nobody answers: the agent's other numbers, a colleague, a message. */
@Tag("database")
class EngineUnansweredTest {

    private static final String BILLING = "+390280001001";
    private static final String STRANGER = "+393331234567";
    private static final String MOBILE = "+905321234561";
    private static final String SILENT = "+905321234563";
    private static final Duration OFFER = Duration.ofSeconds(20);

    @Test
    void whoeverWaitsTooLongLeavesAMessageThatIsATaskThen() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            set(
                    world,
                    aPolicy()
                            .spilling(new Spill(When.WAIT, 30, Way.voicemail()))
                            .build());

            UUID call = world.site.rings(BILLING, STRANGER);
            world.settle();
            world.pass(Duration.ofSeconds(31));
            world.site.speaks(call, false);
            world.settle();

            assertThat(asked(world, call)).isTrue();
            assertThat(world.outcome(call)).isEqualTo("VOICEMAIL");
            assertThat(world.journal(call)).containsSubsequence("QUEUED", "OVERFLOWED", "VOICEMAIL", "ENDED", "CLOSED");
            assertThat(message(world, call)).containsExactly("2/8/nobody");
        }
    }

    @Test
    void whatWasSaidIsThereOnceThoughTheCustomerHungUpAndTheCentreCameBack() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            set(
                    world,
                    aPolicy()
                            .spilling(new Spill(When.WAIT, 30, Way.voicemail()))
                            .build());

            UUID call = world.site.rings(BILLING, STRANGER);
            world.settle();
            world.pass(Duration.ofSeconds(31));
            world.crash();
            world.settle();
            String during = world.outcome(call);
            world.site.speaks(call, true);
            world.site.speaks(call, true);
            world.settle();

            assertThat(during).as("the customer is not cut short").isEqualTo("none");
            assertThat(world.outcome(call)).isEqualTo("VOICEMAIL");
            assertThat(message(world, call)).containsExactly("2/8/nobody");
            assertThat(world.texts("select body from call_event where kind = 'MessagePart'"))
                    .isNotEmpty()
                    .noneMatch(body -> body.contains("f39/fw=="));
        }
    }

    @Test
    void theAgentsOtherNumbersRingInTheirOrder() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            set(world, aPolicy().answered(new Answering(false, true)).build());
            chain(world, "elif", new Forwarding(List.of(SILENT, MOBILE), 20, null, false));
            world.available("elif");

            UUID call = world.site.rings(BILLING, STRANGER);
            world.settle();
            world.pass(OFFER);
            world.settle();

            assertThat(rung(world)).containsExactly(SILENT, MOBILE);
            assertThat(world.desks.get("elif").presence()).isEqualTo(Presence.ON_CONTACT);
            assertThat(world.journal(call))
                    .containsSubsequence("MISSED", "FORWARDED", "CONNECT_FAILED", "FORWARDED", "CONNECTED");
        }
    }

    @Test
    void theColleagueIsOfferedItNextAndThenAMessageIsForTheAgent() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            set(world, aPolicy().answered(new Answering(false, true)).build());
            chain(world, "elif", new Forwarding(List.of(SILENT), 20, person(world, "arben"), true));
            world.available("elif");

            UUID call = world.site.rings(BILLING, STRANGER);
            world.settle();
            world.available("arben");
            world.pass(OFFER);
            world.settle();
            Presence colleague = world.desks.get("arben").presence();
            world.pass(OFFER);
            world.settle();
            world.site.speaks(call, false);
            world.settle();

            assertThat(colleague).isEqualTo(Presence.RESERVED);
            assertThat(world.desks.get("elif").presence()).isEqualTo(Presence.MISSED);
            assertThat(world.desks.get("arben").presence()).isEqualTo(Presence.MISSED);
            assertThat(world.outcome(call)).isEqualTo("VOICEMAIL");
            assertThat(message(world, call)).containsExactly("2/8/elif");
        }
    }

    @Test
    void whoRefusesIsNotRungElsewhereAndAtTheEndOfTheChainTheCustomerIsInTheQueue() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            set(world, aPolicy().answered(new Answering(false, true)).build());
            chain(world, "elif", new Forwarding(List.of(MOBILE), 20, person(world, "arben"), false));
            world.available("elif");

            UUID call = world.site.rings(BILLING, STRANGER);
            world.settle();
            world.act("elif", new DeskAction.Refuse(call));
            world.settle();
            world.pass(OFFER);
            world.settle();
            world.available("besa");
            world.settle();

            assertThat(rung(world)).isEmpty();
            assertThat(world.desks.get("elif").presence()).isEqualTo(Presence.AWAY);
            assertThat(world.desks.get("besa").presence())
                    .as("the colleague did not come free: anybody may take it")
                    .isEqualTo(Presence.RESERVED);
        }
    }

    @Test
    void aQueueThatSaysNothingAsksTheNextAgent() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            chain(world, "elif", new Forwarding(List.of(MOBILE), 20, null, true));
            world.available("elif");

            world.site.rings(BILLING, STRANGER);
            world.settle();
            world.pass(OFFER);
            world.settle();

            assertThat(rung(world)).isEmpty();
            assertThat(world.desks.get("elif").presence()).isEqualTo(Presence.MISSED);
        }
    }

    private static void set(EngineWorld world, QueuePolicy policy) throws SQLException {
        world.change(
                "update queue set routing = ?::jsonb where client_id = 1 and code = 'lumen-billing'",
                Json.write(policy));
        world.ask(new Input.SetUp(world.cycle().reference()));
    }

    private static void chain(EngineWorld world, String login, Forwarding chain) throws SQLException {
        world.change("update person set forwarding = ?::jsonb where login = ?", Json.write(chain), login);
        world.ask(new Input.SetUp(world.cycle().reference()));
    }

    private static UUID person(EngineWorld world, String login) throws SQLException {
        return UUID.fromString(world.texts("select person_id::text from person where login = ?", login)
                .get(0));
    }

    private static boolean asked(EngineWorld world, UUID call) {
        return world.site.carriedOut.stream()
                .anyMatch(each -> each instanceof GatewayCommand.TakeMessage
                        && each.head().call().equals(call));
    }

    private static List<String> rung(EngineWorld world) {
        return world.site.carriedOut.stream()
                .filter(GatewayCommand.RingNumber.class::isInstance)
                .map(each -> ((GatewayCommand.RingNumber) each).number())
                .toList();
    }

    /** Parts, bytes and for whom. */
    private static List<String> message(EngineWorld world, UUID call) throws SQLException {
        return world.texts(
                """
                select v.parts || '/' || v.bytes || '/' || coalesce(p.login, 'nobody')
                from voicemail v left join person p on p.person_id = v.person_id where v.contact_id = ?
                """,
                call);
    }
}
