package org.fairlead.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.launcher.postgres.DatabaseSetup;
import org.fairlead.launcher.postgres.Folders;
import org.fairlead.launcher.postgres.PostgresFailure;
import org.fairlead.launcher.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A migrated database for a test. One PostgreSQL for the whole JVM, started at the first call in a temporary folder and
 * on a free port, with fsync off; each {@link #migrated()} is a copy of a migrated template, so that tests do not meet.
 * What is measured runs on {@link #asShipped()}, which writes as the real one does.
 *
 * <pre>{@code
 * try (ThrowawayPostgres database = ThrowawayPostgres.migrated();
 *      Connection app = database.connect(DatabaseRole.APP)) { ... }
 * }</pre>
 */
public final class ThrowawayPostgres implements AutoCloseable {

    private static final String PASSWORD = "throwaway";
    private static final Map<DatabaseRole, String> PASSWORDS =
            Map.of(DatabaseRole.OWNER, PASSWORD, DatabaseRole.APP, PASSWORD, DatabaseRole.ENGINE, PASSWORD);
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Nothing of a test outlives it. */
    private static final Map<String, String> HASTY =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "shared_buffers", "32MB");

    private static @Nullable PostgresServer running;
    private static @Nullable PostgresServer shipped;

    private final PostgresServer server;
    private final String name;

    private ThrowawayPostgres(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A database with the present schema and no data. */
    public static ThrowawayPostgres migrated() {
        return copyOf(server(), "fairlead_empty");
    }

    /** The same on a server with the settings of the one that ships: what it commits is on the disk. For measurements. */
    public static ThrowawayPostgres asShipped() {
        return copyOf(shippedServer(), "fairlead_empty");
    }

    /** A database with the present schema and the demo data. */
    public static ThrowawayPostgres seeded() {
        return copyOf(server(), "fairlead_demo");
    }

    /** A new connection as one of the roles. */
    public Connection connect(DatabaseRole role) throws SQLException {
        return DriverManager.getConnection(url(), role.role(), PASSWORD);
    }

    /** A data source as one of the roles; it opens a connection at each call. */
    public DataSource dataSource(DatabaseRole role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(role.role());
        source.setPassword(PASSWORD);
        return source;
    }

    /** The address for JDBC. */
    public String url() {
        return server.url(name);
    }

    /** Of every role, for a process that connects by itself. */
    public String password() {
        return PASSWORD;
    }

    /** Drops this database; the server lives on until the JVM ends. */
    @Override
    public void close() {
        superuser(server, "drop database if exists " + name + " with (force)");
    }

    private static ThrowawayPostgres copyOf(PostgresServer server, String template) {
        String name = "fairlead_" + COUNT.incrementAndGet();
        superuser(server, "create database " + name + " template " + template);
        return new ThrowawayPostgres(server, name);
    }

    private static synchronized PostgresServer server() {
        PostgresServer known = running;
        if (known == null) {
            known = started(HASTY);
            running = known;
        }
        return known;
    }

    private static synchronized PostgresServer shippedServer() {
        PostgresServer known = shipped;
        if (known == null) {
            known = started(Map.of());
            shipped = known;
        }
        return known;
    }

    private static PostgresServer started(Map<String, String> settings) {
        try {
            return start(settings);
        } catch (IOException | SQLException e) {
            throw new PostgresFailure("no throwaway database", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("interrupted while a throwaway database started", e);
        }
    }

    private static PostgresServer start(Map<String, String> settings)
            throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("fairlead-throwaway");
        PostgresServer server =
                PostgresServer.of(binaries(), folder, freePort(), folder.resolve("log"), PASSWORD, settings);
        server.create();
        Process process = server.start();
        server.awaitAnswer(process);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, folder), "throwaway-postgres-end"));
        template(server, "fairlead_empty", false);
        template(server, "fairlead_demo", true);
        return server;
    }

    private static void template(PostgresServer server, String name, boolean demo) throws SQLException, IOException {
        ClassLoader code = Thread.currentThread().getContextClassLoader();
        DatabaseSetup setup = new DatabaseSetup(server, name, PASSWORDS);
        setup.makeRoles();
        setup.migrate(code);
        setup.makeMonths(Clock.systemUTC());
        if (demo) {
            setup.seedDemo(code);
        }
    }

    private static void end(Process process, Path folder) {
        process.destroyForcibly().onExit().join();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.getLogger(ThrowawayPostgres.class.getName())
                    .log(System.Logger.Level.WARNING, "left behind: " + folder, e);
        }
    }

    private static void superuser(PostgresServer server, String sql) {
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new PostgresFailure(sql, e);
        }
    }

    /** Unpacked once for each user of the machine, not once for each test run. */
    private static Path binaries() {
        return Path.of(
                System.getProperty("java.io.tmpdir"), "fairlead-postgres-" + System.getProperty("user.name"), "18.6.0");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
