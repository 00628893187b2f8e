package org.fairlead.launcher.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who rings a number when nobody was named: a customer whom that number's client knows, so that the agent sees a card. */
public final class DemoCaller {

    /** Nobody who is on the line already; who speaks the number's language and of whom there is most to read, first. */
    private static final String CHOOSE =
            """
            select p.value
            from fairlead.dialled_number n
            join fairlead.customer c on c.client_id = n.client_id
            join fairlead.contact_point p
              on p.client_id = c.client_id and p.customer_id = c.customer_id and p.kind = 'PHONE'
            where n.number = ?
              and not exists (select from fairlead.contact on_line where on_line.client_id = c.client_id
                              and on_line.customer_id = c.customer_id and on_line.closed_at is null)
            order by c.language = n.language desc,
              (select count(*) from fairlead.customer_note w
               where w.client_id = c.client_id and w.customer_id = c.customer_id) desc,
              random()
            limit 1
            """;

    private DemoCaller() {}

    /** The numbers that lead to a queue, if this is none of them; empty if it is one. */
    public static List<String> insteadOf(Connection engine, String dialled) throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (Statement ask = engine.createStatement();
                ResultSet row = ask.executeQuery("select number from fairlead.dialled_number order by number")) {
            while (row.next()) {
                numbers.add(row.getString(1));
            }
        }
        return numbers.contains(dialled) ? List.of() : numbers;
    }

    /** The number to ring from; empty where the dialled number is nobody's or no customer is free. */
    public static Optional<String> of(Connection engine, String dialled) throws SQLException {
        try (PreparedStatement choose = engine.prepareStatement(CHOOSE)) {
            choose.setString(1, dialled);
            try (ResultSet chosen = choose.executeQuery()) {
                return chosen.next() ? Optional.of(chosen.getString(1)) : Optional.empty();
            }
        }
    }
}
