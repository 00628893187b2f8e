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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer who waits asks to be called back by pressing keys, and an agent is offered the call in their turn. */
@ExtendWith(WholeStack.class)
class LineCallbackIT {

    private static final String ENGLISH = "+390280001002";
    private static final String CUSTOMER = "+393471230077";
    /** What a supervisor may see of the number. */
    private static final String MASKED = "•• 77";

    private static final String SAVE = "[id='queue:save']";
    private static final String NOTICES = "[id='queue:notices']";
    private static final int LONG = 300;
    /** Longer than any telephone rings, and the wrap-up after one that was not answered. */
    private static final int RINGING_MILLIS = 60_000;

    private KeptQueues queues;

    @BeforeEach
    void theQueuesAreAsTheyAre(Stack stack) throws SQLException, IOException {
        queues = new KeptQueues(stack);
    }

    @AfterEach
    void theQueuesAreSetBack(Console console) throws SQLException, IOException {
        queues.setBack(console);
    }

    @Test
    void whoAsksByKeyIsCalledBackInTurnAfterTheOutreachDecision(
            Console console, Stack stack, SimulatorControl customers) throws Exception {
        // given
        customers.doAsTheLastDigitSays();
        Page admin = console.logIn("bora");
        String queue = "/queue.xhtml?of=" + text(stack, "select queue_id from queue where code = 'lumen-english'");
        console.open(admin, queue);
        offersACallback(admin);

        // when
        UUID call = customers.call(ENGLISH, CUSTOMER, LONG);

        // then
        admin.waitForCondition(() -> number(stack, "line_callback where asked_in = '" + call + "'") == 1);
        admin.waitForCondition(
                () -> number(stack, "contact where outcome = 'CALLBACK' and contact_id = '" + call + "'") == 1);
        console.open(admin, "/line.xhtml");
        assertThat(admin.locator("main table tbody tr").first()).containsText("Waits");

        // when
        Page desk = console.logIn("arben");
        Desk keys = new Desk(desk);
        // who waits to be called back is offered at once: there is no moment without anything at hand
        assertThat(desk.locator("#be-ready")).isVisible();
        keys.press("a");

        // then
        assertThat(desk.locator("#offer")).isVisible();
        assertThat(desk.locator("#offer-direction")).containsText("To be called back");

        // when
        keys.press("Enter");

        // then
        String wish = "line_callback where asked_in = '" + call + "'";
        admin.waitForCondition(() -> number(stack, wish + " and verdict is not null") == 1);
        UUID callback = UUID.fromString(text(stack, "select callback_id from " + wish));
        boolean allowed = "t".equals(text(stack, "select (verdict->>'allowed')::boolean from " + wish));
        if (allowed) {
            isDialledAndAnswered(stack, desk, keys, callback);
        } else {
            admin.waitForCondition(() -> number(stack, journal(callback, "CALLBACK_DENIED")) == 1);
            isTakenBack(console.logIn("sena"), console, stack, callback);
        }
        keys.leave();
        console.open(admin, queue);
        offersNothing(admin);

        // then
        org.assertj.core.api.Assertions.assertThat(number(stack, journal(callback, "DIALLED")))
                .isEqualTo(allowed ? 1 : 0);
        org.assertj.core.api.Assertions.assertThat(number(stack, journal(callback, "CALLBACK_DENIED")))
                .isEqualTo(allowed ? 0 : 1);
    }

    private static void offersACallback(Page admin) {
        admin.check("[id='queue:tell-wait']");
        admin.selectOption("[id='queue:spills:0:when']", "WAIT");
        admin.fill("[id='queue:spills:0:bound']", "3");
        admin.selectOption("[id='queue:spills:0:way']", "CALLBACK:");
        admin.click(SAVE);
        assertThat(admin.locator(NOTICES)).containsText("Saved");
    }

    private static void offersNothing(Page admin) {
        admin.uncheck("[id='queue:tell-wait']");
        admin.selectOption("[id='queue:spills:0:when']", "");
        admin.click(SAVE);
        assertThat(admin.locator(NOTICES)).containsText("Saved");
    }

    private static void isDialledAndAnswered(Stack stack, Page desk, Desk keys, UUID callback) {
        String contact = "contact where contact_id = '" + callback + "' and state = ";
        desk.waitForCondition(
                () -> number(stack, contact + "'CONNECTED'") == 1,
                new Page.WaitForConditionOptions().setTimeout(RINGING_MILLIS));
        keys.hangUp();
        keys.closeWith("3");
        desk.waitForCondition(() -> number(stack, contact + "'ENDED'") == 1);
    }

    /** Who may be called later only would wait on through the tests that follow. */
    private static void isTakenBack(Page page, Console console, Stack stack, UUID callback) {
        console.open(page, "/line.xhtml");
        page.locator("tbody tr", new Page.LocatorOptions().setHasText(MASKED))
                .locator("button[id$=':cancel']")
                .first()
                .click();
        assertThat(page.locator("[id='line:notices'] .ui-messages-info")).isVisible();
        page.waitForCondition(
                () -> number(stack, "contact where contact_id = '" + callback + "' and state = 'ENDED'") == 1);
    }

    private static String journal(UUID contact, String kind) {
        return "contact_event where contact_id = '" + contact + "' and kind = '" + kind + "'";
    }

    private static int number(Stack stack, String of) {
        try {
            return Integer.parseInt(text(stack, "select count(*) from " + of));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the count cannot be read", e);
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
