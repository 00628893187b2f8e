package org.fairlead.campaign.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.campaign.UploadOptions;
import org.fairlead.campaign.entity.Fault;
import org.fairlead.campaign.entity.Refusal;
import org.fairlead.collections.control.DebtNameBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists that name the debts which people are called about. */
@Tag("database")
class ListedDebtsTest {

    private static final String FILE =
            "phone,debt\n+12125550101,D-1\n+12125550102,D-2\n+12125550103,D-3\n" + "+12125550104,D-4\n+12125550105,\n";
    private static final UUID OPEN = UUID.fromString("00000000-0000-7000-8000-000000000051");

    private final TestCampaign campaign = new TestCampaign();
    private final List<Fault> faults = new ArrayList<>();

    @AfterEach
    void dropDatabase() {
        campaign.close();
    }

    @Test
    void areTakenWithOurNameAndReportedRowByRowWhereThereIsNone() throws Exception {
        debt(OPEN, "D-1", 1, "WORKING");
        debt(UUID.randomUUID(), "D-3", 1, "PAID");
        debt(UUID.randomUUID(), "D-4", 1, "WORKING");
        debt(UUID.randomUUID(), "D-4", 2, "WORKING");

        upload();

        assertThat(faults)
                .extracting(fault -> fault.line() + " " + fault.column() + " "
                        + fault.reason().key() + " " + fault.value())
                .containsExactlyInAnyOrder(
                        "3 debt debt_not_open D-2", "4 debt debt_not_open D-3", "5 debt debt_twice D-4");
        assertThat(campaign.count("lead")).isEqualTo(2);
        assertThat(campaign.count("lead where fields ->> 'debt' = '" + OPEN + "'"))
                .isEqualTo(1);
        assertThat(campaign.count("lead_list where rows_loaded = 2 and rows_bad = 3"))
                .isEqualTo(1);
    }

    @Test
    void areTakenAsTheyAreWrittenWhereTheClientKeepsNoDebtsHere() throws Exception {
        upload();

        assertThat(faults).isEmpty();
        assertThat(campaign.count("lead where fields ->> 'debt' like 'D-_'")).isEqualTo(4);
    }

    private void debt(UUID id, String reference, int portfolio, String status) {
        UUID whose = new UUID(portfolio, portfolio);
        campaign.execute(
                """
                insert into portfolio (client_id, portfolio_id, program_id, code, name, currency, country)
                values (7, '%1$s', '%2$s', 'p%5$d', 'P', 'USD', 'US') on conflict do nothing;
                insert into placement (client_id, placement_id, portfolio_id, file_name, file_hash, kind, uploaded_by,
                  uploaded_at, state, all_or_none)
                values (7, '%1$s', '%1$s', 'd.csv', 'x', 'PLACEMENT', '%6$s', now(), 'LOADED', false) on conflict do nothing;
                insert into debt (client_id, debt_id, portfolio_id, placement_id, reference, currency, status,
                  past_due_since, placed_on)
                values (7, '%3$s', '%1$s', '%1$s', '%4$s', 'USD', '%7$s', now(), now())
                """
                        .formatted(whose, TestCampaign.PROGRAM, id, reference, portfolio, TestCampaign.PERSON, status));
    }

    private void upload() throws IOException, SQLException {
        byte[] bytes = FILE.getBytes(StandardCharsets.UTF_8);
        ListTask task = new ListTask(
                TestCampaign.CLIENT,
                TestCampaign.CAMPAIGN,
                TestCampaign.LIST,
                "US",
                UploadOptions.AUTOMATIC,
                bytes.length);
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            new TakeInList(c, task, new DebtNameBook(), new Journal()).take(new ByteArrayInputStream(bytes));
            c.commit();
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
