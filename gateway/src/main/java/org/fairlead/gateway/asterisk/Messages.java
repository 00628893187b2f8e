package org.fairlead.gateway.asterisk;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.gateway.time.Timeline;

/** What customers said into voicemails: fetched from the engine, told, and only then deleted there. */
final class Messages {

    private static final Log LOG = Log.of(Messages.class);
    private static final Duration SETTLES = Duration.ofMillis(500);
    private static final int TRIES = 4;
    private static final int MISSING = 404;

    private final AriLink ari;
    private final Timeline timeline;
    private final BiConsumer<UUID, byte[]> told;
    private final Set<UUID> fetching = new HashSet<>();

    Messages(AriLink ari, Timeline timeline, BiConsumer<UUID, byte[]> told) {
        this.ari = ari;
        this.timeline = timeline;
        this.told = told;
    }

    static String nameOf(UUID call) {
        return "voicemail-" + call;
    }

    /**
     * Fetches what was said in a call, if anything was.
     *
     * @param expected it was being recorded, so there is something, be it stored a moment later
     */
    void collect(UUID call, boolean expected) {
        if (fetching.add(call)) {
            timeline.after(SETTLES, () -> fetch(call, expected, 1));
        }
    }

    private void fetch(UUID call, boolean expected, int attempt) {
        ari.download(
                "recordings/stored/" + AriRequest.part(nameOf(call)) + "/file",
                audio -> {
                    fetching.remove(call);
                    told.accept(call, audio);
                    ari.send(AriRequest.delete("recordings/stored/" + AriRequest.part(nameOf(call))), answer -> {});
                },
                status -> {
                    boolean nothing = status == MISSING && !expected;
                    if (nothing || attempt >= TRIES) {
                        fetching.remove(call);
                        if (!nothing) {
                            LOG.say(LogMessage.MESSAGE_LEFT, "call", call, "status", status);
                        }
                    } else {
                        timeline.after(SETTLES.multipliedBy(1L << attempt), () -> fetch(call, expected, attempt + 1));
                    }
                });
    }
}
