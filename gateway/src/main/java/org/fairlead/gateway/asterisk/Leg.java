package org.fairlead.gateway.asterisk;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;

/** One party's connection: a channel of the engine, from its creation until it is destroyed. */
final class Leg {

    private static final Log LOG = Log.of(Leg.class);

    /** The channel could not even be made: nobody is registered there. */
    static final int NOT_REACHED = -1;

    /** The engine lost it. */
    static final int ENGINE_GONE = -2;

    private static final int SILENCE_SECONDS = 6;

    /** Who cares for a leg. */
    interface Ear {
        default void ringing(Leg leg) {}

        /** It answered. */
        default void up(Leg leg) {}

        /** It is over. */
        void gone(Leg leg, int cause);

        default void key(Leg leg, String key) {}

        /** A prompt on it has ended. */
        default void played(Leg leg, String playback) {}

        /** What was recorded of it is done. */
        default void recorded(Leg leg, int seconds) {}

        /** The dialplan gave it back. */
        default void returned(Leg leg, List<String> arguments) {}
    }

    private final String channel;
    private final Switchboard board;
    private Ear ear;
    private boolean rang;
    private boolean up;
    private boolean gone;
    private int timeoutSeconds;
    private boolean awaitsDial;
    private boolean ending;

    Leg(String channel, Switchboard board, Ear ear, boolean up) {
        this.channel = channel;
        this.board = board;
        this.ear = ear;
        this.up = up;
    }

    String channel() {
        return channel;
    }

    void heardBy(Ear other) {
        ear = other;
    }

    /** Whether it is a customer's, with which the call stands and falls. */
    boolean isCustomers() {
        return ear instanceof AsteriskCall;
    }

    /** Whether it rang, or was in progress, before it came to an end. */
    boolean rang() {
        return rang;
    }

    boolean up() {
        return up && !gone;
    }

    boolean gone() {
        return gone;
    }

    /** Makes the channel and lets it ring. */
    void dial(String endpoint, int seconds, Map<String, String> variables) {
        dial(endpoint, seconds, variables, "");
    }

    /** @param formats that the far end is offered, in this order; empty: as its endpoint says */
    void dial(String endpoint, int seconds, Map<String, String> variables, String formats) {
        timeoutSeconds = seconds;
        awaitsDial = true;
        AriRequest create = AriRequest.post("channels/create")
                .with("endpoint", endpoint)
                .with("app", board.application())
                .with("appArgs", "leg")
                .with("channelId", channel);
        board.ari()
                .send(
                        (formats.isEmpty() ? create : create.with("formats", formats)).withVariables(variables),
                        answer -> {
                            if (!answer.done()) {
                                over(answer.status() == 0 ? ENGINE_GONE : NOT_REACHED);
                            }
                        });
    }

    void entered(List<String> arguments) {
        if (awaitsDial) {
            awaitsDial = false;
            ask(AriRequest.post(path("/dial")).with("timeout", timeoutSeconds));
        } else {
            ear.returned(this, arguments);
        }
    }

    void rings() {
        if (!rang && !up) {
            rang = true;
            ear.ringing(this);
        }
    }

    void answered() {
        if (!up && !gone) {
            up = true;
            ear.up(this);
        }
    }

    void over(int cause) {
        if (!gone) {
            gone = true;
            board.forget(this);
            ear.gone(this, cause);
        }
    }

    void key(String key) {
        ear.key(this, key);
    }

    void played(String playback) {
        ear.played(this, playback);
    }

    void recorded(int seconds) {
        ear.recorded(this, seconds);
    }

    void ring() {
        ask(AriRequest.post(path("/ring")));
    }

    void answer() {
        up = true;
        ask(AriRequest.post(path("/answer")));
    }

    /** Ends it; {@link Ear#gone} follows when the engine says so. */
    void hangUp() {
        if (!gone) {
            ending = true;
            ask(AriRequest.delete(path("")).with("reason", "normal"));
        }
    }

    /** There is a connection again, and the engine has it still: what was asked for its end may not have arrived. */
    void endAgain() {
        if (ending) {
            hangUp();
        }
    }

    /** Ends it with a cause that the far end is told. */
    void hangUp(int cause) {
        if (!gone) {
            ask(AriRequest.delete(path("")).with("reason_code", cause));
        }
    }

    void play(String media, String playback, Consumer<AriAnswer> then) {
        board.ari().send(AriRequest.post(path("/play")).with("media", media).with("playbackId", playback), then);
    }

    void stop(String playback) {
        board.ari().send(AriRequest.delete("playbacks/" + AriRequest.part(playback)), answer -> {});
    }

    /** Records what it says until it falls silent, presses #, or the time is over. */
    void record(String name, int mostSeconds, Consumer<AriAnswer> then) {
        board.ari()
                .send(
                        AriRequest.post(path("/record"))
                                .with("name", name)
                                .with("format", "ulaw")
                                .with("maxDurationSeconds", mostSeconds)
                                .with("maxSilenceSeconds", SILENCE_SECONDS)
                                .with("ifExists", "overwrite")
                                .with("terminateOn", "#"),
                        then);
    }

    /**
     * Lets another leg hear what this one hears and says.
     *
     * @param whisper where what the other says is heard: {@code out} to this leg's end, or {@code none}
     */
    void snoop(Leg by, String whisper, Consumer<AriAnswer> then) {
        board.ari()
                .send(
                        AriRequest.post(path("/snoop/" + AriRequest.part(by.channel)))
                                .with("spy", "both")
                                .with("whisper", whisper)
                                .with("app", board.application())
                                .with("appArgs", "snoop"),
                        then);
    }

    void music(boolean on) {
        ask(on ? AriRequest.post(path("/moh")) : AriRequest.delete(path("/moh")));
    }

    void mute(boolean on) {
        AriRequest request = on ? AriRequest.post(path("/mute")) : AriRequest.delete(path("/mute"));
        ask(request.with("direction", "in"));
    }

    void press(String keys) {
        ask(AriRequest.post(path("/dtmf")).with("dtmf", keys));
    }

    void continueIn(String context) {
        ask(AriRequest.post(path("/continue"))
                .with("context", context)
                .with("extension", "s")
                .with("priority", 1));
    }

    void set(String variable, String value) {
        ask(AriRequest.post(path("/variable")).with("variable", variable).with("value", value));
    }

    private String path(String rest) {
        return "channels/" + AriRequest.part(channel) + rest;
    }

    private void ask(AriRequest request) {
        board.ari().send(request, answer -> {
            if (!answer.done() && !gone && answer.status() != 0) {
                LOG.say(
                        LogMessage.ENGINE_REFUSES,
                        "request",
                        request.method() + " " + request.uri(),
                        "status",
                        answer.status(),
                        "reason",
                        answer.reason());
            }
        });
    }
}
