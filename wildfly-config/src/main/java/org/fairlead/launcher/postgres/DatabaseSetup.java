package org.fairlead.launcher.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;

/**
 * Brings one database to the present schema: roles, schema, migrations as its owner, months, demo data. Safe to run at
 * every start.
 */
public final class DatabaseSetup {

    /** The schema in which everything lives. */
    public static final String SCHEMA = "fairlead";

    private static final int MONTHS_AHEAD = 3;
    private static final String AT_EVERY_START = "E";

    /** Kept, because the logging framework holds its loggers weakly. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final PostgresServer server;
    private final String database;
    private final Map<DatabaseRole, String> passwords;

    public DatabaseSetup(PostgresServer server, String database, Map<DatabaseRole, String> passwords) {
        this.server = server;
        this.database = database;
        this.passwords = Map.copyOf(passwords);
    }

    /** A connection as one of the roles. */
    public Connection connect(DatabaseRole role) throws SQLException {
        return DriverManager.getConnection(server.url(database), role.role(), password(role));
    }

    /** Makes roles, database and schema where they are missing, and sets the roles' passwords. */
    public void makeRoles() throws SQLException {
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement()) {
            for (DatabaseRole role : DatabaseRole.values()) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + role.role() + "'")) {
                    statement.execute("create role " + role.role() + " login");
                }
                statement.execute("alter role " + role.role()
                        + " nosuperuser nocreatedb nocreaterole nobypassrls password '"
                        + password(role).replace("'", "''") + "'");
                statement.execute("alter role " + role.role() + " set search_path = " + SCHEMA);
                statement.execute("alter role " + role.role() + " set timezone = 'UTC'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + database + "'")) {
                statement.execute("create database " + database + " owner " + DatabaseRole.OWNER.role());
                statement.execute("revoke all on database " + database + " from public");
                statement.execute("grant connect on database " + database + " to " + DatabaseRole.APP.role() + ", "
                        + DatabaseRole.ENGINE.role());
            }
        }
        try (Connection connection = connect(DatabaseRole.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists " + SCHEMA);
        }
    }

    /**
     * Numbers are dealt out by room, so that rooms are built side by side: a lower number may land after a higher one,
     * and a folder made in between still needs it. That is sound as long as a migration touches its own room's tables
     * and those of V001 to V031 alone; in the order of the numbers, which a new folder takes, all of them are tested.
     *
     * @param code where {@code db/migration} is found
     * @return how many migrations were applied now
     */
    public int migrate(ClassLoader code) {
        FLYWAY.setLevel(Level.WARNING);
        return Flyway.configure(code)
                .dataSource(server.url(database), DatabaseRole.OWNER.role(), password(DatabaseRole.OWNER))
                .locations("classpath:db/migration")
                .defaultSchema(SCHEMA)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .outOfOrder(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** Makes the partitions of this month and of the next ones. */
    public void makeMonths(Clock clock) throws SQLException {
        LocalDate first = LocalDate.now(clock.withZone(ZoneOffset.UTC)).withDayOfMonth(1);
        try (Connection connection = connect(DatabaseRole.ENGINE);
                Statement statement = connection.createStatement()) {
            for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
                statement.execute("call make_month(date '" + first.plusMonths(ahead) + "')");
            }
        }
    }

    /**
     * Runs the scripts in {@code db/demo}, in the order of their names, if there is no client yet; those that begin with
     * an E at every start: they add what later versions brought, and change nothing where it is.
     */
    public boolean seedDemo(ClassLoader code) throws SQLException, IOException {
        try (Connection connection = connect(DatabaseRole.ENGINE);
                Statement statement = connection.createStatement()) {
            boolean first = !exists(statement, "select 1 from client");
            connection.setAutoCommit(false);
            for (SqlScript script : SqlScript.in(code, "db/demo")) {
                if (!first && !script.name().startsWith(AT_EVERY_START)) {
                    continue;
                }
                try {
                    statement.execute(script.text());
                } catch (SQLException e) {
                    throw new SQLException(script.name() + ": " + e.getMessage(), e.getSQLState(), e);
                }
            }
            connection.commit();
            return first;
        }
    }

    private String password(DatabaseRole role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new PostgresFailure("no password for " + role.role());
        }
        return password;
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
