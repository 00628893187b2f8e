package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
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

/** A customer's call from the ringing to the client's own page, the agent's hands on the keyboard alone. */
@ExtendWith(WholeStack.class)
class InboundCallIT {

    private static final String BILLING = "+390280001001";
    private static final String CUSTOMER = "+393471234571";
    private static final int LONG = 300;

    @Test
    void anInboundCallIsTakenAndClosedByKeyboardAloneAndTheClientSeesIt(
            Console console, SimulatorControl customers, Stack stack) throws Exception {
        // given
        Page client = console.logIn("giulia");
        Page desk = console.logIn("elif");
        Desk keys = new Desk(desk);
        keys.becomeReady();

        // when
        UUID call = customers.call(BILLING, CUSTOMER, LONG);

        // then
        assertThat(desk.locator("#offer")).isVisible();
        assertThat(desk.locator("#offer-client")).hasText("Lumen Energia");

        // when
        keys.press("Enter");

        // then
        assertThat(desk.locator("#blocks > li .words[lang=it]").first()).isVisible();
        assertThat(desk.locator("#blocks > li .words.own[lang=tr]").first()).isVisible();
        assertThat(desk.locator("#customer-name")).not().isEmpty();

        assertThat(desk.locator("#controls [data-act=mute]:not([disabled])")).isVisible();

        // when
        desk.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ь', code: 'KeyM'}))");

        // then
        assertThat(desk.locator("#controls [data-act=mute]")).hasAttribute("aria-pressed", "true");

        // when
        keys.press("n");
        keys.hangUp();
        keys.closeWith("3");

        // then
        assertThat(desk.locator("#idle.ready")).isVisible();
        assertThat(desk.locator("#last-rows tr").first()).containsText("Lumen Energia");
        console.open(client, answeredOn(stack, call));
        client.waitForCondition(() -> {
            client.reload();
            return client.locator("a[href*='contact=" + call + "']").count() == 1;
        });
        keys.leave();
    }

    /** The client's page of the calls that were answered on the day of this one, which may just have begun. */
    private static String answeredOn(Stack stack, UUID call) throws SQLException, IOException {
        String select =
                "select program_id, (offered_at at time zone 'Europe/Rome')::date from contact where contact_id = ?";
        try (Connection engine = stack.engine();
                PreparedStatement statement = engine.prepareStatement(select)) {
            statement.setObject(1, call);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return "/portal-contacts.xhtml?program=" + row.getString(1) + "&date=" + row.getString(2)
                        + "&part=ANSWERED";
            }
        }
    }
}
