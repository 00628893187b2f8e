package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.UUID;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A lead from the uploaded list to its result, the agent's hands on the keyboard alone. */
@ExtendWith(WholeStack.class)
class PreviewCallIT {

    private static final IsVisibleOptions DIALER = new IsVisibleOptions().setTimeout(30_000);

    @Test
    void aPreviewedLeadIsDialledAndClosedByKeyboardAlone(Console console, Stack stack, SimulatorControl customers)
            throws Exception {
        // given
        // the number's last digit decides: 1 is a person who answers
        customers.doAsTheLastDigitSays();
        Page page = console.logIn("deniz");
        Desk desk = new Desk(page);
        desk.becomeReady();
        UUID campaign = TestCampaign.preview(stack);
        byte[] list = "phone_number,first_name,last_name,city,time_zone\n+905321230%03d,Ayşe,Öz,İzmir,Europe/Istanbul\n"
                .formatted(Math.floorMod(campaign.hashCode(), 100) * 10 + 1)
                .getBytes(StandardCharsets.UTF_8);

        // when
        Uploads.upload(console, console.logIn("bora"), campaign, "one.csv", list);

        // then
        assertThat(page.locator("#preview")).isVisible(DIALER);
        assertThat(page.locator("#customer-name")).containsText("Ayşe");

        // when
        desk.press("Enter");

        // then
        assertThat(page.locator("#preview")).isHidden();
        assertThat(page.locator("#controls [data-act=hold]:not([disabled])")).isVisible(DIALER);

        // when
        desk.hangUp();
        desk.closeWith("1");

        // then
        assertThat(page.locator("#idle.ready")).isVisible();
        page.waitForCondition(() -> "ENDED HANDLED".equals(attemptOf(stack, campaign)));
        desk.leave();
    }

    private static String attemptOf(Stack stack, UUID campaign) {
        try (Connection engine = stack.engine();
                PreparedStatement query = engine.prepareStatement(
                        "select string_agg(state || ' ' || outcome, ',') from attempt where campaign_id = ?")) {
            query.setObject(1, campaign);
            ResultSet row = query.executeQuery();
            row.next();
            return String.valueOf(row.getString(1));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
