package org.fairlead.campaign.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.campaign.entity.AnswerOdds;
import org.fairlead.campaign.entity.AnswerOdds.Factor;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answer odds are learned from a client's own attempts, and say which lead is dialled first. */
@Tag("database")
class LearnedOddsTest {

    /** A Monday noon in New York. */
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private final TestCampaign campaign = new TestCampaign();
    private final AttemptBook book = new AttemptBook(new RuledOutreach());

    @AfterEach
    void dropDatabase() {
        campaign.close();
    }

    @Test
    void likelierLeadsComeFirstAndTakeTheirOddsToThePacing() {
        past(300, "MOBILE", 150);
        past(300, "WORK", 45);
        boolean learned = in(TestCampaign.CLIENT, c -> book.learn(c, TestCampaign.CLIENT, NOON));
        lead(1, "WORK");
        lead(2, "MOBILE");

        List<TakenLead> taken = take(2);

        assertThat(learned).isTrue();
        assertThat(taken).extracting(TakenLead::number).containsExactly("+12125559002", "+12125559001");
        assertThat(taken.get(0).odds() / taken.get(1).odds()).isGreaterThan(3);
    }

    @Test
    void anEndIsLearnedOnceAndAnotherClientLearnsNothingFromIt() {
        past(300, "MOBILE", 150);

        boolean first = in(TestCampaign.CLIENT, c -> book.learn(c, TestCampaign.CLIENT, NOON));
        boolean second = in(TestCampaign.CLIENT, c -> book.learn(c, TestCampaign.CLIENT, NOON.plusSeconds(60)));
        in(TestCampaign.STRANGER, c -> book.learn(c, TestCampaign.STRANGER, NOON));
        AnswerOdds strangers = in(TestCampaign.STRANGER, c -> OddsBook.of(c, TestCampaign.STRANGER));
        AnswerOdds seenByStranger = in(TestCampaign.STRANGER, c -> OddsBook.of(c, TestCampaign.CLIENT));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(strangers.known()).isFalse();
        assertThat(seenByStranger.known()).isFalse();
        assertThat(campaign.count("answer_cell where tries = 300 and answers = 150 and kind = 'MOBILE' and hour = 11"))
                .isEqualTo(1);
    }

    @Test
    void aLessonIsADayAndWhatIsOldCountsForLess() {
        past(9, "WORK", 9);
        campaign.execute("update lead set number = number || '7'");
        daysAgo(300);
        past(300, "MOBILE", 150);
        daysAgo(60);
        past(300, "WORK", 45);

        int lessons = 0;
        while (in(TestCampaign.CLIENT, c -> book.learn(c, TestCampaign.CLIENT, NOON))) {
            lessons++;
        }

        assertThat(lessons).isEqualTo(2);
        assertThat(campaign.count("answer_cell where kind = 'WORK' and tries = 300"))
                .isEqualTo(1);
        assertThat(campaign.count("answer_cell where kind = 'MOBILE' and tries between 150 and 153"))
                .as("after a half-life they count for half, and what is older than half a year for nothing")
                .isEqualTo(1);
        assertThat(campaign.count("answer_cell")).isEqualTo(2);
    }

    @Test
    void endsThatTeachNothingAreNotReadForEver() throws SQLException {
        past(3, "MOBILE", 0);
        campaign.execute("update attempt set outcome = 'EXPIRED'");

        in(TestCampaign.CLIENT, c -> book.learn(c, TestCampaign.CLIENT, NOON));

        assertThat(learners()).isEmpty();
    }

    @Test
    void whichClientsHaveSomethingToLearnIsKnown() throws SQLException {
        past(300, "MOBILE", 150);

        List<ClientId> before = learners();
        in(TestCampaign.CLIENT, c -> book.learn(c, TestCampaign.CLIENT, NOON));

        assertThat(before).containsExactly(TestCampaign.CLIENT);
        assertThat(learners()).isEmpty();
    }

    @Test
    void whatALeadIsWorthIsToldByFactor() {
        past(300, "MOBILE", 150);
        past(300, "WORK", 45);
        in(TestCampaign.CLIENT, c -> book.learn(c, TestCampaign.CLIENT, NOON));

        AnswerOdds odds = in(TestCampaign.CLIENT, c -> OddsBook.of(c, TestCampaign.CLIENT));

        AnswerOdds.Effect mobile = odds.effect(Factor.KIND, "MOBILE");
        assertThat(mobile).isNotNull().satisfies(effect -> {
            assertThat(effect.tries()).isEqualTo(300);
            assertThat(effect.answers()).isEqualTo(150);
            assertThat(effect.ratio()).isGreaterThan(1.3);
        });
    }

    private List<ClientId> learners() throws SQLException {
        try (Connection c = campaign.connect(DatabaseRole.ENGINE)) {
            return book.learners(c, NOON.plusSeconds(120));
        }
    }

    /** So many leads that were tried this morning, and are done with. */
    private void past(int many, String kind, int answered) {
        campaign.execute(
                """
                with gone as (
                  insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones, state, numbers)
                  select 7, gen_random_uuid(), '%1$s', '%2$s', '+1' || (%5$d + n), 'Anna', 'US', '{America/New_York}', 'DONE', 1
                  from generate_series(1, %3$d) n returning lead_id, number),
                numbers as (
                  insert into lead_number (client_id, lead_id, turn, number, kind, time_zones)
                  select 7, lead_id, 0, number, '%4$s', '{America/New_York}' from gone)
                insert into attempt (client_id, attempt_id, campaign_id, lead_id, number, mode, allowed, verdict, written_at,
                                     state, outcome, ended_at)
                select 7, gen_random_uuid(), '%1$s', lead_id, number, 'PROGRESSIVE', true, '{}', '2026-11-23T16:30:00Z',
                       'ENDED', case when row_number() over () <= %6$d then 'HANDLED' else 'NO_ANSWER' end,
                       '2026-11-23T16:31:00Z' from gone
                """
                        .formatted(
                                TestCampaign.CAMPAIGN,
                                TestCampaign.LIST,
                                many,
                                kind,
                                kind.equals("WORK") ? 2_125_551_000L : 2_125_552_000L,
                                answered));
    }

    /** So many days earlier than it was. */
    private void daysAgo(int days) {
        campaign.execute(
                "update attempt set written_at = written_at - interval '%1$d days', ended_at = ended_at - interval '%1$d days'"
                        .formatted(days));
    }

    private void lead(int n, String kind) {
        campaign.execute(
                """
                with fresh as (
                  insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones, numbers)
                  values (7, '00000000-0000-7000-8000-00000000100%1$d', '%2$s', '%3$s', '+1212555900%1$d', 'Ben', 'US',
                          '{America/New_York}', 1) returning lead_id, number)
                insert into lead_number (client_id, lead_id, turn, number, kind, time_zones)
                select 7, lead_id, 0, number, '%4$s', '{America/New_York}' from fresh
                """
                        .formatted(n, TestCampaign.CAMPAIGN, TestCampaign.LIST, kind));
    }

    private List<TakenLead> take(int wanted) {
        RunningCampaign running;
        try (Connection c = campaign.connect(DatabaseRole.ENGINE)) {
            running = book.running(c).stream()
                    .filter(r -> r.campaignId().equals(TestCampaign.CAMPAIGN))
                    .findFirst()
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return in(TestCampaign.CLIENT, c -> book.take(c, running, wanted, () -> NOON));
    }

    private <T> T in(ClientId client, Function<Connection, T> work) {
        try (Connection c = campaign.scoped(client)) {
            T result = work.apply(c);
            c.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
