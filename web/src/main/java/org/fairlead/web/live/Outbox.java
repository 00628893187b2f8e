package org.fairlead.web.live;

import jakarta.websocket.SendResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one browser: at most one message a topic, the latest. One send is out at a time; whoever
 * puts something in never waits.
 */
final class Outbox {

    /** Sends a text and reports back, on whatever thread. */
    interface Wire {
        void send(String text, Consumer<SendResult> done);
    }

    private final Wire wire;
    private final Map<String, String> waiting = new LinkedHashMap<>();
    private boolean sending;
    private boolean broken;

    Outbox(Wire wire) {
        this.wire = wire;
    }

    void put(String topic, String text) {
        synchronized (waiting) {
            if (broken) {
                return;
            }
            waiting.remove(topic);
            waiting.put(topic, text);
            if (sending) {
                return;
            }
            sending = true;
        }
        next();
    }

    private void next() {
        String text = take();
        if (text != null) {
            wire.send(text, this::sent);
        }
    }

    private void sent(SendResult result) {
        if (!result.isOK()) {
            synchronized (waiting) {
                broken = true;
                sending = false;
                waiting.clear();
            }
            return;
        }
        next();
    }

    private @Nullable String take() {
        synchronized (waiting) {
            var first = waiting.entrySet().iterator();
            if (!first.hasNext()) {
                sending = false;
                return null;
            }
            String text = first.next().getValue();
            first.remove();
            return text;
        }
    }
}
