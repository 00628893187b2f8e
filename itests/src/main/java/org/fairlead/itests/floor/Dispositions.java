package org.fairlead.itests.floor;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.fairlead.itests.stack.Stack;

/** The outcomes that an agent may choose, by client and programme as the desk names them. */
final class Dispositions {

    /** Callbacks want a date, do-not-call changes lists: virtual agents leave both alone. */
    private static final String QUERY =
            """
            select p.client_id, p.name, d.code from disposition d
            join program p on p.client_id = d.client_id and p.program_id = d.program_id
            where d.category not in ('CALLBACK', 'DO_NOT_CALL') order by d.digit
            """;

    private final Map<String, List<String>> codes = new HashMap<>();

    Dispositions(Stack stack) throws SQLException, IOException {
        try (Connection engine = stack.engine();
                PreparedStatement select = engine.prepareStatement(QUERY);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                codes.computeIfAbsent(key(row.getInt(1), row.getString(2)), k -> new ArrayList<>())
                        .add(row.getString(3));
            }
        }
    }

    String choose(int client, String program, RandomGenerator random) {
        List<String> choice = codes.getOrDefault(key(client, program), List.of());
        if (choice.isEmpty()) {
            throw new IllegalStateException("no disposition for program " + program + " of client " + client);
        }
        return choice.get(random.nextInt(choice.size()));
    }

    private static String key(int client, String program) {
        return client + "/" + program;
    }
}
