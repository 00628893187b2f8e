package org.fairlead.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.SendResult;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final List<String> sent = new ArrayList<>();
    private final Deque<Consumer<SendResult>> underWay = new ArrayDeque<>();
    private final Outbox outbox = new Outbox((text, done) -> {
        sent.add(text);
        underWay.add(done);
    });

    @Test
    void aSlowBrowserGetsTheLatestOfEachTopicOnly() {
        outbox.put("floor", "floor 1");
        outbox.put("floor", "floor 2");
        outbox.put("desk", "desk 1");
        outbox.put("floor", "floor 3");

        arrive();
        arrive();
        arrive();

        assertThat(sent).containsExactly("floor 1", "desk 1", "floor 3");
    }

    @Test
    void sendsOneAtATime() {
        outbox.put("desk", "desk 1");
        outbox.put("desk", "desk 2");

        assertThat(sent).containsExactly("desk 1");
    }

    @Test
    void sendsAgainAfterItWasEmpty() {
        outbox.put("desk", "desk 1");
        arrive();

        outbox.put("desk", "desk 2");

        assertThat(sent).containsExactly("desk 1", "desk 2");
    }

    @Test
    void keepsNothingForABrokenConnection() {
        outbox.put("desk", "desk 1");
        outbox.put("desk", "desk 2");

        underWay.remove().accept(new SendResult(new IOException("reset")));
        outbox.put("desk", "desk 3");

        assertThat(sent).containsExactly("desk 1");
    }

    private void arrive() {
        underWay.remove().accept(new SendResult());
    }
}
