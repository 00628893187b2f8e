package org.fairlead.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One PostgreSQL on the loopback interface with a data folder of its own: made at the first start, kept after it. It is
 * a child of this process, in the foreground, so that its end is seen.
 */
public final class PostgresServer {

    /** The role that {@code initdb} makes; used to make the other roles, and for nothing else. */
    public static final String SUPERUSER = "postgres";

    private static final int START_SECONDS = 60;

    private final Path home;
    private final Path folder;
    private final int port;
    private final Path log;
    private final String password;
    private final Map<String, String> settings;
    private final Unprivileged unprivileged;

    private PostgresServer(Path home, Path folder, int port, Path log, String password, Map<String, String> settings)
            throws IOException {
        this.home = PostgresBinaries.unpackedTo(home);
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.log = log;
        this.password = password;
        this.settings = settings;
        this.unprivileged = Unprivileged.here();
    }

    /**
     * A server that is not yet started.
     *
     * @param home where the binaries are, or will be unpacked
     * @param folder the data are in its folder {@code data}
     * @param settings go over the defaults, for example {@code fsync -> off} for a throwaway
     */
    public static PostgresServer of(
            Path home, Path folder, int port, Path log, String password, Map<String, String> settings)
            throws IOException {
        return new PostgresServer(home, folder, port, log, password, settings);
    }

    /** Makes the data folder where there is none. @return true if it was made now */
    public boolean create() throws IOException, InterruptedException {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            unprivileged.own(folder);
            return false;
        }
        Folders.delete(data());
        Folders.delete(half()); // a first start that was cut off
        Files.createDirectories(folder);
        Path passwordFile = folder.resolve("superuser");
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password, StandardOpenOption.WRITE);
        unprivileged.own(folder);
        try {
            runToEnd(List.of(
                    bin("initdb"),
                    "--pgdata=" + half(),
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums",
                    "--no-instructions"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(half(), data());
        return true;
    }

    /** Starts the server; {@link #awaitAnswer} waits until it is ready. */
    public Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(bin("postgres"), "-D", data().toString()));
        defaults().forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + settings.getOrDefault(name, value));
        });
        Process process = new ProcessBuilder(Detached.command(unprivileged.wrap(command)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return process;
    }

    /** Stops the server: running transactions are rolled back, nothing that was committed is lost. */
    public void stop(Process process) throws IOException, InterruptedException {
        if (process.isAlive()) {
            runToEnd(List.of(bin("pg_ctl"), "stop", "-D", data().toString(), "-m", "fast", "-w", "-t", "30"));
        }
    }

    /** The address for JDBC of one of its databases. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection of the superuser. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, password);
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Where a data folder is made: it gets its name when it is whole. */
    private Path half() {
        return folder.resolve("data.half");
    }

    private Map<String, String> defaults() {
        Map<String, String> all = new java.util.LinkedHashMap<>();
        all.put("port", Integer.toString(port));
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", "");
        all.put("timezone", "UTC");
        all.put("log_timezone", "UTC");
        all.put("password_encryption", "scram-sha-256");
        all.put("max_connections", "120");
        all.put("max_prepared_transactions", "64"); // XA
        all.put("shared_buffers", "96MB");
        all.put("max_wal_size", "512MB");
        all.put("fsync", "on");
        all.put("synchronous_commit", "on");
        all.put("full_page_writes", "on");
        all.put("jit", "off"); // short statements only
        all.put("max_parallel_workers_per_gather", "0");
        return all;
    }

    /** Waits until the server answers, and ends it if it does not. */
    public void awaitAnswer(Process process) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        String last = "";
        while (System.nanoTime() < until) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new PostgresFailure("PostgreSQL ended with " + process.exitValue() + ", see " + log);
            }
            try (Connection connection = superuser("postgres")) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                last = String.valueOf(e.getMessage());
            }
        }
        process.destroyForcibly();
        throw new PostgresFailure("PostgreSQL did not answer in " + START_SECONDS + " s (" + last + "), see " + log);
    }

    private void runToEnd(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Detached.command(unprivileged.wrap(command)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new PostgresFailure(command.get(0) + " did not end in 120 s, see " + log);
            }
        } finally {
            process.destroyForcibly(); // nobody waits for it any more
        }
        if (process.exitValue() != 0) {
            throw new PostgresFailure(command.get(0) + " ended with " + process.exitValue() + ", see " + log);
        }
    }

    private String bin(String name) {
        return home.resolve("bin").resolve(name).toAbsolutePath().toString();
    }
}
