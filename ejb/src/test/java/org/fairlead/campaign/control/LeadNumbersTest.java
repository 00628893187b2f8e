package org.fairlead.campaign.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.campaign.AttemptEnd;
import org.fairlead.campaign.Campaigns.Recycling;
import org.fairlead.campaign.Campaigns.Spent;
import org.fairlead.campaign.LeadQuery;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.campaign.UploadOptions;
import org.fairlead.campaign.UploadOptions.Key;
import org.fairlead.campaign.UploadOptions.Known;
import org.fairlead.campaign.UploadOptions.Order;
import org.fairlead.campaign.entity.Fault;
import org.fairlead.campaign.entity.Refusal;
import org.fairlead.collections.control.DebtNameBook;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leads with several numbers, lists that bring leads up to date, and leads that are made ready again. */
@Tag("database")
class LeadNumbersTest {

    /** A Monday noon in New York. */
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private final TestCampaign campaign = new TestCampaign();
    private final AttemptBook book = new AttemptBook(new RuledOutreach());
    private final List<Fault> faults = new ArrayList<>();

    @AfterEach
    void dropDatabase() {
        campaign.close();
    }

    @Test
    void aListNamesNumbersWithTheirTypeAndHours() throws Exception {
        upload(
                "phone,phone_type,phone2,alt_phone_type,alt_phone_hours,phone3\n"
                        + "+12125550101,mobile,+12125550102,work,9-17,+12125550103\n"
                        + "+12125550104,,,,,\n"
                        + "+12125550105,boat,,,,\n"
                        + "+12125550106,,+12125550107,,9-9,\n",
                UploadOptions.AUTOMATIC);

        assertThat(campaign.count("lead where numbers = 3")).isEqualTo(1);
        assertThat(campaign.count("lead where numbers = 0")).isEqualTo(1);
        assertThat(campaign.count("lead_number where kind = 'WORK' and from_hour = 9 and until_hour = 17 and turn = 1"))
                .isEqualTo(1);
        assertThat(faults)
                .extracting(fault -> fault.line() + " " + fault.reason().key())
                .containsExactly("4 phone_type", "5 phone_hours");
    }

    @Test
    void theNextTryGoesToTheNextNumberWhereTheStrategySaysSo() throws Exception {
        strategy("{\"NO_ANSWER\": {\"after\": \"PT1H\", \"times\": 5, \"otherNumber\": true}}");
        upload("phone,phone2\n+12125550101,+12125550102\n", UploadOptions.AUTOMATIC);

        TakenLead first = take(NOON).get(0);
        end(first, "NO_ANSWER", NOON.plusSeconds(30));
        TakenLead second = take(NOON.plus(Duration.ofHours(2))).get(0);
        end(second, "NO_ANSWER", NOON.plus(Duration.ofHours(2)));

        assertThat(first.number()).isEqualTo("+12125550101");
        assertThat(second.number()).isEqualTo("+12125550102");
        assertThat(campaign.count("attempt where number = '+12125550102' and allowed"))
                .isEqualTo(1);
        assertThat(campaign.count("lead where turn = 0 and attempts = 2")).isEqualTo(1);
    }

    @Test
    void aDeadLineIsNeverDialledAgainAndTheLeadGoesOnUnderItsOtherNumber() throws Exception {
        upload("phone,phone2\n+12125550101,+12125550102\n", UploadOptions.AUTOMATIC);

        end(take(NOON).get(0), "DEAD_LINE", NOON);
        TakenLead other = take(NOON.plusSeconds(90)).get(0);
        end(other, "FAX", NOON.plusSeconds(95));

        assertThat(other.number()).isEqualTo("+12125550102");
        assertThat(take(NOON.plus(Duration.ofHours(3)))).isEmpty();
        assertThat(campaign.count("lead where state = 'EXHAUSTED' and last_outcome = 'FAX'"))
                .isEqualTo(1);
        assertThat(recycle(new Recycling(Set.of("FAX"), 0, null), NOON)).isZero();
    }

    @Test
    void whoAsksNotToBeCalledIsNotCalledUnderAnotherNumberEither() throws Exception {
        campaign.execute("insert into disposition values (7, '%s', 'NEVER', 1, '{}', 'DO_NOT_CALL')"
                .formatted(TestCampaign.PROGRAM));
        upload("phone,phone2\n+12125550101,+12125550102\n", UploadOptions.AUTOMATIC);

        TakenLead first = take(NOON).get(0);
        in(c -> book.end(c, closed(first, "NEVER", null)));

        assertThat(campaign.count("do_not_call where number = '+12125550101'")).isEqualTo(1);
        assertThat(campaign.count("lead where state = 'DO_NOT_CALL'")).isEqualTo(1);
        assertThat(campaign.count("lead_number where dead")).isEqualTo(1);
        assertThat(take(NOON.plus(Duration.ofHours(3)))).isEmpty();
    }

