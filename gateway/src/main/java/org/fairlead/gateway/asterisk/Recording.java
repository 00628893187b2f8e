package org.fairlead.gateway.asterisk;

import java.util.UUID;
import java.util.function.Consumer;
import org.fairlead.jms.GatewayEvent.RecordingState;

/**
 * The recording of one call: what is heard in its bridge, in parts {@code CALL-1}, {@code CALL-2} where it was ended and
 * begun again. A pause is cut out.
 */
final class Recording {

    private final UUID call;
    private final Bridge bridge;
    private RecordingState state = RecordingState.OFF;
    private int parts;

    Recording(UUID call, Bridge bridge) {
        this.call = call;
        this.bridge = bridge;
    }

    /** Whether this step is possible now. */
    boolean allows(RecordingState wanted) {
        return wanted != state && (state != RecordingState.OFF || wanted != RecordingState.PAUSED);
    }

    /** Takes the step; {@code then} hears of it when the engine has. */
    void become(RecordingState wanted, Consumer<RecordingState> then) {
        RecordingState before = state;
        state = wanted;
        AriRequest request;
        if (wanted == RecordingState.PAUSED) {
            request = AriRequest.post(live("/pause"));
        } else if (wanted == RecordingState.OFF) {
            request = AriRequest.post(live("/stop"));
        } else if (before == RecordingState.PAUSED) {
            request = AriRequest.delete(live("/pause"));
        } else {
            parts++;
            bridge.make();
            request = AriRequest.post(bridge.path("/record"))
                    .with("name", name())
                    .with("format", "wav")
                    .with("ifExists", "overwrite");
        }
        bridge.ari().send(request, answer -> {
            if (answer.done()) {
                then.accept(wanted);
            } else if (state == wanted) {
                state = before;
            }
        });
    }

    private String name() {
        return call + "-" + parts;
    }

    private String live(String step) {
        return "recordings/live/" + AriRequest.part(name()) + step;
    }
}
