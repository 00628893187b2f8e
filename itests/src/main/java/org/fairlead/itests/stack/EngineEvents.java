package org.fairlead.itests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All that an Asterisk tells, as it tells it itself: neither gateway nor server has a part in it. */
public final class EngineEvents implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final String ACCOUNT = "fairlead";

    private final ObjectMapper json = new ObjectMapper();
    private final Consumer<JsonNode> each;
    private final WebSocket socket;

    /**
     * Hears it until it is closed.
     *
     * @param application under which nobody else listens there
     */
    public EngineEvents(String host, int ari, String password, String application, Consumer<JsonNode> each) {
        this.each = each;
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", authorization(password))
                .connectTimeout(CONNECT)
                .buildAsync(
                        URI.create(
                                "ws://" + host + ":" + ari + "/ari/events?app=" + application + "&subscribeAll=true"),
                        new Ear())
                .join();
    }

    /** Who speaks with an engine that the launcher made says this. */
    public static String authorization(String password) {
        byte[] account = (ACCOUNT + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(account);
    }

    private void take(String text) {
        try {
            each.accept(json.readTree(text));
        } catch (IOException e) {
            throw new IllegalStateException("the engine speaks no JSON", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** A text may come in pieces. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder piece = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            piece.append(data);
            if (last) {
                String text = piece.toString();
                piece.setLength(0);
                take(text);
            }
            from.request(1);
            return null;
        }
    }
}
