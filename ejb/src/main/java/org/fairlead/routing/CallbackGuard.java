package org.fairlead.routing;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Asked when an agent takes a customer who is to be called back in line. Whoever decides about outreach implements it, and
 * keeps what was decided; without an implementation nobody is called back.
 */
public interface CallbackGuard {

    /**
     * @param denied what the agent is told; null when the call is allowed
     * @param nextAllowed when it may be allowed; null when it is, or never will be
     */
    record Answer(@Nullable Refused denied, @Nullable Instant nextAllowed) {}

    Answer ask(ClientId client, UUID callbackId);
}
