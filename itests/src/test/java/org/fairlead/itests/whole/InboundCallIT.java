package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.fairlead.itests.stack.SimulatorControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer's call from the ringing to the client's own page, the agent's hands on the keyboard alone. */
@ExtendWith(WholeStack.class)
class InboundCallIT {

    private static final String BILLING = "+390280001001";
    private static final String CUSTOMER = "+393471234571";
    private static final int LONG = 300;

    @Test
    void anInboundCallIsTakenAndClosedByKeyboardAloneAndTheClientSeesIt(Console console, SimulatorControl customers)
            throws Exception {
        // given
        Page client = console.logIn("giulia");
        int offeredBefore = offered(client);
        Page desk = console.logIn("elif");
        Desk keys = new Desk(desk);
        keys.becomeReady();

        // when
        customers.call(BILLING, CUSTOMER, LONG);

        // then
        assertThat(desk.locator("#offer")).isVisible();
        assertThat(desk.locator("#offer-client")).hasText("Lumen Energia");

        // when
        keys.press("Enter");

        // then
        assertThat(desk.locator("#blocks > li .words[lang=it]").first()).isVisible();
        assertThat(desk.locator("#blocks > li .words.own[lang=tr]").first()).isVisible();
        assertThat(desk.locator("#customer-name")).not().isEmpty();

        // when
        keys.hangUp();
        keys.closeWith("3");

        // then
        assertThat(desk.locator("#idle.ready")).isVisible();
        assertThat(desk.locator("#last-rows tr").first()).containsText("Lumen Energia");
        client.waitForCondition(() -> {
            client.reload();
            return offered(client) > offeredBefore;
        });
        assertThat(offered(client)).isEqualTo(offeredBefore + 1);
        keys.leave();
    }

    private static int offered(Page portal) {
        String shown = portal.locator("dl.figures dd").first().textContent();
        return Integer.parseInt(shown.replaceAll("\\D", ""));
    }
}
