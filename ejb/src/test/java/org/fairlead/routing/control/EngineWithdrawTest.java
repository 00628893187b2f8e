package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.OutboundCall;
import org.fairlead.routing.entity.Input;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person who is not to be called any more, while the dial is on its way. */
@Tag("database")
class EngineWithdrawTest {

    private static final int CLIENT = 3;

    private EngineWorld world;
    private UUID attempt;

    @BeforeEach
    void begin() throws SQLException {
        world = new EngineWorld();
        world.start();
        attempt = Ids.next();
        lead();
    }

    @AfterEach
    void end() throws SQLException {
        world.close();
    }

    @Test
    void aDialThatWaitsAtTheBrokerNeverLeaves() throws SQLException {
        world.ask(new Input.Place(call()));

        world.ask(new Input.Withdraw(CLIENT, attempt));
        overtake();
        world.settle();

        assertThat(world.site.dials).isEmpty();
        assertThat(world.outcome(attempt)).isEqualTo("EXPIRED");
    }

    @Test
    void aDialThatRingsStopsAndCountsAsATry() throws SQLException {
        world.ask(new Input.Place(call()));
        world.settle();

        world.ask(new Input.Withdraw(CLIENT, attempt));
        world.settle();

        assertThat(world.site.dials).containsEntry(attempt, 1);
        assertThat(world.outcome(attempt)).isEqualTo("NO_ANSWER");
    }

    @Test
    void anotherClientsWordTakesNothingBackNorDoesOneAboutACallThatWasAnswered() throws SQLException {
        world.ask(new Input.Place(call()));
        world.settle();

        world.ask(new Input.Withdraw(1, attempt));
        world.settle();
        world.site.answers(attempt);
        world.hear(List.copyOf(world.site.queue));
        world.site.queue.clear();
        world.ask(new Input.Withdraw(CLIENT, attempt));

        assertThat(world.atBroker).noneMatch(GatewayCommand.Withdraw.class::isInstance);
    }

    /** The broker hands over what has the higher priority first. */
    private void overtake() {
        GatewayCommand last = world.atBroker.removeLast();
        assertThat(last).isInstanceOf(GatewayCommand.Withdraw.class);
        world.atBroker.addFirst(last);
    }

    private OutboundCall call() throws SQLException {
        return new OutboundCall(
                new ClientId(CLIENT),
                id("select program_id::text from campaign where code = 'northway-us'"),
                id("select campaign_id::text from campaign where code = 'northway-us'"),
                "Telesales US",
                id("select lead_id::text from lead limit 1"),
                attempt,
                null,
                "izmir",
                "+12125550123",
                "+12125550100",
                "en",
                "Telesales",
                Map.of("lang:en", 3),
                25,
                60,
                120,
                false,
                world.now().plusSeconds(10),
                null);
    }

    private void lead() throws SQLException {
        world.change(
                """
                insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none)
                select 3, ?, campaign_id, 'test', (select person_id from person limit 1), now(), 'LOADED', true
                from campaign where code = 'northway-us'
                """,
                attempt);
        world.change(
                """
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones)
                select 3, ?, campaign_id, ?, '+12125550123', 'x', 'US', '{America/New_York}'
                from campaign where code = 'northway-us'
                """,
                attempt,
                attempt);
        world.change(
                """
                insert into attempt (client_id, attempt_id, campaign_id, lead_id, number, mode, allowed, verdict, written_at,
                                     state)
                select 3, ?, campaign_id, ?, '+12125550123', 'PROGRESSIVE', true, '{}', now(), 'WRITTEN'
                from campaign where code = 'northway-us'
                """,
                attempt,
                attempt);
    }

    private UUID id(String query) throws SQLException {
        return UUID.fromString(world.texts(query).get(0));
    }
}
