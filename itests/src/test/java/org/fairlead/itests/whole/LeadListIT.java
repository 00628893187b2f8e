package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.itests.stack.Stack;
import org.fairlead.itests.whole.LeadListSample.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A lead list from a world that is not tidy, through the page, the database and the report. */
@ExtendWith(WholeStack.class)
class LeadListIT {

    private static final int GOOD = 1000;
    private static final int OF_EACH_KIND = 5;

    @Test
    void everyBadRowIsNamedAndNothingIsLostOrExecuted(Console console, Stack stack) throws Exception {
        // given
        LeadListSample sample = LeadListSample.of(GOOD, OF_EACH_KIND);
        UUID campaign = TestCampaign.paused(stack);
        Page page = console.logIn("bora");
        List<String> executed = new ArrayList<>();
        page.onDialog(dialog -> {
            executed.add(dialog.message());
            dialog.dismiss();
        });

        // when
        Uploads.upload(console, page, campaign, "mixed <b>list</b>.csv", sample.bytes());

        // then
        assertThat(page.locator("#reading-loaded")).hasText("1,000");
        assertThat(page.locator("#reading-bad")).hasText("60");
        assertThat(page.locator("[id='faults:table_data'] > tr")).hasCount(50);
        assertThat(page.locator("[id='faults:table_data']")).containsText("<script>alert(1)</script>");
        assertThat(faults(stack, campaign)).containsExactlyInAnyOrderElementsOf(sample.expected());
        assertThat(leads(stack, campaign)).isEqualTo(GOOD);

        // when
        Download report = page.waitForDownload(
                () -> page.locator("a[href$='/report.csv']").click());
        List<String> lines = Files.readAllLines(report.path());
        page.locator(".ui-paginator-next").first().click();

        // then
        assertThat(lines).hasSize(1 + sample.expected().size());
        assertThat(lines).noneMatch(line -> line.matches(".*(^|,)\"?[=+@-].*"));
        assertThat(page.locator("[id='faults:table_data'] > tr")).hasCount(10);
        console.open(page, "/campaign.xhtml?id=" + campaign + "&tab=leads");
        assertThat(page.locator("main table tbody tr").first()).isVisible();
        assertThat(executed).isEmpty();
    }

    private static List<Expected> faults(Stack stack, UUID campaign) throws Exception {
        List<Expected> found = new ArrayList<>();
        try (Connection engine = stack.engine();
                PreparedStatement query = engine.prepareStatement(
                        """
                        select line, column_name, fault.reason from lead_list_fault fault
                        join lead_list using (client_id, list_id) where campaign_id = ?""")) {
            query.setObject(1, campaign);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                found.add(new Expected(rows.getInt(1), rows.getString(2), rows.getString(3)));
            }
        }
        return found;
    }

    private static int leads(Stack stack, UUID campaign) throws Exception {
        try (Connection engine = stack.engine();
                PreparedStatement query = engine.prepareStatement("select count(*) from lead where campaign_id = ?")) {
            query.setObject(1, campaign);
            ResultSet row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
