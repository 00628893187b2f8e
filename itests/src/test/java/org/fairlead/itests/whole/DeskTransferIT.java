package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.fairlead.itests.stack.SimulatorControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two agents at their desks: a customer is spoken about, given on, and taken back. */
@ExtendWith(WholeStack.class)
class DeskTransferIT {

    private static final String BILLING = "+390280001001";
    private static final String CUSTOMER = "+393388214460";
    private static final String OUTSIDE = "+390299999999";

    @Test
    void aConsultationOutlivesAReloadAndEndsWithTheCustomerOrAtAColleague(Console console, SimulatorControl customers)
            throws Exception {
        // given
        Page elif = console.logIn("elif");
        Desk first = new Desk(elif);
        first.becomeReady();
        customers.call(BILLING, CUSTOMER, 300);
        assertThat(elif.locator("#offer")).isVisible();
        first.press("Enter");
        assertThat(elif.locator("#controls [data-act=transfer]:not([disabled])"))
                .isVisible();
        Page besa = console.logIn("besa");
        Desk second = new Desk(besa);
        second.becomeReady();

        // when
        ask(elif, OUTSIDE);
        elif.reload();

        // then
        assertThat(elif.locator("#consult-bar")).isVisible();
        assertThat(elif.locator("#consult-words")).containsText(OUTSIDE);

        // when
        elif.locator("[data-consult=CONSULT_CANCEL]").press("Enter");

        // then
        assertThat(elif.locator("#consult-bar")).isHidden();
        assertThat(elif.locator("#controls [data-act=transfer]:not([disabled])"))
                .isVisible();

        // when
        ask(elif, "besa");
        assertThat(elif.locator("#consult-bar")).isVisible();
        elif.locator("[data-consult=CONSULT_COMPLETE]").press("Enter");

        // then
        assertThat(besa.locator("#offer")).isVisible();
        assertThat(elif.locator("#idle")).isVisible();

        // when
        first.leave();
        second.press("Enter");
        assertThat(besa.locator("#blocks")).isVisible();
        second.hangUp();
        second.closeWith("3");
        second.leave();
    }

    private static void ask(Page page, String whom) {
        page.locator("#content").focus();
        page.keyboard().press("t");
        page.locator("#transfer-target").fill(whom);
        page.locator("#transfer-form [value=CONSULT]").press("Enter");
    }
}
