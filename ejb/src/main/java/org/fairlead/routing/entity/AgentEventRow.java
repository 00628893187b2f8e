package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of presence; the agent-second ledger is made of these. */
public record AgentEventRow(
        int client,
        UUID personId,
        long position,
        Instant at,
        String presence,
        @Nullable String reason,
        @Nullable UUID contactId) {}
