package org.fairlead.itests.fault;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.itests.stack.Stack;

/** What stands in the books of all clients, asked as the engine. */
final class Books {

    private final Stack stack;

    Books(Stack stack) {
        this.stack = stack;
    }

    long count(String sql, Object... values) throws SQLException, IOException {
        return Long.parseLong(column(sql, values).get(0));
    }

    /** The first column. */
    List<String> column(String sql, Object... values) throws SQLException, IOException {
        List<String> rows = new ArrayList<>();
        try (Connection engine = stack.engine();
                PreparedStatement select = engine.prepareStatement(sql)) {
            fill(select, values);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
        }
        return rows;
    }

    void change(String sql, Object... values) throws SQLException, IOException {
        try (Connection engine = stack.engine();
                PreparedStatement update = engine.prepareStatement(sql)) {
            fill(update, values);
            update.executeUpdate();
        }
    }

    /** A person of one client. */
    void hire(String login, int client) throws SQLException, IOException {
        UUID person = UUID.randomUUID();
        change(
                "insert into person (person_id, login, name, site_id, language) values (?, ?, 'Tries', 3, 'en')",
                person,
                login);
        change("insert into person_client (client_id, person_id) values (?, ?)", client, person);
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
