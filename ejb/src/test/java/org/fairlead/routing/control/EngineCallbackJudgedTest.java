package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fairlead.routing.PolicyBuilder.aPolicy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.dialer.control.JudgeInLine;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.routing.Presence;
import org.fairlead.routing.QueuePolicy.Spill;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.routing.QueuePolicy.When;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The floor and the outreach decision together: whom an agent may call back, and what becomes of it when they do not. */
@Tag("database")
class EngineCallbackJudgedTest {

    private static final ClientId LUMEN = new ClientId(1);
    private static final String CALLER = "+393331234567";
    private static final Instant TUESDAY_NOON = Instant.parse("2026-11-24T11:00:00Z");

    @Test
    void anAllowedCallThatItsAgentLetLieIsMadeByTheNextAndMadeOnce() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            UUID call = asksToBeCalled(world);
            world.available("elif");
            Optional<Verdict> first = judge(world, call);
            world.pass(Duration.ofMinutes(2));
            assertThatThrownBy(() -> world.act("elif", new DeskAction.CallBack(call, true, null)))
                    .as("her reservation has run out")
                    .isInstanceOf(NotFound.class);

            world.available("besa");
            Optional<Verdict> second = judge(world, call);
            world.act("besa", new DeskAction.CallBack(call, second.orElseThrow().allowed(), null));
            world.settle();
            Optional<Verdict> late = judge(world, call);
            assertThatThrownBy(() -> world.act("besa", new DeskAction.CallBack(call, late.isPresent(), null)))
                    .isInstanceOf(Refused.class);
            world.site.answers(call);
            world.settle();

            assertThat(first.orElseThrow().denials()).isEmpty();
            assertThat(world.desks.get("besa").presence()).isEqualTo(Presence.ON_CONTACT);
            assertThat(world.site.dials).containsEntry(call, 1);
            assertThat(world.journal(call)).contains("MISSED", "DIALLED", "CONNECTED");
        }
    }

    @Test
    void whoSaysOnTheCallBackThatTheyWantNoCallsIsCalledBackNoMore() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.change(
                    """
                    insert into disposition
                    select client_id, program_id, 'no-calls', 8, '{}', 'DO_NOT_CALL' from program where code = 'lumen-care'
                    """);
            UUID call = asksToBeCalled(world);
            world.available("elif");
            boolean allowed = judge(world, call).orElseThrow().allowed();
            world.act("elif", new DeskAction.CallBack(call, allowed, null));
            world.site.answers(call);
            world.settle();
            world.act("elif", new DeskAction.HangUp(call));
            world.settle();
            world.act("elif", new DeskAction.Close(call, "no-calls", "", null, false));
            Optional<String> listed = scoped(world, c -> new RuledOutreach().listCaller(c, LUMEN, call, TUESDAY_NOON));
            world.act("elif", new DeskAction.Leave("session-elif"));
            UUID next = asksToBeCalled(world);
            world.available("elif");
            Verdict verdict = judge(world, next).orElseThrow();

            assertThat(allowed).isTrue();
            assertThat(world.outcome(call)).isEqualTo("HANDLED");
            assertThat(listed).contains(CALLER);
            assertThat(world.texts(
                            "select number from do_not_call where client_id = 1 and source like '%" + call + "'"))
                    .containsExactly(CALLER);
            assertThat(verdict.allowed()).isFalse();
            assertThat(verdict.deniedBy("do_not_call")).isTrue();
        }
    }

    private static Optional<Verdict> judge(EngineWorld world, UUID call) throws SQLException {
        return scoped(world, c -> new JudgeInLine(c, new RuledOutreach()).judge(LUMEN, call, TUESDAY_NOON));
    }

    private static <T> T scoped(EngineWorld world, Function<Connection, T> work) throws SQLException {
        try (Connection c = world.connect(DatabaseRole.APP)) {
            c.setAutoCommit(false);
            try (PreparedStatement scope = c.prepareStatement("select set_config('fairlead.clients', '{1}', true)")) {
                scope.execute();
            }
            T done = work.apply(c);
            c.commit();
            return done;
        }
    }

    @Test
    void anAgentWhoseTelephoneIsPickedUpIsAskedBeforeTheCallLeaves() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            UUID call = asksToBeCalled(world);
            world.act("elif", new DeskAction.Open("session-elif"));
            world.ask(new Input.Tell(
                    "izmir", new Input.Desk("elif", "session-elif", true), GatewayCommand.ReportLiveCalls::new));
            world.act("elif", new DeskAction.Present(Presence.AVAILABLE, null));
            world.settle();
            Presence shown = world.desks.get("elif").presence();
            world.act("elif", new DeskAction.CallBack(call, true, null));
            world.site.answers(call);
            world.settle();

            assertThat(shown).isEqualTo(Presence.RESERVED);
            assertThat(world.site.dials).containsEntry(call, 1);
            assertThat(world.desks.get("elif").presence()).isEqualTo(Presence.ON_CONTACT);
        }
    }

    private static UUID asksToBeCalled(EngineWorld world) throws SQLException {
        world.change(
                "update queue set routing = ?::jsonb where code = 'lumen-billing'",
                Json.write(aPolicy()
                        .spilling(new Spill(When.WAIT, 20, Way.callback()))
                        .build()));
        world.ask(new Input.SetUp(world.cycle().reference()));
        UUID asked = world.site.rings("+390280001001", CALLER);
        world.settle();
        world.pass(Duration.ofSeconds(21));
        for (int question = 0; question < 3; question++) {
            world.site.presses(asked, "1");
            world.settle();
        }
        world.site.promptEnds(asked);
        world.settle();
        return UUID.fromString(world.texts("select callback_id from line_callback where asked_in = ?", asked)
                .get(0));
    }
}
