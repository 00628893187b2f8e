package org.fairlead.itests.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fairlead.itests.stack.EngineEvents;
import org.fairlead.itests.stack.Stack;
import org.fairlead.launcher.telephony.SiteTelephony;

/**
 * Whom the sites really dialled: each call that reached the carrier, as the carrier's engine told it. No gateway and no
 * server has a part in it, so it counts on whatever of them dies.
 */
final class CarrierWatch implements AutoCloseable {

    private final List<String> dialled = new CopyOnWriteArrayList<>();
    private final EngineEvents events;

    CarrierWatch(Stack stack, int ari) throws IOException {
        events = new EngineEvents(SiteTelephony.CARRIER, ari, stack.secret("telephony"), "watch", this::take);
    }

    /** The numbers that were dialled, each as often as it was. */
    List<String> numbers() {
        List<String> numbers = new ArrayList<>(dialled);
        numbers.removeIf(each -> !each.startsWith("+"));
        return numbers;
    }

    private void take(JsonNode event) {
        if (event.path("type").asText().equals("ChannelCreated")) {
            JsonNode channel = event.path("channel");
            if (channel.path("dialplan").path("context").asText().equals("from-site")) {
                dialled.add(channel.path("dialplan").path("exten").asText());
            }
        }
    }

    @Override
    public void close() {
        events.close();
    }
}
