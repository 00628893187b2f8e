package org.fairlead.script;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Mandatory blocks that agents did not read: asked about once when a contact is closed, and kept with it. */
public interface Omissions {

    /**
     * Before a contact is closed. What was not read is kept; without the agent's word for it the contact is not closed.
     *
     * @param said whether the agent was asked and says that the contact is to be closed all the same
     * @throws org.fairlead.shared.Refused {@code desk.unread} with the headings, when there are such blocks and nothing
     *     was said
     */
    void close(UUID contactId, String language, boolean said);

    /** What was not read lately, the newest first, over the caller's clients. Roles: compliance officer, supervisor, BPO admin. */
    List<Omission> lately(String language, int most);

    /** One block of one contact. */
    record Omission(
            UUID contactId,
            int clientId,
            String client,
            UUID programId,
            String program,
            String agent,
            Instant closedAt,
            String block) {}
}
