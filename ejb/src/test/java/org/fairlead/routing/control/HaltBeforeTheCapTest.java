package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.campaign.control.AttemptBook;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.dialer.control.Pacers;
import org.fairlead.dialer.control.PlaceCalls;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.routing.Outbound;
import org.fairlead.routing.OutboundCall;
import org.fairlead.routing.OutboundScene;
import org.fairlead.routing.entity.Input;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A campaign that dials ahead, with the engine, the books and the decision that it really has, near its cap. */
@Tag("database")
class HaltBeforeTheCapTest {

    private static final int LINES = 4;
    private static final Duration PATIENCE = Duration.ofMillis(2_100);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private EngineWorld world;
    private PlaceCalls dialer;
    private Instant noon;

    @BeforeEach
    void begin() throws SQLException {
        world = new EngineWorld();
        world.start();
        LocalDate monday = world.now().atZone(NEW_YORK).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        noon = monday.atTime(LocalTime.NOON).atZone(NEW_YORK).toInstant();
        world.change("update campaign set mode = 'POWER', lines_per_agent = " + LINES
                + ", abandon_window = 'DAYS_30', abandon_limit = 0.03, gateway = 'izmir' where code = 'northway-us'");
        world.change("delete from outreach_register where name = 'US_NATIONAL_DNC'");
        world.change("insert into outreach_register values (0, 'US_NATIONAL_DNC', ?::date, gen_random_uuid(), 0, now())"
                .replace("?", "'" + monday.minusDays(1) + "'"));
        UUID list = UUID.randomUUID();
        world.change(
                "insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none)"
                        + " select 3, ?, campaign_id, 'l', (select person_id from person limit 1), now(), 'LOADED', true"
                        + " from campaign where code = 'northway-us'",
                list);
        world.change(
                "insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones)"
                        + " select 3, gen_random_uuid(), campaign_id, ?, '+1212555' || (1000 + n), 'x', 'US',"
                        + " '{America/New_York}' from campaign, generate_series(1, 60) n where code = 'northway-us'",
                list);
        dialer = new PlaceCalls(new Lines(), new Pacers(), world.clock);
        world.available("maricel");
    }

    @AfterEach
    void end() throws SQLException {
        world.close();
    }

    @Test
    void dialsAheadWhileThereIsRoom() throws SQLException {
        past(396, 2);

        round();

        assertThat(world.site.in(FakeSite.State.DIALLING)).hasSize(LINES);
    }

    @Test
    void placesNothingThatCouldBeAbandonedWhenOneMoreWouldBreakTheCap() throws SQLException {
        past(396, 11);

        for (int turn = 0; turn < 3; turn++) {
            round();
            List<UUID> out = world.site.in(FakeSite.State.DIALLING);
            assertThat(out).as("one for the agent who is ready, none besides").hasSizeLessThanOrEqualTo(1);
            out.forEach(world.site::answers);
            world.settle();
            world.pass(PATIENCE);
            world.settle();
            world.site.in(FakeSite.State.TALKING).forEach(world.site::customerHangsUp);
            world.settle();
            world.pass(Duration.ofSeconds(90));
            world.settle();
        }

        Dialing.Count count = count();
        assertThat(count.answered()).as("it went on, a line for the agent").isGreaterThan(396);
        assertThat(count.abandoned()).isEqualTo(11);
        assertThat(count.rate()).isLessThanOrEqualTo(0.03);
    }

    /** What the campaign's window holds of the days before. */
    private void past(int answered, int abandoned) throws SQLException {
        world.change(
                "insert into outreach_live_hour (client_id, campaign_id, hour, answered, abandoned)"
                        + " select client_id, campaign_id, date_trunc('hour', ?::timestamptz) - interval '3 days', ?, ?"
                        + " from campaign where code = 'northway-us'",
                world.now().toString(),
                answered,
                abandoned);
    }

    private void round() throws SQLException {
        dialer.round(List.of(campaign()), new Books());
        world.settle();
    }

    private RunningCampaign campaign() {
        return with(DatabaseRole.ENGINE, c -> attempts().running(c)).stream()
                .filter(one -> one.client().equals(new ClientId(3)))
                .findFirst()
                .orElseThrow();
    }

    private Dialing.Count count() {
        return with(DatabaseRole.ENGINE, c -> attempts().abandonment(c, campaign(), world.now()));
    }

    private static AttemptBook attempts() {
        return new AttemptBook(new RuledOutreach());
    }

    private <T> T with(DatabaseRole role, Function<Connection, T> work) {
        try (Connection c = world.connect(role)) {
            c.setAutoCommit(false);
            T result = work.apply(c);
            c.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Books implements PlaceCalls.Book {
        @Override
        public List<TakenLead> take(RunningCampaign campaign, int wanted) {
            return with(DatabaseRole.APP, c -> {
                Sql.list(
                        c, row -> row, "select set_config('fairlead.clients', ?, true)", "{" + campaign.client() + "}");
                return attempts().take(c, campaign, wanted, () -> noon);
            });
        }

        @Override
        public Dialing.Count abandonment(RunningCampaign campaign) {
            return with(DatabaseRole.ENGINE, c -> attempts().abandonment(c, campaign, world.now()));
        }

        @Override
        public void notLeft(RunningCampaign campaign, TakenLead lead) {
            throw new IllegalStateException("it was not taken: " + lead);
        }
    }

    /** The engine, asked as the dialer asks it. */
    private final class Lines implements Outbound {
        @Override
        public int free(ClientId client, Map<String, Integer> skills) {
            return world.look(engine -> engine.free(client, skills));
        }

        @Override
        public int inFlight(ClientId client, UUID campaignId) {
            return world.look(engine -> engine.inFlight(client, campaignId));
        }

        @Override
        public OutboundScene scene(Map<CampaignId, Map<String, Integer>> campaigns) {
            return world.look(engine -> engine.scene(campaigns, world.now()));
        }

        @Override
        public void place(OutboundCall call) {
            ask(new Input.Place(call));
        }

        @Override
        public void withdraw(ClientId client, UUID attemptId) {
            ask(new Input.Withdraw(client.value(), attemptId));
        }

        @Override
        public boolean preview(OutboundCall call) {
            throw new IllegalStateException("nothing is shown here");
        }

        private void ask(Input input) {
            try {
                world.ask(input);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
