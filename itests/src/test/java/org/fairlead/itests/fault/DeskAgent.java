package org.fairlead.itests.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.fairlead.itests.stack.ConsoleSession;
import org.fairlead.itests.stack.Stack;
import org.jspecify.annotations.Nullable;

/** An agent who does what the test says, over the desk's own requests. */
final class DeskAgent {

    private final Stack stack;
    private final String login;
    private final String password;
    private final ObjectMapper json = new ObjectMapper();
    private ConsoleSession session;

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
        String desk = UUID.randomUUID().toString();
        session.push("/live?desk=" + desk, new Deaf()).join();
        act("/open", json.createObjectNode().put("session", desk).toString());
    }

    void beReady() throws IOException {
        act("/presence", "{\"presence\":\"AVAILABLE\"}");
    }

    /** The desk as it is now. */
    JsonNode desk() throws IOException, InterruptedException {
        return json.readTree(session.get("/api/desk").body());
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
