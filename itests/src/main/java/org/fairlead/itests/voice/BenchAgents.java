package org.fairlead.itests.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fairlead.itests.stack.ConsoleSession;
import org.fairlead.itests.stack.RealmAdmin;
import org.fairlead.itests.stack.Stack;
import org.jspecify.annotations.Nullable;

/** Agents of one queue, signed in at their desks and ready. Their telephones are sipp's. */
final class BenchAgents implements AutoCloseable {

    private static final String PASSWORD = "voice-agent";
    private static final int CLIENT = 1;
    private static final int SITE = 3;
    private static final int AT_ONCE = 4;
    private static final int PING_SECONDS = 20;

    private final Stack stack;
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> logins;
    private final List<WebSocket> desks = new ArrayList<>();
    private final ScheduledExecutorService pings = Executors.newSingleThreadScheduledExecutor();

    BenchAgents(Stack stack, List<String> logins) {
        this.stack = stack;
        this.logins = logins;
    }

    static List<String> logins(int agents) {
        List<String> logins = new ArrayList<>();
        for (int i = 1; i <= agents; i++) {
            logins.add(String.format(Locale.ROOT, "voice-%03d", i));
        }
        return logins;
    }

    /** Makes them, signs them in, and has them ready. */
    void begin(String queue) throws IOException, InterruptedException, SQLException {
        new RealmAdmin(stack).addAgents(logins, PASSWORD);
        try (Connection engine = stack.engine()) {
            engine.setAutoCommit(false);
            for (String login : logins) {
                hire(engine, login, queue);
            }
            engine.commit();
        }
        ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<WebSocket>> ways = new ArrayList<>();
            for (String login : logins) {
                ways.add(() -> comeIn(login));
            }
            for (Future<WebSocket> desk : hands.invokeAll(ways)) {
                desks.add(desk.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            hands.shutdownNow();
        }
        var unused = pings.scheduleAtFixedRate(this::ping, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
    }

    /** As the page does, so that the desk is not taken for lost. */
    private void ping() {
        for (WebSocket desk : desks) {
            var unused = desk.sendText("ping 1", true);
        }
    }

    private static void hire(Connection engine, String login, String queue) throws SQLException {
        UUID person = UUID.randomUUID();
        try (PreparedStatement insert = engine.prepareStatement(
                        "insert into person (person_id, login, name, site_id, language) values (?, ?, ?, ?, 'en')");
                PreparedStatement serves =
                        engine.prepareStatement("insert into person_client (client_id, person_id) values (?, ?)");
                PreparedStatement can = engine.prepareStatement(
                        "insert into person_skill (person_id, skill, proficiency) select ?, key, 5"
                                + " from queue, jsonb_each(skills) where client_id = ? and code = ?")) {
            insert.setObject(1, person);
            insert.setString(2, login);
            insert.setString(3, login);
            insert.setInt(4, SITE);
            insert.executeUpdate();
            serves.setInt(1, CLIENT);
            serves.setObject(2, person);
            serves.executeUpdate();
            can.setObject(1, person);
            can.setInt(2, CLIENT);
            can.setString(3, queue);
            can.executeUpdate();
        }
    }

    private WebSocket comeIn(String login) throws IOException, InterruptedException {
        ConsoleSession session = new ConsoleSession(stack.console());
        HttpResponse<String> page = session.logIn(login, PASSWORD, "/desk.xhtml");
        if (page.statusCode() != 200) {
            throw new IOException("the desk page answers " + page.statusCode() + " to " + login);
        }
        String desk = UUID.randomUUID().toString();
        WebSocket push = session.push("/live?desk=" + desk, new Deaf()).join();
        act(session, "/open", json.createObjectNode().put("session", desk));
        act(session, "/presence", json.createObjectNode().put("presence", "AVAILABLE"));
        return push;
    }

    private static void act(ConsoleSession session, String path, JsonNode body) throws IOException {
        HttpResponse<String> answer =
                session.post("/api/desk" + path, body.toString()).join();
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
    }

    /** How many could take a call now. */
    int available() throws SQLException, IOException {
        try (Connection engine = stack.engine();
                PreparedStatement select = engine.prepareStatement(
                        "select count(*) from agent_session s"
                                + " join person p using (person_id) where p.login like 'voice-%' and s.presence = 'AVAILABLE'");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() {
        pings.shutdownNow();
        desks.forEach(WebSocket::abort);
    }

    /** A desk that is there and shows; its agent's telephone does the rest. */
    private static final class Deaf implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            socket.request(1);
            return null;
        }
    }
}
