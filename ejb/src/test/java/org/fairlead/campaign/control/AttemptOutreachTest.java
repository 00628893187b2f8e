package org.fairlead.campaign.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.fairlead.campaign.AttemptEnd;
import org.fairlead.campaign.Attempts.LeadFate;
import org.fairlead.campaign.LeadListSample;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the outreach decision reads beside hours and caps, as attempts are written. */
@Tag("database")
class AttemptOutreachTest {

    /** A Monday; the numbers are New York's. */
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private final TestCampaign campaign = new TestCampaign();
    private final AttemptBook book = new AttemptBook(new RuledOutreach());

    @AfterEach
    void dropDatabase() {
        campaign.close();
    }

    @Test
    void aPersonWithTwoNumbersOnTwoListsIsCalledOnceAtATime() throws Exception {
        leads(TestCampaign.CAMPAIGN, 20);
        leads(TestCampaign.SECOND_CAMPAIGN, 40);
        campaign.execute("update lead set reference = 'P' || (substring(number from 6)::int % 20)");

        together(8, i -> take(i % 2 == 0 ? TestCampaign.CAMPAIGN : TestCampaign.SECOND_CAMPAIGN, 10, NOON));

        assertThat(campaign.count("(select person from attempt where allowed group by person having count(*) > 1) x"))
                .isZero();
        assertThat(campaign.count("attempt where allowed")).isBetween(10, 20);
    }

    @Test
    void aRevokedConsentAndARegisterStopTheNextAttempt() {
        leads(TestCampaign.CAMPAIGN, 3);
        campaign.execute("insert into consent values (7, gen_random_uuid(), '" + number(0)
                + "', null, null, null, false, now(), null, 'letter', 'scan 1', 'clara', now())");
        campaign.execute(
                "insert into outreach_register_number values (0, '" + TestCampaign.LIST + "', '" + number(1) + "')");

        List<TakenLead> taken = take(TestCampaign.CAMPAIGN, 3, NOON);

        assertThat(taken).extracting(TakenLead::number).containsExactly(number(2));
        assertThat(campaign.count("attempt where verdict -> 'denials' @> '[{\"rule\": \"CONSENT-REVOKED\"}]'"))
                .isEqualTo(1);
        assertThat(campaign.count("attempt where verdict -> 'denials' @> '[{\"rule\": \"US-TM-DNC\"}]'"))
                .isEqualTo(1);
    }

    @Test
    void whatWasDoneElsewhereCounts() {
        leads(TestCampaign.CAMPAIGN, 2);
        for (int i = 1; i <= 3; i++) {
            campaign.execute(
                    """
                    insert into outreach_import values (7, gen_random_uuid(), '%s', 'VOICE', false, '%s', null, null, 'PERSONAL',
                      'NO_ANSWER', 'old dialer', 'bora', now())
                    """
                            .formatted(NOON.minus(Duration.ofDays(i)), number(0)));
        }

        List<TakenLead> taken = take(TestCampaign.CAMPAIGN, 2, NOON);

        assertThat(taken).extracting(TakenLead::number).containsExactly(number(1));
        assertThat(campaign.count("attempt where verdict -> 'denials' @> '[{\"rule\": \"CAMPAIGN-CAP\"}]'"))
                .isEqualTo(1);
    }

    @Test
    void tooManyAbandonedCallsStopACampaignThatDialsAhead() {
        leads(TestCampaign.CAMPAIGN, 2);
        List<TakenLead> taken = take(TestCampaign.CAMPAIGN, 1, NOON);
        campaign.execute("insert into outreach_live_hour values (7, '%s', '%s', 100, 3)"
                .formatted(TestCampaign.CAMPAIGN, NOON.minus(Duration.ofDays(3))));

        end(taken.get(0), "ABANDONED", null, null, NOON.plusSeconds(20));
        List<TakenLead> next = take(TestCampaign.CAMPAIGN, 1, NOON.plusSeconds(30));

        assertThat(next).isEmpty();
        assertThat(campaign.count("attempt where verdict -> 'denials' @> '[{\"rule\": \"US-TM-ABN\"}]'"))
                .isEqualTo(1);
        assertThat(campaign.count("outreach_live_hour where abandoned = 1 and answered = 1"))
                .isEqualTo(1);
    }

    private static String number(int n) {
        return LeadListSample.number(n);
    }

    private void leads(UUID campaignId, int many) {
        for (int i = 0; i < many; i++) {
            campaign.execute(
                    """
                    insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones)
                    values (7, gen_random_uuid(), '%s', '%s', '%s', 'Anna', 'US', '{America/New_York}')
                    """
                            .formatted(campaignId, TestCampaign.LIST, number(i)));
        }
        campaign.execute("update lead set rank = substring(number from 6)::int - 2000000");
    }

    private List<TakenLead> take(UUID campaignId, int wanted, Instant now) {
        RunningCampaign running = everyClient(book::running).stream()
                .filter(r -> r.campaignId().equals(campaignId))
                .findFirst()
                .orElseThrow();
        return in(c -> book.take(c, running, wanted, () -> now));
    }

    private Optional<LeadFate> end(
            TakenLead lead, String outcome, @Nullable String disposition, @Nullable Instant callbackAt, Instant at) {
        AttemptEnd end = new AttemptEnd(
                TestCampaign.CLIENT,
                lead.attemptId(),
                outcome,
                disposition,
                TestCampaign.PERSON,
                callbackAt,
                false,
                at);
        return in(c -> book.end(c, end));
    }

    private <T> T everyClient(Function<Connection, T> work) {
        try (Connection c = campaign.connect(DatabaseRole.ENGINE)) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T in(Function<Connection, T> work) {
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            T result = work.apply(c);
            c.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<TakenLead> together(int dialers, Function<Integer, List<TakenLead>> dialer) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<TakenLead>>> tasks = new ArrayList<>();
            for (int i = 0; i < dialers; i++) {
                int index = i;
                tasks.add(() -> dialer.apply(index));
            }
            List<TakenLead> all = new ArrayList<>();
            for (Future<List<TakenLead>> task : threads.invokeAll(tasks)) {
                all.addAll(Objects.requireNonNull(task.get()));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
