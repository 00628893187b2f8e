package org.fairlead.launcher.parts;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.launcher.postgres.DatabaseSetup;
import org.fairlead.launcher.postgres.PostgresFailure;
import org.fairlead.launcher.postgres.PostgresServer;
import org.fairlead.launcher.state.Build;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.Secrets;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.StateFolder;
import org.fairlead.launcher.state.Words;

/** PostgreSQL with a lasting data folder, brought to the present schema at every start. */
public final class DatabasePart {

    public static final String DATABASE = "fairlead";

    private final PostgresServer server;
    private final DatabaseSetup setup;
    private final Path log;

    public DatabasePart(StateFolder state, Ports ports, Secrets secrets) throws IOException {
        this.log = state.log().resolve("postgres.log");
        this.server = PostgresServer.of(
                state.dist().resolve("postgres-18.6.0"),
                state.postgres(),
                ports.database(),
                log,
                secrets.of("db-superuser"),
                Map.of());
        this.setup = new DatabaseSetup(
                server,
                DATABASE,
                Map.of(
                        DatabaseRole.OWNER, secrets.of("db-owner"),
                        DatabaseRole.APP, secrets.of("db-app"),
                        DatabaseRole.ENGINE, secrets.of("db-engine")));
    }

    /** Starts it, making the data folder the first time. */
    public void start(Started started) throws StartFailure, IOException, InterruptedException {
        try {
            server.create();
            PartProcess process = PartProcess.of(Part.DATABASE, server::start, log);
            started.process(process);
            server.awaitAnswer(process.process());
        } catch (PostgresFailure e) {
            throw new StartFailure(Words.of("database.failed", e.getMessage()), Words.of("part.died.advice", log), e);
        }
    }

    /** @return how many migrations were applied now */
    public int migrate(Build build, Clock clock) throws StartFailure, IOException {
        try (URLClassLoader code = build.migrations()) {
            setup.makeRoles();
            int migrations = setup.migrate(code);
            setup.makeMonths(clock);
            setup.seedDemo(code);
            return migrations;
        } catch (SQLException | org.flywaydb.core.api.FlywayException e) {
            throw new StartFailure(
                    Words.of("migration.failed", e.getMessage()), Words.of("migration.failed.advice"), e);
        }
    }

    /** Ends it; what was committed is kept. */
    public void stop(PartProcess process) throws IOException, InterruptedException {
        server.stop(process.process());
    }
}
