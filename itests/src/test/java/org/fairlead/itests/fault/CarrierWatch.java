package org.fairlead.itests.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fairlead.itests.stack.Stack;
import org.fairlead.launcher.telephony.SiteTelephony;
import org.jspecify.annotations.Nullable;

/**
 * Whom the sites really dialled: each call that reached the carrier, as the carrier's engine told it. No gateway and no
 * server has a part in it, so it counts on whatever of them dies.
 */
final class CarrierWatch implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final List<String> dialled = new CopyOnWriteArrayList<>();
    private final ObjectMapper json = new ObjectMapper();
    private final WebSocket socket;

    CarrierWatch(Stack stack, int ari) throws IOException {
        String account = "fairlead:" + stack.secret("telephony");
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                .connectTimeout(CONNECT)
                .buildAsync(
                        URI.create("ws://" + SiteTelephony.CARRIER + ":" + ari
                                + "/ari/events?app=watch&subscribeAll=true"),
                        new Ear())
                .join();
    }

    /** The numbers that were dialled, each as often as it was. */
    List<String> numbers() {
        List<String> numbers = new ArrayList<>(dialled);
        numbers.removeIf(each -> !each.startsWith("+"));
        return numbers;
    }

    private void take(String text) {
        try {
            JsonNode event = json.readTree(text);
            if (event.path("type").asText().equals("ChannelCreated")) {
                JsonNode channel = event.path("channel");
                if (channel.path("dialplan").path("context").asText().equals("from-site")) {
                    dialled.add(channel.path("dialplan").path("exten").asText());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the carrier speaks no JSON", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

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
