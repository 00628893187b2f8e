package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A queue gets opening hours on its page, and callers meet them. */
@ExtendWith(WholeStack.class)
class QueueEditorIT {

    private static final String ENGLISH = "+390280001002";
    private static final String CUSTOMER = "+393471230099";
    private static final String SAVE = "[id='queue:save']";
    private static final String NOTICES = "[id='queue:notices']";

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
    void aQueueThatIsClosedByItsPageTurnsItsCallersAway(Console console, Stack stack, SimulatorControl customers)
            throws Exception {
        // given
        Page page = console.logIn("bora");
        console.open(page, "/queue.xhtml?of=" + text(stack, "select queue_id from queue where code = 'lumen-english'"));
        // of today and tomorrow neither, whatever the clock says when the call comes
        int day = (LocalDate.now(Clock.systemUTC()).getDayOfWeek().getValue() + 1) % 7;
        page.fill("[id='queue:week:" + day + ":from']", "00:00");
        page.fill("[id='queue:week:" + day + ":to']", "00:00");
        page.fill("[id='queue:zone']", "Rome");

        // when
        page.click(SAVE);

        // then
        assertThat(page.locator(NOTICES)).containsText("time zone");
        assertThat(page.locator(SAVE)).isFocused();

        // when
        page.fill("[id='queue:zone']", "UTC");
        page.click("[id='queue:try']");

        // then
        assertThat(page.locator("[id='queue:answer']")).containsText("closed");

        // when
        page.click(SAVE);
        assertThat(page.locator(NOTICES)).containsText("Saved");
        UUID call = customers.call(ENGLISH, CUSTOMER, 60);

        // then
        page.waitForCondition(() -> "REFUSED".equals(outcome(stack, call)));
        assertThat(text(
                        stack,
                        "select count(*) from contact_event where kind = 'QUEUED' and contact_id = '" + call + "'"))
                .isEqualTo("0");

        // when
        console.open(page, "/queue.xhtml?of=" + text(stack, "select queue_id from queue where code = 'lumen-english'"));
        page.fill("[id='queue:week:" + day + ":from']", "");
        page.fill("[id='queue:week:" + day + ":to']", "");
        page.click(SAVE);

        // then
        assertThat(page.locator(NOTICES)).containsText("Saved");
        assertThat(text(stack, "select coalesce(routing->>'hours', 'always') from queue where code = 'lumen-english'"))
                .isEqualTo("always");
    }

    private static String outcome(Stack stack, UUID call) {
        try {
            return text(stack, "select coalesce(max(outcome), '') from contact where contact_id = '" + call + "'");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the outcome cannot be read", e);
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
