package org.fairlead.web.live;

import java.time.Instant;
import java.util.Map;
import org.fairlead.routing.DeskState;
import org.fairlead.routing.DeskState.Consultation;
import org.fairlead.routing.DeskState.DeskContact;
import org.fairlead.routing.Presence;
import org.jspecify.annotations.Nullable;

/**
 * A desk's state as a browser gets it, over push and as the answer to each action.
 *
 * @param now the server's clock, by which the browser's timers run
 * @param brand custom properties of the contact's brand, computed; empty without a contact
 */
public record DeskData(
        long version,
        Presence presence,
        @Nullable String reason,
        Instant since,
        Instant decidedAt,
        @Nullable Presence next,
        @Nullable DeskContact contact,
        @Nullable Consultation consultation,
        Map<String, String> brand,
        Instant now) {

    static DeskData of(DeskState state, Map<String, String> brand, Instant now) {
        return new DeskData(
                state.version(),
                state.presence(),
                state.reason(),
                state.since(),
                state.decidedAt(),
                state.next(),
                state.contact(),
                state.consultation(),
                brand,
                now);
    }
}