    @Test
    void aCallbackAgreedOnStandsThoughTheLineThenProvedDead() throws Exception {
        upload("phone,phone2\n+12125550101,+12125550102\n", UploadOptions.AUTOMATIC);

        TakenLead first = take(NOON).get(0);
        in(c -> book.end(c, closed(first, null, NOON.plus(Duration.ofHours(2)))));

        assertThat(campaign.count("lead where state = 'CALLBACK'")).isEqualTo(1);
        assertThat(campaign.count("callback where state = 'DUE'")).isEqualTo(1);
        assertThat(take(NOON.plus(Duration.ofHours(3))))
                .extracting(TakenLead::number)
                .containsExactly("+12125550102");
    }

    private static AttemptEnd closed(TakenLead lead, @Nullable String disposition, @Nullable Instant callback) {
        return new AttemptEnd(
                TestCampaign.CLIENT,
                lead.attemptId(),
                "DEAD_LINE",
                disposition,
                TestCampaign.PERSON,
                callback,
                false,
                NOON);
    }

    @Test
    void hoursThatEndAtMidnightAreTaken() throws Exception {
        upload(
                "phone,phone_hours\n+12125550101,18-0\n+12125550102,18:00-00:00\n+12125550103,9-09\n"
                        + "+12125550104,0-24\n",
                UploadOptions.AUTOMATIC);

        assertThat(campaign.count("lead_number where from_hour = 18 and until_hour = 24"))
                .isEqualTo(2);
        assertThat(campaign.count("lead_number where from_hour = 0 and until_hour = 24"))
                .isEqualTo(1);
        assertThat(faults)
                .extracting(fault -> fault.line() + " " + fault.reason().key())
                .containsExactly("4 phone_hours");
    }

    @Test
    void aLeadThatMovesToOneOfItsOtherNumbersHasThatOneOnceAndItsAttemptsEnd() throws Exception {
        upload("phone,reference,phone2,alt_phone_type,phone3\n+12125550101,A1,+12125550102,work,+12125550103\n", AUTO);

        upload(
                "phone,reference\n+12125550102,A1\n",
                new UploadOptions(null, Order.AUTO, false, Known.UPDATE, Key.REFERENCE));

        assertThat(campaign.count("lead where number = '+12125550102' and numbers = 2 and turn = 0"))
                .isEqualTo(1);
        assertThat(campaign.count("lead_number where number = '+12125550102' and turn = 0 and kind = 'WORK'"))
                .isEqualTo(1);
        assertThat(campaign.count("lead_number where number = '+12125550103' and turn = 1"))
                .isEqualTo(1);
        assertThat(campaign.count("lead_number")).isEqualTo(2);
        end(take(NOON).get(0), "DEAD_LINE", NOON);
        assertThat(campaign.count("attempt where state = 'ENDED'")).isEqualTo(1);
    }

    @Test
    void aNumberThatTheLeadNoLongerHasIsJudgedByItsOwnZone() throws Exception {
        upload("phone,reference\n+12125550101,A1\n", AUTO);
        take(Instant.parse("2026-11-23T14:30:00Z"));
        upload(
                "phone,reference\n+13105550109,A1\n",
                new UploadOptions(null, Order.AUTO, false, Known.UPDATE, Key.REFERENCE));

        Verdict east = in(c -> judgedAgain(c, Instant.parse("2026-11-23T14:31:00Z")));
        campaign.execute("update attempt set number = '+13105550109'");
        Verdict west = in(c -> judgedAgain(c, Instant.parse("2026-11-23T14:31:00Z")));

        assertThat(east.allowed()).as("half past nine in New York").isTrue();
        assertThat(west.allowed()).as("half past six in Los Angeles").isFalse();
    }

    private Verdict judgedAgain(Connection c, Instant now) {
        UUID attempt = Sql.one(c, row -> row.getObject(1, UUID.class), "select attempt_id from attempt")
                .orElseThrow();
        return book.judgeAgain(c, TestCampaign.CLIENT, attempt, now).orElseThrow();
    }

    @Test
    void aPersonIsFoundByAnyOfTheirNumbers() throws Exception {
        upload("phone,phone2,reference\n+12125550101,+12125550102,A1\n+12125550103,,B2\n", AUTO);
        LeadQuery asked = new LeadQuery(null, "5550102", null, false);

        int found = in(c -> LeadBook.count(c, TestCampaign.CAMPAIGN, asked));

        assertThat(found).isEqualTo(1);
    }

    @Test
    void aNumberOutOfItsHoursWaitsForThem() throws Exception {
        upload("phone,phone_hours\n+12125550101,14-18\n", UploadOptions.AUTOMATIC);

        List<TakenLead> noon = take(NOON);

        assertThat(noon).isEmpty();
        assertThat(campaign.count("attempt")).isZero();
        assertThat(campaign.count("lead where next_at = '2026-11-23T19:00:00Z'"))
                .isEqualTo(1);
        assertThat(take(Instant.parse("2026-11-23T19:00:00Z"))).hasSize(1);
    }

