package org.fairlead.gateway.asterisk;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.fairlead.gateway.engine.TelephonyEngine.KeysOrder;
import org.fairlead.gateway.time.Timeline;
import org.fairlead.gateway.time.Timeline.Timer;
import org.jspecify.annotations.Nullable;

/** What a customer's leg hears while no agent talks: one prompt or the music, and the keys that are awaited. */
final class Announcer {

    private static final Timer NONE = () -> {};
    private static final Set<String> MUSIC = Set.of("music", "hold-music");

    private final Timeline timeline;
    private final Leg leg;
    private final Sounds sounds;
    private final Executor speaker;
    private int played;

    /** What is being spoken for an order that is not the last any more is not heard. */
    private int orders;

    private String current = "";
    private boolean music;
    private Runnable after = () -> {};
    private @Nullable Keys keys;

    /** @param speaker speaks texts, which takes a moment */
    Announcer(Timeline timeline, Leg leg, Sounds sounds, Executor speaker) {
        this.timeline = timeline;
        this.leg = leg;
        this.sounds = sounds;
        this.speaker = speaker;
    }

    /** Keys being collected. */
    private static final class Keys {
        private final KeysOrder order;
        private final Consumer<String> then;
        private final StringBuilder pressed = new StringBuilder();
        private Timer timer = NONE;

        Keys(KeysOrder order, Consumer<String> then) {
            this.order = order;
            this.then = then;
        }
    }

    /** Plays once; whatever was heard ends. */
    void play(String prompt, String language, Runnable end) {
        silence();
        begin(sounds.prompt(prompt, language), end);
    }

    /** Plays until the next command. */
    void repeat(String prompt, String language) {
        if (MUSIC.contains(prompt)) {
            music();
            return;
        }
        silence();
        again(sounds.prompt(prompt, language));
    }

    private void again(String media) {
        begin(media, () -> again(media));
    }

    void music() {
        silence();
        music = true;
        leg.music(true);
    }

    /** Plays a prompt or speaks a text, which the first key ends, and collects keys. */
    void collect(KeysOrder order, Consumer<String> then) {
        silence();
        if (order.text().isEmpty()) {
            collect(sounds.prompt(order.prompt(), order.language()), order, then);
            return;
        }
        int mine = orders;
        speaker.execute(() -> {
            String media = sounds.spoken(order.text(), order.language())
                    .orElseGet(() -> sounds.prompt(order.prompt(), order.language()));
            timeline.execute(() -> {
                if (mine == orders) {
                    collect(media, order, then);
                }
            });
        });
    }

    private void collect(String media, KeysOrder order, Consumer<String> then) {
        Keys fresh = new Keys(order, then);
        keys = fresh;
        begin(media, () -> awaitKeys(fresh));
    }

    private void begin(String media, Runnable end) {
        String playback = leg.channel() + "-p" + ++played;
        current = playback;
        after = end;
        leg.play(media, playback, answer -> {
            if (!answer.done()) {
                played(playback);
            }
        });
    }

    private void awaitKeys(Keys of) {
        if (keys == of) {
            of.timer.cancel();
            of.timer = timeline.after(Duration.ofSeconds(of.order.seconds()), () -> collected(of));
        }
    }

    void key(String key) {
        Keys now = keys;
        if (now == null) {
            return;
        }
        stopPrompt();
        if (!key.equals("#")) {
            now.pressed.append(key);
        }
        if (key.equals("#") || now.pressed.length() >= now.order.most()) {
            collected(now);
        } else {
            awaitKeys(now);
        }
    }

    private void collected(Keys of) {
        if (keys == of) {
            keys = null;
            of.timer.cancel();
            of.then.accept(of.pressed.toString());
        }
    }

    void played(String playback) {
        if (playback.equals(current)) {
            current = "";
            Runnable end = after;
            after = () -> {};
            end.run();
        }
    }

    /** Nothing is heard or awaited any more. */
    void silence() {
        orders++;
        if (keys != null) {
            keys.timer.cancel();
            keys = null;
        }
        stopPrompt();
        if (music) {
            music = false;
            leg.music(false);
        }
    }

    private void stopPrompt() {
        if (!current.isEmpty()) {
            String playback = current;
            current = "";
            after = () -> {};
            leg.stop(playback);
        }
    }
}
