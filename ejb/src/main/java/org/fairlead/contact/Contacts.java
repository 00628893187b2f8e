package org.fairlead.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contacts as people read them, inside the caller's scope: others are {@link org.fairlead.shared.NotFound}. */
public interface Contacts {

    /** Earlier contacts of this contact's customer with the same client, newest first. */
    List<ContactLine> history(UUID contactId, int most);

    /** Whether the caller was ever given this contact; false too for one that is not there or out of the caller's scope. */
    boolean wasMine(UUID contactId);

    /** The journal of one contact, in order. */
    List<ContactEventLine> events(UUID contactId);

    /**
     * How the talks of one contact sounded at the agents' ends, in their order; empty where no browser was the
     * telephone. Roles: supervisor, account manager, BPO admin.
     */
    List<TalkLine> talks(UUID contactId);

    /** The customers' numbers of these contacts, as the client's policy shows them at the reader's site. */
    Map<UUID, String> numbers(Collection<UUID> contacts);

    record ContactLine(
            UUID contactId,
            Instant offeredAt,
            String direction,
            String channel,
            @Nullable String label,
            @Nullable Outcome outcome,
            @Nullable String disposition,
            @Nullable String agentName,
            @Nullable String note) {}

    /**
     * @param codec as the browser names it, {@code audio/opus}
     * @param packets that were sent to the agent, lost ones too
     * @param roundTripMillis null when the far end never told
     */
    record TalkLine(
            String agentName,
            Instant beganAt,
            int seconds,
            String codec,
            long packets,
            long packetsLost,
            int jitterMillis,
            @Nullable Integer roundTripMillis) {}

    record ContactEventLine(
            int position, Instant at, ContactEventKind kind, @Nullable String agentName, Map<String, String> detail) {}
}
