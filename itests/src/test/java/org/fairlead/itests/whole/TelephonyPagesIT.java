package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The buttons of the pages on telephony: how a site is reached, a desk telephone, a supervisor in a talk. */
@ExtendWith(WholeStack.class)
class TelephonyPagesIT {

    private static final String BILLING = "+390280001001";
    private static final String CUSTOMER = "+393388214460";
    private static final String NOTICES = "[id='forwarding:notices']";
    private static final String ISSUE = "[id='telephone:issue']";
    private static final String REVOKE = "[id='telephone:revoke']";
    private static final String PASSWORD = "#telephone-password";

    @Test
    void howASitesAgentsAndCustomersAreReachedIsSetOnItsPage(Console console, Stack stack) throws Exception {
        // given
        Page page = console.logIn("bora");
        edit(console, page);
        page.locator("[id='sites:rate']").fill("5000");

        // when
        page.locator("[id='sites:save']").click();

        // then
        assertThat(page.locator("[id='sites:notices']")).containsText("0 to 1000");
        assertThat(page.locator("[id='sites:opus']")).isVisible();

        // when
        page.locator("[id='sites:rate']").fill("7");
        page.locator("[id='sites:channels']").fill("40");
        page.locator("[id='sites:opus']").check();
        page.locator("[id='sites:legs']").check();
        page.locator("[id='sites:wss']").check();
        page.locator("[id='sites:save']").click();

        // then
        assertThat(page.locator("[id='sites:opus']")).isHidden();
        assertThat(text(
                        stack,
                        "select opus || ' ' || keep_legs || ' ' || wss || ' ' || calls_per_second || ' ' || channels"
                                + " from site_trunk join site using (site_id) where gateway = 'tirana'"))
                .isEqualTo("true true true 7 40");
        edit(console, page);
        assertThat(page.locator("[id='sites:opus']")).isChecked();
        assertThat(page.locator("[id='sites:legs']")).isChecked();
        assertThat(page.locator("[id='sites:wss']")).isChecked();

        // when
        page.locator("[id='sites:rate']").fill("0");
        page.locator("[id='sites:channels']").fill("0");
        page.locator("[id='sites:opus']").uncheck();
        page.locator("[id='sites:legs']").uncheck();
        page.locator("[id='sites:wss']").uncheck();
        page.locator("[id='sites:save']").click();

        // then
        assertThat(page.locator("[id='sites:opus']")).isHidden();
        assertThat(
                        text(
                                stack,
                                "select opus || ' ' || keep_legs || ' ' || wss from site_trunk join site using (site_id) where gateway = 'tirana'"))
                .isEqualTo("false false false");
    }

