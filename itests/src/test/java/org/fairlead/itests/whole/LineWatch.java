package org.fairlead.itests.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fairlead.itests.stack.EngineEvents;

/** What an engine plays, and to whom, as it tells itself: neither gateway nor server has a part in it. */
final class LineWatch implements AutoCloseable {

    static final String APPLICATION = "ear";

    private final List<Played> played = new CopyOnWriteArrayList<>();
    private final Map<String, String> callOf = new ConcurrentHashMap<>();
    private final Map<String, String> dialled = new ConcurrentHashMap<>();
    private final EngineEvents events;

    private record Played(String channel, String media) {}

    LineWatch(String host, int ari, String password) {
        events = new EngineEvents(host, ari, password, APPLICATION, this::take);
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

    private void take(JsonNode event) {
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
    }

    @Override
    public void close() {
        events.close();
    }
}
