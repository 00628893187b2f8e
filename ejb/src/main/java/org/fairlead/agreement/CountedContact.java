package org.fairlead.agreement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact behind a figure.
 *
 * @param clockStartedAt when the agreement's clock began
 * @param decidedAt answered or abandoned then; null while it waits
 * @param queueId the queue in which it waited first; null for none
 * @param parts the figures that it counts in
 */
public record CountedContact(
        UUID contactId,
        Instant clockStartedAt,
        @Nullable Instant decidedAt,
        boolean answered,
        Set<Part> parts,
        @Nullable UUID queueId) {}
