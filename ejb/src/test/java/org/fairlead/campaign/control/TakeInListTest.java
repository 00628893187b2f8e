package org.fairlead.campaign.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fairlead.campaign.FaultView;
import org.fairlead.campaign.LeadListSample;
import org.fairlead.campaign.LeadListSample.Expected;
import org.fairlead.campaign.LeadListView;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.campaign.UploadOptions;
import org.fairlead.campaign.UploadOptions.Order;
import org.fairlead.campaign.entity.Fault;
import org.fairlead.campaign.entity.Refusal;
import org.fairlead.collections.control.DebtNameBook;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class TakeInListTest {

    private final TestCampaign campaign = new TestCampaign();
    private final List<ListProgress> progress = new ArrayList<>();

    @AfterEach
    void dropDatabase() {
        campaign.close();
    }

    @Test
    void loadsAThousandGoodRowsAndNamesEachOfSixtyBadOnes() throws Exception {
        LeadListSample sample = LeadListSample.of(1_000, 5);

        take(sample.bytes(), false);

        assertThat(campaign.count("lead")).isEqualTo(1_000);
        assertThat(list()).satisfies(list -> {
            assertThat(list.state()).isEqualTo("LOADED");
            assertThat(list.rowsRead()).isEqualTo(1_060);
            assertThat(list.rowsLoaded()).isEqualTo(1_000);
            assertThat(list.rowsBad()).isEqualTo(60);
            assertThat(list.percent()).isEqualTo(100);
        });
        assertThat(faults())
                .extracting(f -> new Expected(f.line(), f.column(), f.reason()))
                .containsExactlyElementsOf(sample.expected());
        assertThat(faults()).allSatisfy(f -> assertThat(f.value()).hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void loadsNothingOfAListThatIsAllOrNone() throws Exception {
        take(LeadListSample.of(1_000, 5).bytes(), true);

        assertThat(campaign.count("lead")).isZero();
        assertThat(list().state()).isEqualTo("REFUSED");
        assertThat(list().reason()).isEqualTo("bad_rows");
        assertThat(list().detail()).isEqualTo("60");
        assertThat(faults()).hasSize(60);
    }

    @Test
    void keepsTheOrderOfTheListForTheDialer() throws Exception {
        take(LeadListSample.of(1_000, 0).bytes(), false);

        assertThat(campaign.count("(select number > lag(number) over (order by lead_id) as rises from lead) x"
                        + " where rises is false"))
                .isZero();
    }

    @Test
    void namesNumbersThatTheCampaignHasAlready() throws Exception {
        take("phone\n+12125550100\n+12125550101\n".getBytes(StandardCharsets.UTF_8), false);
        campaign.execute("update lead_list set state = 'READING'");

        take("phone\n+12125550102\n212 555 0100\n".getBytes(StandardCharsets.UTF_8), false);

        assertThat(campaign.count("lead")).isEqualTo(3);
        assertThat(faults()).singleElement().satisfies(f -> {
            assertThat(f.line()).isEqualTo(3);
            assertThat(f.reason()).isEqualTo("duplicate_in_campaign");
        });
    }

    @Test
    void leavesNothingHalfLoadedWhenTheServerEndsInTheMiddle() throws Exception {
        ListTask task = task(false, 1);
        Connection killed = campaign.scoped(TestCampaign.CLIENT);
        new TakeInList(killed, task, new DebtNameBook(), new Journal())
                .take(new ByteArrayInputStream(LeadListSample.of(3_000, 1).bytes()));

        killed.abort(Runnable::run);
        try (Connection allClients = campaign.connect(DatabaseRole.ENGINE)) {
            ListRecords.failInterrupted(allClients, "");
        }

        assertThat(campaign.count("lead")).isZero();
        assertThat(list().state()).isEqualTo("FAILED");
        assertThat(list().reason()).isEqualTo("interrupted");
    }

    @Test
    void leavesAloneWhatAnotherNodeIsReading() throws Exception {
        campaign.execute("update lead_list set state = 'READING', node = 'other'");

        try (Connection allClients = campaign.connect(DatabaseRole.ENGINE)) {
            assertThat(ListRecords.failInterrupted(allClients, "this")).isZero();
            assertThat(ListRecords.failInterrupted(allClients, "other")).isEqualTo(1);
        }

        assertThat(list().state()).isEqualTo("FAILED");
    }

    @Test
    void hidesAListFromAnotherClient() throws SQLException {
        try (Connection c = campaign.scoped(TestCampaign.STRANGER)) {
            assertThatThrownBy(() -> ListBook.one(c, TestCampaign.LIST)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> CampaignBook.basics(c, TestCampaign.CAMPAIGN))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void takesAHundredThousandRowsAndTellsItsProgress() throws Exception {
        byte[] file = LeadListSample.of(100_000, 1).bytes();
        long start = System.nanoTime();

        take(file, false);

        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.getLogger("figure").log(System.Logger.Level.INFO, "100,000 rows in {0} ms", took.toMillis());
        assertThat(campaign.count("lead")).isEqualTo(100_000);
        assertThat(progress).hasSizeGreaterThan(90).isSortedAccordingTo((a, b) -> a.read() - b.read());
    }

    private void take(byte[] file, boolean allOrNone) throws IOException, SQLException {
        ListTask task = task(allOrNone, file.length);
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            TakeInList list = new TakeInList(c, task, new DebtNameBook(), new Journal());
            Optional<Refusal> refusal = list.take(new ByteArrayInputStream(file));
            if (refusal.isPresent()) {
                c.rollback();
                new Journal().ended(task, "REFUSED", refusal.get(), list.progress());
            } else {
                c.commit();
            }
        }
    }

    private static ListTask task(boolean allOrNone, int bytes) {
        UploadOptions options = new UploadOptions(null, Order.AUTO, allOrNone);
        return new ListTask(TestCampaign.CLIENT, TestCampaign.CAMPAIGN, TestCampaign.LIST, "US", options, bytes);
    }

    private LeadListView list() throws SQLException {
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            return ListBook.one(c, TestCampaign.LIST);
        }
    }

    private List<FaultView> faults() throws SQLException {
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            return ListBook.faults(c, TestCampaign.LIST, 0, 1_000);
        }
    }

    private final class Journal implements ListJournal {
        @Override
        public void faults(ListTask task, List<Fault> faults) {
            write(c -> ListRecords.faults(c, task, faults));
        }

        @Override
        public void progressed(ListTask task, ListProgress now) {
            progress.add(now);
            write(c -> ListRecords.progressed(c, task, now));
        }

        @Override
        public void ended(ListTask task, String state, Refusal why, ListProgress last) {
            write(c -> ListRecords.ended(c, task, state, why, last));
        }

        private void write(Consumer<Connection> statement) {
            try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
                statement.accept(c);
                c.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
