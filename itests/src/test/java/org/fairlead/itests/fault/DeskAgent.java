package org.fairlead.itests.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fairlead.itests.stack.ConsoleSession;
import org.fairlead.itests.stack.Stack;
import org.jspecify.annotations.Nullable;

/** An agent who does what the test says, over the desk's own requests. */
final class DeskAgent {

    private static final int PING_SECONDS = 20;

    private static final ScheduledExecutorService PINGS = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "desk-pings");
        thread.setDaemon(true);
        return thread;
    });

    private final Stack stack;
    private final String login;
    private final String password;
    private final ObjectMapper json = new ObjectMapper();
    private ConsoleSession session;
    private Future<?> pings = CompletableFuture.completedFuture(null);

    DeskAgent(Stack stack, String login, String password) {
        this.stack = stack;
        this.login = login;
        this.password = password;
        this.session = new ConsoleSession(stack.console());
    }

    String login() {
        return login;
    }

    /** Signs in with a browser that has been nowhere yet, and opens the desk with its push. */
    void comeIn() throws IOException, InterruptedException {
        session = new ConsoleSession(stack.console());
        HttpResponse<String> page = session.logIn(login, password, "/desk.xhtml");
        if (page.statusCode() != 200) {
            throw new IOException("the desk page answers " + page.statusCode() + " to " + login);
        }
        openDesk();
    }

    /** The same browser again, after the server was away: the sign-in still knows it, so that nobody types anything. */
    void comeBack() throws IOException, InterruptedException {
        HttpResponse<String> page = session.get("/desk.xhtml");
        if (page.statusCode() != 200 || !page.uri().getPath().equals("/desk.xhtml")) {
            throw new IOException("the desk page answers " + page.statusCode() + " at " + page.uri() + " to " + login);
        }
        openDesk();
    }

    private void openDesk() throws IOException {
        String desk = UUID.randomUUID().toString();
        WebSocket push = session.push("/live?desk=" + desk, new Deaf()).join();
        pings.cancel(false);
        pings = PINGS.scheduleAtFixedRate(() -> ping(push), PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS);
        act("/open", json.createObjectNode().put("session", desk).toString());
    }

    private static void ping(WebSocket push) {
        var unused = push.sendText("ping 1", true);
    }

    void beReady() throws IOException {
        act("/presence", "{\"presence\":\"AVAILABLE\"}");
    }

    /** The desk as it is now. */
    JsonNode desk() throws IOException, InterruptedException {
        return json.readTree(session.get("/api/desk").body());
    }

    String presence() throws IOException, InterruptedException {
        return desk().path("presence").asText();
    }

    String phase() throws IOException, InterruptedException {
        return desk().path("contact").path("phase").asText();
    }

    JsonNode onContact(String contact, String action, String body) throws IOException {
        return act("/contacts/" + contact + "/" + action, body);
    }

    private JsonNode act(String path, String body) throws IOException {
        HttpResponse<String> answer = session.post("/api/desk" + path, body).join();
        if (answer.statusCode() != 200) {
            throw new IOException(login + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    /** Keeps the push open; the test asks for the desk itself. */
    private static final class Deaf implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            socket.request(1);
            return null;
        }
    }
}
