package org.fairlead.itests.floor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;

/** Compares what the customers saw with what the centre has in its books: every call, exactly one outcome. */
public final class Reckoning {

    private static final String BOOKS =
            """
            select c.call_id, c.outcome, c.closed_at is not null as closed,
                   (select count(*) from contact_event e where e.client_id = c.client_id
                     and e.contact_id = c.contact_id and e.kind = 'ENDED') as ended,
                   (select count(*) from contact_event e where e.client_id = c.client_id
                     and e.contact_id = c.contact_id and e.kind = 'CLOSED') as closings
            from contact c where c.call_id = any (?)
            """;

    private final Stack stack;
    private final SimulatorControl control;

    public Reckoning(Stack stack, SimulatorControl control) {
        this.stack = stack;
        this.control = control;
    }

    /** How a call ended for the customer. */
    private Map<UUID, String> seenByCustomers(String crowd) throws IOException, InterruptedException {
        Map<UUID, String> calls = new HashMap<>();
        for (JsonNode call : control.get("/calls?all").path("calls")) {
            if (call.path("crowd").asText().equals(crowd)) {
                calls.put(
                        UUID.fromString(call.path("call").asText()),
                        call.path("outcome").asText("LIVE"));
            }
        }
        return calls;
    }

    /** Whether every call of the crowd is over, for the customer and in the books. */
    public boolean settled(String crowd) throws IOException, InterruptedException, SQLException {
        Map<UUID, String> calls = seenByCustomers(crowd);
        if (calls.isEmpty() || calls.containsValue("LIVE")) {
            return false;
        }
        Books books = read(calls);
        return books.open == 0 && books.missing == 0;
    }

    /** Adds the figures; whatever is not exactly right is short. */
    public void reckon(String crowd, Figures figures) throws IOException, InterruptedException, SQLException {
        Map<UUID, String> calls = seenByCustomers(crowd);
        Books books = read(calls);
        // a crowd that nobody remembers proves nothing: the gateway was ended, and with it the customers
        figures.add("calls_offered", calls.size(), "calls", Goal.atLeast(1));
        books.outcomes.forEach(
                (outcome, count) -> figures.report("outcome_" + outcome.toLowerCase(Locale.ROOT), count, "calls"));
        figures.add("calls_without_contact", books.missing, "calls", Goal.exactly(0));
        figures.add("calls_with_two_contacts", books.doubled, "calls", Goal.exactly(0));
        figures.add("calls_without_one_outcome", books.open, "calls", Goal.exactly(0));
        figures.add("outcomes_that_differ_from_the_customers", books.different, "calls", Goal.exactly(0));
    }

    private static final class Books {
        private final Map<String, Integer> outcomes = new TreeMap<>();
        private int missing;
        private int doubled;
        private int open;
        private int different;
    }

    private Books read(Map<UUID, String> calls) throws SQLException, IOException {
        Books books = new Books();
        Map<UUID, Integer> contacts = new HashMap<>();
        try (Connection engine = stack.engine();
                PreparedStatement select = engine.prepareStatement(BOOKS)) {
            Array ids = engine.createArrayOf("uuid", calls.keySet().toArray());
            select.setArray(1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID call = row.getObject("call_id", UUID.class);
                    contacts.merge(call, 1, Integer::sum);
                    String outcome = row.getString("outcome");
                    boolean one = outcome != null
                            && row.getBoolean("closed")
                            && row.getInt("ended") == 1
                            && row.getInt("closings") == 1;
                    books.open += one ? 0 : 1;
                    books.outcomes.merge(outcome == null ? "NONE" : outcome, 1, Integer::sum);
                    books.different += outcome != null && !outcome.equals(calls.get(call)) ? 1 : 0;
                }
            }
        }
        books.missing = calls.size() - contacts.size();
        books.doubled = (int) contacts.values().stream().filter(n -> n > 1).count();
        return books;
    }
}