    @Test
    void aListBringsLeadsUpToDateByTheirReference() throws Exception {
        upload("phone,reference,name,city,rank\n+12125550101,A1,Anna,Boston,5\n+12125550102,B2,Ben,,\n", AUTO);
        campaign.execute("update lead set state = 'DONE' where reference = 'B2'");

        upload(
                "phone,reference,name,city\n+12125550109,A1,,Albany\n+12125550102,B2,Benny,\n"
                        + "+12125550103,C3,Carl,\n+12125550104,,Dora,\n+12125550102,A1,,\n",
                new UploadOptions(null, Order.AUTO, false, Known.UPDATE, Key.REFERENCE));

        assertThat(campaign.count(
                        "lead where number = '+12125550109' and name = 'Anna' and city = 'Albany' and rank = 5"))
                .isEqualTo(1);
        assertThat(campaign.count("lead where reference = 'B2' and name = 'Benny' and state = 'DONE'"))
                .isEqualTo(1);
        assertThat(campaign.count("lead")).isEqualTo(3);
        assertThat(campaign.count("lead_list where rows_updated = 2 and rows_loaded = 1 and rows_bad = 2"))
                .isEqualTo(1);
        assertThat(faults)
                .extracting(fault -> fault.line() + " " + fault.reason().key())
                .containsExactlyInAnyOrder("5 reference_missing", "6 duplicate_in_file");
    }

    @Test
    void aListThatOnlyUpdatesAddsNobodyAndTakesNoNumberFromAnother() throws Exception {
        upload("phone,reference\n+12125550101,A1\n+12125550102,B2\n", AUTO);

        upload(
                "phone,reference\n+12125550102,A1\n+12125550103,C3\n",
                new UploadOptions(null, Order.AUTO, false, Known.UPDATE_ONLY, Key.REFERENCE));

        assertThat(campaign.count("lead")).isEqualTo(2);
        assertThat(faults)
                .extracting(fault -> fault.line() + " " + fault.reason().key())
                .containsExactlyInAnyOrder("2 duplicate_in_campaign", "3 unknown_in_campaign");
    }

    @Test
    void leadsAreMadeReadyAgainByOutcomeAndAgeAndTheirTriesCountAnew() throws Exception {
        strategy("{\"BUSY\": {\"after\": \"PT1H\", \"times\": 0}}");
        upload("phone\n+12125550101\n+12125550102\n", AUTO);
        List<TakenLead> two = take(NOON);
        end(two.get(0), "BUSY", NOON);
        end(two.get(1), "UNKNOWN", NOON);

        int young = recycle(new Recycling(Set.of("BUSY"), 2, null), NOON.plus(Duration.ofDays(1)));
        int old = recycle(new Recycling(Set.of("BUSY"), 2, null), NOON.plus(Duration.ofDays(3)));

        assertThat(young).isZero();
        assertThat(old).isEqualTo(1);
        assertThat(campaign.count("lead where state = 'READY'")).isEqualTo(1);
        assertThatThrownBy(() -> recycle(new Recycling(Set.of(), 2, null), NOON))
                .isInstanceOf(Refused.class);
        List<Spent> spent = in(c -> RecycleBook.spent(c, TestCampaign.CLIENT, TestCampaign.CAMPAIGN));
        assertThat(spent).extracting(Spent::outcome).containsExactly("UNKNOWN");
    }

    private static final UploadOptions AUTO = UploadOptions.AUTOMATIC;

    private void strategy(String retry) {
        campaign.execute("update campaign set retry = '%s'".formatted(retry));
    }

    private int recycle(Recycling what, Instant now) {
        return in(c -> RecycleBook.recycle(c, TestCampaign.CLIENT, TestCampaign.CAMPAIGN, what, now));
    }

    private void upload(String file, UploadOptions options) throws IOException, SQLException {
        faults.clear();
        campaign.execute("update lead_list set state = 'READING'");
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        ListTask task = new ListTask(
                TestCampaign.CLIENT, TestCampaign.CAMPAIGN, TestCampaign.LIST, "US", options, bytes.length);
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            new TakeInList(c, task, new DebtNameBook(), new Journal()).take(new ByteArrayInputStream(bytes));
            c.commit();
        }
    }

    private List<TakenLead> take(Instant now) {
        RunningCampaign running;
        try (Connection c = campaign.connect(DatabaseRole.ENGINE)) {
            running = book.running(c).stream()
                    .filter(r -> r.campaignId().equals(TestCampaign.CAMPAIGN))
                    .findFirst()
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return in(c -> book.take(c, running, 5, () -> now));
    }

    private void end(TakenLead lead, String outcome, Instant at) {
        in(c -> book.end(
                c, new AttemptEnd(TestCampaign.CLIENT, lead.attemptId(), outcome, null, null, null, false, at)));
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

    private final class Journal implements ListJournal {
        @Override
        public void faults(ListTask task, List<Fault> found) {
            faults.addAll(found);
        }

        @Override
        public void progressed(ListTask task, ListProgress now) {}

        @Override
        public void ended(ListTask task, String state, Refusal why, ListProgress last) {}
    }
}
