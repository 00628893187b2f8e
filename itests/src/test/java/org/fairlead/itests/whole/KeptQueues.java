package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.itests.stack.Stack;

/**
 * What the queues of a client asked for before a test changed them: they are set back however the test ends, for
 * the calls of all the tests that follow come to the same queues.
 */
final class KeptQueues {

    private record Kept(String id, String skills, String routing) {}

    private static final String QUEUES =
            "select queue_id::text, skills::text, routing::text from queue where code like 'lumen-%' order by code";
    private static final String BACK =
            "update queue set skills = ?::jsonb, routing = ?::jsonb where queue_id = ?::uuid";

    private final Stack stack;
    private final List<Kept> before;

    KeptQueues(Stack stack) throws SQLException, IOException {
        this.stack = stack;
        before = now();
    }

    /** By the queue's page in the end, so that the engine hears of it. */
    void setBack(Console console) throws SQLException, IOException {
        List<Kept> changed = new ArrayList<>(before);
        changed.removeAll(now());
        for (Kept kept : changed) {
            try (Connection owner = stack.engine();
                    PreparedStatement back = owner.prepareStatement(BACK)) {
                back.setString(1, kept.skills());
                back.setString(2, kept.routing());
                back.setString(3, kept.id());
                back.executeUpdate();
            }
            Page page = console.logIn("bora");
            console.open(page, "/queue.xhtml?of=" + kept.id());
            page.click("[id='queue:save']");
            assertThat(page.locator("[id='queue:notices'] .ui-messages-info")).isVisible();
        }
    }

    private List<Kept> now() throws SQLException, IOException {
        List<Kept> queues = new ArrayList<>();
        try (Connection owner = stack.engine();
                PreparedStatement select = owner.prepareStatement(QUEUES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                queues.add(new Kept(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return queues;
    }
}
