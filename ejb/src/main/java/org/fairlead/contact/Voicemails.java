package org.fairlead.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What customers said who met no agent: tasks, until somebody has seen to them. Supervisors see those of the clients that
 * they serve; agents those that were left for them, and of their clients those that were left for nobody in particular.
 * Each hearing is audited.
 */
public interface Voicemails {

    /** @param done those that are seen to, the latest first; else those that are open, the oldest first */
    List<Message> messages(boolean done, int most);

    /** How many are open. */
    int open();

    /**
     * What was said, as a WAV file.
     *
     * @throws org.fairlead.shared.NotFound when there is none that the caller may hear
     */
    byte[] hear(UUID contactId);

    /**
     * Somebody has seen to it; whoever was first stays named.
     *
     * @throws org.fairlead.shared.Refused when it was done before, or the note is too long
     */
    void done(UUID contactId, String note);

    /**
     * @param number the customer's, masked
     * @param whose for whom it was left; null for nobody in particular
     * @param seconds how long it is; 0 as long as it is on its way, and when nothing was said
     * @param complete whether all of it is there
     */
    record Message(
            UUID contact,
            String client,
            @Nullable String queue,
            Instant at,
            String number,
            @Nullable String customer,
            @Nullable String whose,
            int seconds,
            boolean complete,
            @Nullable Instant doneAt,
            @Nullable String doneBy,
            @Nullable String note) {}
}
