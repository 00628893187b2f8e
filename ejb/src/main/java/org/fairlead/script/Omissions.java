package org.fairlead.script;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Mandatory blocks that agents did not read. They are kept with the contact and never stand in the way of closing it:
 * the desk says what is missing before the agent hangs up, and again beside the results.
 */
public interface Omissions {

    /** Before a contact in wrap-up is closed by its own agent: keeps what was not read. Anyone else's is left alone. */
    void keep(UUID contactId);

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
