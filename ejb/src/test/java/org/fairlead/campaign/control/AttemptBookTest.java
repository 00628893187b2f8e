package org.fairlead.campaign.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.fairlead.campaign.Leads.AttemptOrder;
import org.fairlead.campaign.Leads.AttemptView;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class AttemptBookTest {

    /** A Monday; the numbers are New York's. */
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private static final Instant NIGHT = Instant.parse("2026-11-23T05:00:00Z");

    private final TestCampaign campaign = new TestCampaign();
    private final AttemptBook book = new AttemptBook(new RuledOutreach());

    @AfterEach
    void dropDatabase() {
        campaign.close();
    }

    @Test
    void writesTheAttemptWithItsVerdictAndTakesTheLead() {
        leads(TestCampaign.CAMPAIGN, 3);

        List<TakenLead> taken = take(TestCampaign.CAMPAIGN, 2, NOON);

        assertThat(taken).extracting(TakenLead::number).containsExactly(number(0), number(1));
        assertThat(
                        campaign.count(
                                "attempt where allowed and state = 'WRITTEN' and verdict ->> 'allowed' = 'true'"
                                        + " and verdict -> 'rules' @> '[\"US-TM-HRS@1\"]' and verdict -> 'counts' -> 0 ->> 'most' = '3'"))
                .isEqualTo(2);
        assertThat(campaign.count("lead where state = 'TAKEN' and attempts = 1"))
                .isEqualTo(2);
    }

    @Test
    void storesADeniedAttemptAndLetsTheLeadWaitUntilItIsAllowed() {
        leads(TestCampaign.CAMPAIGN, 1);

        List<TakenLead> taken = take(TestCampaign.CAMPAIGN, 1, NIGHT);

        assertThat(taken).isEmpty();
        assertThat(
                        campaign.count(
                                "attempt where not allowed and state = 'DENIED'"
                                        + " and next_allowed = '2026-11-23T14:00:00Z' and verdict -> 'denials' @> '[{\"rule\": \"US-TM-HRS\"}]'"))
                .isEqualTo(1);
        assertThat(campaign.count("lead where state = 'READY' and next_at = '2026-11-23T14:00:00Z'"))
                .isEqualTo(1);
        assertThat(take(TestCampaign.CAMPAIGN, 1, Instant.parse("2026-11-23T14:00:00Z")))
                .hasSize(1);
    }

    @Test
    void ordersAttemptsByTheColumnThatIsAskedForAndByNothingElse() throws SQLException {
        leads(TestCampaign.CAMPAIGN, 3);
        take(TestCampaign.CAMPAIGN, 1, NIGHT);
        take(TestCampaign.CAMPAIGN, 1, NOON);

        assertThat(verdicts(new AttemptOrder("verdict", false))).isSorted().contains(false, true);
        assertThat(verdicts(new AttemptOrder("verdict", true)))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .contains(false, true);
        assertThat(verdicts(new AttemptOrder("verdict; delete from attempt", true)))
                .isEqualTo(verdicts(AttemptOrder.newestFirst()));
    }

    private List<Boolean> verdicts(AttemptOrder order) throws SQLException {
        try (Connection c = campaign.connect(DatabaseRole.ENGINE)) {
            return LeadBook.attempts(c, 1, TestCampaign.CAMPAIGN, order, 0, 10).stream()
                    .map(AttemptView::allowed)
                    .toList();
        }
    }

    @Test
    void neverCallsANumberOfTheClientsOrTheOutsourcersList() {
        leads(TestCampaign.CAMPAIGN, 3);
        campaign.execute("insert into do_not_call values (7, '" + number(0) + "', now(), 'asked'), (0, '" + number(1)
                + "', now(), 'law'), (8, '" + number(2) + "', now(), 'another client')");

        List<TakenLead> taken = take(TestCampaign.CAMPAIGN, 3, NOON);

        assertThat(taken).extracting(TakenLead::number).containsExactly(number(2));
        assertThat(campaign.count("lead where state = 'DO_NOT_CALL'")).isEqualTo(2);
        assertThat(campaign.count("attempt where not allowed")).isEqualTo(2);
    }

    @Test
    void twoDialersNeverTakeTheSameLead() throws Exception {
        leads(TestCampaign.CAMPAIGN, 120);

        List<TakenLead> taken = together(16, i -> take(TestCampaign.CAMPAIGN, 10, NOON));

        assertThat(taken).hasSize(120);
        assertThat(taken).extracting(TakenLead::leadId).doesNotHaveDuplicates();
        assertThat(campaign.count("attempt")).isEqualTo(120);
    }

    @Test
    void theCapHoldsWhenEightDialersOfTwoCampaignsShareTheNumbers() throws Exception {
        leads(TestCampaign.CAMPAIGN, 20);
        leads(TestCampaign.SECOND_CAMPAIGN, 20);

        for (int round = 0; round < 8; round++) {
            Instant now = NOON.plus(Duration.ofMinutes(round));
            together(8, i -> take(i % 2 == 0 ? TestCampaign.CAMPAIGN : TestCampaign.SECOND_CAMPAIGN, 10, now));
            campaign.execute("update lead set state = 'READY', next_at = null");
            campaign.execute("update attempt set state = 'ENDED', outcome = 'NO_ANSWER' where allowed");
        }

        assertThat(campaign.count("(select number from attempt where allowed group by number having count(*) > 3) x"))
                .isZero();
        assertThat(campaign.count("attempt where allowed")).isEqualTo(60);
        assertThat(campaign.count("attempt where verdict -> 'denials' @> '[{\"rule\": \"CAMPAIGN-CAP\"}]'"))
                .isPositive();
    }

    @Test
    void endsAnAttemptOnceAndTriesABusyNumberAgainAsTheRulesSay() {
        leads(TestCampaign.CAMPAIGN, 1);
        campaign.execute("update campaign set retry = '{\"BUSY\": {\"after\": \"PT20M\", \"times\": 1}}'");
        TakenLead first = take(TestCampaign.CAMPAIGN, 1, NOON).get(0);

        Optional<LeadFate> fate = end(first, "BUSY", null, null, NOON);
        Optional<LeadFate> again = end(first, "HANDLED", null, null, NOON);

        assertThat(fate).get().extracting(LeadFate::state).isEqualTo("READY");
        assertThat(again).isEmpty();
        assertThat(campaign.count("attempt where state = 'ENDED' and outcome = 'BUSY'"))
                .isEqualTo(1);
        assertThat(take(TestCampaign.CAMPAIGN, 1, NOON.plus(Duration.ofMinutes(19))))
                .isEmpty();
        TakenLead second = take(TestCampaign.CAMPAIGN, 1, NOON.plus(Duration.ofMinutes(20)))
                .get(0);
        end(second, "BUSY", null, null, NOON.plus(Duration.ofMinutes(21)));
        assertThat(campaign.count("lead where state = 'EXHAUSTED' and last_outcome = 'BUSY'"))
                .isEqualTo(1);
    }

    @Test
    void aPromisedCallbackComesBeforeEverybodyElse() {
        leads(TestCampaign.CAMPAIGN, 3);
        disposition("CALL_LATER", "CALLBACK");
        TakenLead lead = take(TestCampaign.CAMPAIGN, 1, NOON).get(0);
        Instant promised = NOON.plus(Duration.ofHours(1));

        end(lead, "HANDLED", "CALL_LATER", promised, NOON);

        assertThat(campaign.count("callback where state = 'DUE' and due_at = '" + promised + "'"))
                .isEqualTo(1);
        assertThat(take(TestCampaign.CAMPAIGN, 1, promised.minusSeconds(1)))
                .extracting(TakenLead::number)
                .containsExactly(number(1));
        assertThat(take(TestCampaign.CAMPAIGN, 1, promised))
                .extracting(TakenLead::number)
                .containsExactly(number(0));
        assertThat(campaign.count("callback where state = 'DONE'")).isEqualTo(1);
    }

    @Test
    void aCustomerWhoWantsNoMoreCallsGetsNone() {
        leads(TestCampaign.CAMPAIGN, 1);
        leads(TestCampaign.SECOND_CAMPAIGN, 1);
        disposition("STOP", "DO_NOT_CALL");
        TakenLead lead = take(TestCampaign.CAMPAIGN, 1, NOON).get(0);

        Optional<LeadFate> fate = end(lead, "HANDLED", "STOP", null, NOON);

        assertThat(fate).get().extracting(LeadFate::doNotCall).isEqualTo(true);
        assertThat(campaign.count("do_not_call where client_id = 7 and number = '" + number(0) + "'"))
                .isEqualTo(1);
        assertThat(take(TestCampaign.SECOND_CAMPAIGN, 1, NOON)).isEmpty();
    }

    @Test
    void whatNeverLeftCountsAsNoTryAndWhatNobodySawIsNotRedialled() {
        leads(TestCampaign.CAMPAIGN, 3);
        List<TakenLead> taken = take(TestCampaign.CAMPAIGN, 3, NOON);
        contact(taken.get(1), "ENDED", "LOST");
        contact(taken.get(2), "CONNECTED", null);
        Instant later = NOON.plus(Duration.ofMinutes(5));

        List<AttemptEnd> ends = unreported(later);
        ends.forEach(end -> in(c -> book.end(c, end)));

        assertThat(ends)
                .extracting(AttemptEnd::attemptId, AttemptEnd::outcome)
                .containsExactlyInAnyOrder(
                        tuple(taken.get(0).attemptId(), "EXPIRED"),
                        tuple(taken.get(1).attemptId(), "UNKNOWN"));
        assertThat(campaign.count("lead where state = 'READY' and attempts = 0"))
                .isEqualTo(1);
        assertThat(campaign.count("lead where state = 'EXHAUSTED' and attempts = 1 and last_outcome = 'UNKNOWN'"))
                .isEqualTo(1);
        assertThat(campaign.count("lead where state = 'TAKEN'")).isEqualTo(1);
        assertThat(unreported(later)).isEmpty();
    }

    @Test
    void aPromisedTimeIsKeptWhenTheServerDiedBeforeItWasNoted() {
        leads(TestCampaign.CAMPAIGN, 1);
        disposition("CALL_LATER", "CALLBACK");
        TakenLead lead = take(TestCampaign.CAMPAIGN, 1, NOON).get(0);
        Instant promised = NOON.plus(Duration.ofHours(2));
        contact(lead, "ENDED", "HANDLED");
        campaign.execute("update contact set disposition = 'CALL_LATER', handling = '{\"callbackAt\": \"%s\"}'"
                .formatted(promised));

        unreported(NOON.plus(Duration.ofMinutes(5))).forEach(end -> in(c -> book.end(c, end)));

        assertThat(campaign.count("callback where state = 'DUE' and due_at = '" + promised + "'"))
                .isEqualTo(1);
        assertThat(campaign.count("lead where state = 'CALLBACK' and next_at = '" + promised + "'"))
                .isEqualTo(1);
    }

    @Test
    void givesALeadBackOnlyWhenNothingLeft() {
        leads(TestCampaign.CAMPAIGN, 2);
        List<TakenLead> taken = take(TestCampaign.CAMPAIGN, 2, NOON);
        contact(taken.get(1), "OFFERED", null);

        taken.forEach(lead -> in(c -> book.giveBack(c, TestCampaign.CLIENT, lead.attemptId(), NOON)));

        assertThat(campaign.count("attempt where state = 'ENDED' and outcome = 'EXPIRED'"))
                .isEqualTo(1);
        assertThat(campaign.count("attempt where state = 'SENT'")).isEqualTo(1);
        assertThat(campaign.count("lead where state = 'READY'")).isEqualTo(1);
        assertThat(take(TestCampaign.CAMPAIGN, 2, NOON.plus(Duration.ofMinutes(1))))
                .hasSize(1);
    }

    @Test
    void asksAgainBeforeAPreviewedLeadIsDialled() {
        leads(TestCampaign.CAMPAIGN, 1);
        campaign.execute("update campaign set cap_count = 1");
        TakenLead lead = take(TestCampaign.CAMPAIGN, 1, NOON).get(0);

        Optional<Verdict> before = judge(lead, NOON.plusSeconds(60));
        campaign.execute("insert into do_not_call values (7, '" + number(0) + "', now(), 'asked')");
        Optional<Verdict> after = judge(lead, NOON.plusSeconds(61));
        end(lead, "REFUSED", null, null, NOON.plusSeconds(62));

        assertThat(before).get().extracting(Verdict::allowed).isEqualTo(true);
        assertThat(after)
                .get()
                .extracting(verdict -> verdict.deniedBy("do_not_call"))
                .isEqualTo(true);
        assertThat(judge(lead, NOON.plusSeconds(63))).isEmpty();
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

    private void disposition(String code, String category) {
        campaign.execute("insert into disposition values (7, '%s', '%s', 1, '{}', '%s')"
                .formatted(TestCampaign.PROGRAM, code, category));
    }

    private void contact(TakenLead lead, String state, @Nullable String outcome) {
        String how = outcome == null ? "null" : "'" + outcome + "'";
        campaign.execute(
                """
                insert into contact (client_id, contact_id, direction, state, gateway, call_id, offered_at, closed_at, outcome)
                values (7, '%1$s', 'OUTBOUND', '%2$s', 'manila', '%1$s', '%3$s', '%3$s', %4$s)
                """
                        .formatted(lead.attemptId(), state, NOON, how));
        campaign.execute("update attempt set state = 'SENT' where attempt_id = '" + lead.attemptId() + "'");
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

    private Optional<Verdict> judge(TakenLead lead, Instant at) {
        return in(c -> book.judgeAgain(c, TestCampaign.CLIENT, lead.attemptId(), at));
    }

    private List<AttemptEnd> unreported(Instant at) {
        return everyClient(c -> book.unreported(c, at));
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