    private static void edit(Console console, Page page) {
        console.open(page, "/sites.xhtml");
        page.locator("tr", new Page.LocatorOptions().setHasText("tirana"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(page.locator("[id='sites:opus']")).isVisible();
    }

    @Test
    void aDeskTelephonesPasswordIsSeenOnceAndItsOwnerChoosesWhereCallsRing(Console console, Stack stack)
            throws Exception {
        // given
        String chain = "/forwarding.xhtml?of=" + text(stack, "select person_id from person where login = 'besa'");
        Page admin = console.logIn("bora");
        console.open(admin, chain);

        // when
        admin.locator(ISSUE).click();

        // then
        assertThat(admin.locator(NOTICES)).isVisible();
        assertThat(admin.locator(PASSWORD)).isVisible();
        String first = admin.locator(PASSWORD).innerText();
        assertThat(first).matches("[a-z2-9]{20}");
        String account = admin.locator("#telephone-account").innerText();
        assertThat(text(stack, "select account from desk_telephone join person using (person_id) where login = 'besa'"))
                .isEqualTo(account);
        admin.reload();
        assertThat(admin.locator("#telephone-account")).hasText(account);
        assertThat(admin.locator(PASSWORD)).isHidden();
        assertThat(admin.content()).doesNotContain(first);

        // when
        admin.locator(ISSUE).click();

        // then
        assertThat(admin.locator(PASSWORD)).isVisible();
        assertThat(admin.locator(PASSWORD)).not().hasText(first);
        assertThat(admin.locator("#telephone-account")).hasText(account);

        // when
        Page besa = console.logIn("besa");
        choosesTheDeskTelephone(besa);

        // then
        assertThat(chosen(stack)).isEqualTo("true true");
        besa.reload();
        besa.locator("#phone-button").click();
        assertThat(besa.locator("#phone-desk")).isChecked();
        assertThat(besa.locator("#phone-auto")).isChecked();

        // when
        besa.waitForResponse(told -> told.url().endsWith("/voice/telephone"), () -> besa.locator("#phone-desk")
                .uncheck());

        // then
        assertThat(chosen(stack)).startsWith("false");
        assertThat(besa.locator("#phone-auto")).isDisabled();

        // when
        admin.locator(REVOKE).click();

        // then
        assertThat(admin.locator("#telephone-account")).isHidden();
        assertThat(text(stack, "select live from desk_telephone join person using (person_id) where login = 'besa'"))
                .isEqualTo("f");
        besa.reload();
        assertThat(besa.locator("#idle")).isVisible();
        assertThat(besa.locator("#phone-button")).isHidden();
    }

    private static void choosesTheDeskTelephone(Page page) {
        page.locator("#phone-button").click();
        assertThat(page.locator("#phone-menu")).isVisible();
        assertThat(page.locator("#phone-auto")).isDisabled();
        page.waitForResponse(told -> told.url().endsWith("/voice/telephone"), () -> page.locator("#phone-desk")
                .check());
        page.waitForResponse(told -> told.url().endsWith("/voice/telephone"), () -> page.locator("#phone-auto")
                .check());
    }

    private static String chosen(Stack stack) throws SQLException, IOException {
        return text(
                stack,
                "select chosen || ' ' || auto_answer from desk_telephone join person using (person_id)"
                        + " where login = 'besa'");
    }

    @Test
    void aSupervisorComesIntoATalkOnTheFloorChangesHowAndGoes(Console console, Stack stack, SimulatorControl customers)
            throws Exception {
        // given
        Page elif = console.logIn("elif");
        Desk desk = new Desk(elif);
        desk.becomeReady();
        UUID call = customers.call(BILLING, CUSTOMER, 300);
        assertThat(elif.locator("#offer")).isVisible();
        desk.press("Enter");
        assertThat(elif.locator("#controls [data-act=transfer]:not([disabled])"))
                .isVisible();
        Page sena = console.logIn("sena");
        console.open(sena, "/floor.xhtml");
        Locator choice = sena.locator("#floor-agents tr", new Page.LocatorOptions().setHasText("Elif Kaya"))
                .locator("select");
        assertThat(choice).isVisible();

        for (String mode : new String[] {"LISTEN", "WHISPER", "BARGE", "OFF"}) {
            // when
            choice.selectOption(mode);

            // then
            sena.waitForCondition(() -> mode.equals(monitored(stack, call)));
            assertThat(choice).hasValue(mode);
        }
        assertThat(text(
                        stack,
                        "select count(*) from contact_event where kind = 'MONITORED' and contact_id = '" + call + "'"))
                .isEqualTo("4");
        Page admin = console.logIn("bora");
        console.open(admin, "/floor.xhtml");
        assertThat(admin.locator("#floor-agents tr", new Page.LocatorOptions().setHasText("Elif Kaya")))
                .isVisible();
        assertThat(admin.locator("#floor-agents select")).hasCount(0);
        desk.hangUp();
        desk.closeWith("3");
        desk.leave();
    }

    private static String monitored(Stack stack, UUID call) {
        try {
            return text(
                    stack,
                    "select coalesce((select detail ->> 'mode' from contact_event where kind = 'MONITORED'"
                            + " and contact_id = '" + call + "' order by position desc limit 1), '')");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Stack stack, String select) throws SQLException, IOException {
        try (Connection engine = stack.engine();
                PreparedStatement statement = engine.prepareStatement(select);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
