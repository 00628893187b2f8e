package org.fairlead.gateway.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All legs of one engine that this gateway cares for, by their channels; brings each event to its leg. */
final class Switchboard {

    private final Ari ari;
    private final String application;
    private final long run;
    private final Map<String, Leg> legs = new HashMap<>();

    /** @param run tells the channels of this run of the process from those of others */
    Switchboard(Ari ari, String application, long run) {
        this.ari = ari;
        this.application = application;
        this.run = run;
    }

    Ari ari() {
        return ari;
    }

    String application() {
        return application;
    }

    long run() {
        return run;
    }

    /** A leg that this gateway makes. */
    Leg outgoing(String channel, Leg.Ear ear) {
        Leg leg = new Leg(channel, this, ear, false);
        legs.put(channel, leg);
        return leg;
    }

    /** A leg that is there already; we are told of its end only if we ask for that. */
    Leg there(String channel, boolean up, Leg.Ear ear) {
        Leg leg = new Leg(channel, this, ear, up);
        legs.put(channel, leg);
        ari.send(
                AriRequest.post("applications/" + AriRequest.part(application) + "/subscription")
                        .with("eventSource", "channel:" + channel),
                answer -> {});
        return leg;
    }

    void forget(Leg leg) {
        legs.remove(leg.channel(), leg);
    }

    boolean knows(String channel) {
        return legs.containsKey(channel);
    }

    /** Ends the legs that the engine does not have any more; customers' first, since with them the call is over. */
    void reconcile(Set<String> channels) {
        List<Leg> lost = new ArrayList<>(legs.values());
        lost.removeIf(leg -> channels.contains(leg.channel()));
        lost.sort(Comparator.comparing(leg -> !leg.isCustomers()));
        lost.forEach(leg -> leg.over(Leg.ENGINE_GONE));
    }

    /** What became of a leg while there was no connection. */
    void seen(JsonNode channel) {
        Leg leg = legs.get(channel.path("id").asText());
        if (leg == null) {
            return;
        }
        if (channel.path("state").asText().equals("Up")) {
            leg.answered();
        }
        leg.endAgain();
    }

    /** Whether the event was one of a leg's. */
    boolean event(String type, JsonNode event) {
        Leg leg = legs.get(channelOf(type, event));
        if (leg == null) {
            return false;
        }
        switch (type) {
            case "StasisStart" -> leg.entered(arguments(event));
            case "Dial" -> {
                String status = event.path("dialstatus").asText();
                if (status.equals("RINGING") || status.equals("PROGRESS")) {
                    leg.rings();
                }
            }
            case "ChannelStateChange" -> {
                String state = event.path("channel").path("state").asText();
                if (state.equals("Up")) {
                    leg.answered();
                } else if (state.equals("Ringing")) {
                    leg.rings();
                }
            }
            case "ChannelDestroyed" -> leg.over(event.path("cause").asInt());
            case "ChannelDtmfReceived" -> leg.key(event.path("digit").asText());
            case "PlaybackFinished" -> leg.played(
                    event.path("playback").path("id").asText());
            case "RecordingFinished", "RecordingFailed" -> leg.recorded(
                    event.path("recording").path("duration").asInt());
            default -> {
                return true;
            }
        }
        return true;
    }

    private static String channelOf(String type, JsonNode event) {
        return switch (type) {
            case "Dial" -> event.path("peer").path("id").asText();
            case "PlaybackFinished" -> onChannel(event.path("playback"));
            case "RecordingStarted", "RecordingFinished", "RecordingFailed" -> onChannel(event.path("recording"));
            default -> event.path("channel").path("id").asText();
        };
    }

    private static String onChannel(JsonNode what) {
        String target = what.path("target_uri").asText();
        return target.startsWith("channel:") ? target.substring("channel:".length()) : "";
    }

    static List<String> arguments(JsonNode event) {
        List<String> arguments = new ArrayList<>();
        event.path("args").forEach(each -> arguments.add(each.asText()));
        return arguments;
    }
}
