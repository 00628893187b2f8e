package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Two agents at their desks: a customer is spoken about, given on, and taken back. */
@ExtendWith(WholeStack.class)
class DeskTransferIT {

    private static final String BILLING = "+390280001001";
    private static final String CUSTOMER = "+393388214460";
    private static final String OUTSIDE = "+390299999999";
    private static final String LATE_HOLD =
            """
            async (contact) => {
              const answer = await fetch(`/api/desk/contacts/${contact}/hold`, {
                method: "POST",
                headers: { "Content-Type": "application/json", "X-Fairlead": "1" },
                body: JSON.stringify({ on: true }),
              });
              const fault = await answer.json();
              return `${answer.status} ${fault.error} ${fault.message}`;
            }
            """;

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
        assertThat(besa.locator("#idle.asked #idle-title")).containsText("Elif Kaya");
        assertThat(besa.locator("#idle-text")).containsText("Lumen Energia, Servizio clienti");
        assertThat(besa.locator("#be-ready")).isHidden();
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

    @Test
    void aContactIsGivenOnToAColleagueAndToAQueueByKeyboardAlone(
            Console console, Stack stack, SimulatorControl customers) throws Exception {
        // given
        Page elif = console.logIn("elif");
        Desk first = new Desk(elif);
        first.becomeReady();
        UUID call = customers.call(BILLING, CUSTOMER, 300);
        assertThat(elif.locator("#offer")).isVisible();
        first.press("Enter");
        assertThat(elif.locator("#controls [data-act=transfer]:not([disabled])"))
                .isVisible();
        Page besa = console.logIn("besa");
        Desk second = new Desk(besa);
        second.becomeReady();

        // when
        giveOn(elif, "Besa Leka");

        // then
        assertThat(besa.locator("#offer")).isVisible();
        assertThat(elif.locator("#idle.ready")).isVisible();

        // when
        long audited = refusals(stack);
        String late = (String) elif.evaluate(LATE_HOLD, call.toString());

        // then
        assertThat(late).startsWith("409 desk.too-late ");
        assertThat(refusals(stack)).isEqualTo(audited);

        // when
        second.press("Enter");
        assertThat(besa.locator("#controls [data-act=transfer]:not([disabled])"))
                .isVisible();
        second.choose("BREAK");
        giveOn(besa, "English line");

        // then
        assertThat(elif.locator("#offer")).isVisible();
        assertThat(elif.locator("#offer-line")).containsText("English line");
        assertThat(besa.locator("#be-ready")).isVisible();

        // when
        first.press("Enter");
        assertThat(elif.locator("#blocks")).isVisible();
        first.hangUp();
        first.closeWith("3");
        first.leave();
    }

    private static void giveOn(Page page, String where) {
        page.locator("#content").focus();
        page.keyboard().press("t");
        assertThat(page.locator("#transfer-targets .pick").first()).isVisible();
        page.keyboard().type(where);
        page.keyboard().press("Enter");
    }

    private static long refusals(Stack stack) throws SQLException, IOException {
        try (Connection engine = stack.engine();
                PreparedStatement count =
                        engine.prepareStatement("select count(*) from audit_entry where action like 'refused.%'");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void ask(Page page, String whom) {
        page.locator("#content").focus();
        page.keyboard().press("t");
        page.locator("#transfer-target").fill(whom);
        page.locator("#transfer-form [value=CONSULT]").press("Enter");
    }
}
