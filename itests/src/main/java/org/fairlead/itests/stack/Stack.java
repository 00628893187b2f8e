package org.fairlead.itests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where a running stack is reached, and with which secrets.
 *
 * @param state its state folder
 * @param base the first of its ports; the others are counted from it
 */
public record Stack(Path state, int base) {

    private static final int BROKER = 20;
    private static final int DATABASE = 30;
    private static final int CONTROL = 40;
    private static final int SIGN_IN = 100;

    /** The port base that a running stack has noted. */
    public static int baseIn(Path runFile) throws IOException {
        JsonNode run = new ObjectMapper().readTree(Files.readString(runFile));
        return run.path("ports").path("http").asInt();
    }

    /** What the launcher wrote about the run. */
    public Path runFile() {
        return state.resolve("run/run.json");
    }

    public URI console() {
        return noted("console", "http://127.0.0.1:" + base);
    }

    public URI signIn() {
        return noted("signIn", "http://127.0.0.1:" + (base + SIGN_IN));
    }

    public URI control() {
        return URI.create("http://127.0.0.1:" + (base + CONTROL));
    }

    /** Scheme, host and port as the launcher noted them: these two may listen elsewhere than on the loopback address. */
    private URI noted(String name, String otherwise) {
        Path run = state.resolve("run/run.json");
        try {
            String url = Files.exists(run)
                    ? new ObjectMapper()
                            .readTree(Files.readString(run))
                            .path("urls")
                            .path(name)
                            .asText(otherwise)
                    : otherwise;
            URI whole = URI.create(url);
            return URI.create(whole.getScheme() + "://" + whole.getAuthority());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int brokerPort() {
        return base + BROKER;
    }

    public String secret(String name) throws IOException {
        return Files.readString(state.resolve("secrets").resolve(name + ".txt")).strip();
    }

    /** A connection that sees the rows of every client. */
    public Connection engine() throws SQLException, IOException {
        return connect("fairlead_engine", "db-engine");
    }

    /** A connection as the owner of the tables, for what a bench puts beside them. */
    public Connection owner() throws SQLException, IOException {
        return connect("fairlead_owner", "db-owner");
    }

    private Connection connect(String role, String secret) throws SQLException, IOException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", secret(secret));
        properties.setProperty("reWriteBatchedInserts", "true");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + (base + DATABASE) + "/fairlead?currentSchema=fairlead", properties);
    }
}
