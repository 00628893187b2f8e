package org.fairlead.itests.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What an engine plays, and to whom, as it tells itself: neither gateway nor server has a part in it. */
final class LineWatch implements AutoCloseable {

    static final String APPLICATION = "ear";

    private final ObjectMapper json = new ObjectMapper();
    private final List<Played> played = new CopyOnWriteArrayList<>();
    private final Map<String, String> callOf = new ConcurrentHashMap<>();
    private final Map<String, String> dialled = new ConcurrentHashMap<>();
    private final WebSocket socket;

    private record Played(String channel, String media) {}

    LineWatch(URI events, String account) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", account)
                .buildAsync(URI.create(events + "?app=" + APPLICATION + "&subscribeAll=true"), new Ear())
                .join();
    }

    /** The prompts that this call's legs heard, each as {@code LANGUAGE/NAME}, the first first. */
    List<String> heardIn(UUID call) {
        return played.stream()
                .filter(each -> call.toString().equals(callOf.get(each.channel())))
                .map(each -> each.media().replaceAll(".*/([^/]+/[^/]+)", "$1"))
                .toList();
    }

    /** The telephone that rings, or rang, at this number. */
    Optional<String> channelAt(String number) {
        return dialled.entrySet().stream()
                .filter(each -> each.getValue().equals(number))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void take(String text) {
        try {
            JsonNode event = json.readTree(text);
            JsonNode channel = event.path("channel");
            String call = channel.path("channelvars").path("FAIRLEAD_CALL").asText("");
            if (!call.isEmpty()) {
                callOf.put(channel.path("id").asText(), call);
            }
            switch (event.path("type").asText()) {
                case "PlaybackStarted" -> {
                    JsonNode playback = event.path("playback");
                    String target = playback.path("target_uri").asText();
                    played.add(new Played(
                            target.replace("channel:", ""),
                            playback.path("media_uri").asText()));
                }
                case "ChannelCreated" -> dialled.put(
                        channel.path("id").asText(),
                        channel.path("dialplan").path("exten").asText());
                default -> {}
            }
        } catch (IOException e) {
            throw new IllegalStateException("the engine speaks no JSON", e);
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
