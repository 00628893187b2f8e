package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agent's live session as it is stored; the columns of table {@code agent_session}. */
public record AgentSessionRow(
        UUID personId,
        String sessionId,
        String presence,
        @Nullable String reason,
        Instant since,
        long position,
        int client,
        @Nullable UUID contactId) {}
