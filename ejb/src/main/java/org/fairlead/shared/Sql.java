package org.fairlead.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements with parameters, for those whose work is sets of rows. Arrays go in as one parameter each. */
public final class Sql {

    private Sql() {}

    /** Makes something of the present row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Work on a connection of its own, in the transaction that is there.
     *
     * @param what it is for, should there be none
     */
    public static <T> T in(DataSource database, String what, Function<Connection, T> work) {
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for " + what, e);
        }
    }

    public static <T> List<T> list(Connection c, Row<T> row, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepared(c, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static <T> Optional<T> one(Connection c, Row<T> row, String sql, @Nullable Object... parameters) {
        return list(c, row, sql, parameters).stream().findFirst();
    }

    /** The first column of the first row, which must be there, as a number. */
    public static int number(Connection c, String sql, @Nullable Object... parameters) {
        return one(c, row -> row.getInt(1), sql, parameters).orElseThrow();
    }

    /** @return how many rows were changed */
    public static int update(Connection c, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepared(c, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static PreparedStatement prepared(Connection c, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = c.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                set(c, statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(Connection c, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        if (value instanceof Instant at) {
            statement.setObject(index, at.atOffset(ZoneOffset.UTC));
        } else if (value instanceof ClientId client) {
            statement.setInt(index, client.value());
        } else if (value instanceof String[] texts) {
            statement.setArray(index, c.createArrayOf("text", texts));
        } else if (value instanceof UUID[] ids) {
            statement.setArray(index, c.createArrayOf("uuid", ids));
        } else if (value instanceof Integer[] numbers) {
            statement.setArray(index, c.createArrayOf("int4", numbers));
        } else if (value instanceof Boolean[] flags) {
            statement.setArray(index, c.createArrayOf("bool", flags));
        } else {
            statement.setObject(index, value);
        }
    }
}
