package org.fairlead.campaign;

import java.time.Instant;
import java.util.UUID;

/**
 * A lead with an attempt that is written and may leave.
 *
 * @param language in which the customer is addressed
 * @param expiresAt after this instant it must not leave any more
 */
public record TakenLead(UUID attemptId, UUID leadId, String number, String language, Instant expiresAt) {}
