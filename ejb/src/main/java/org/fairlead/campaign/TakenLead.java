package org.fairlead.campaign;

import java.time.Instant;
import java.util.UUID;

/**
 * A lead with an attempt that is written and may leave.
 *
 * @param language in which the customer is addressed
 * @param odds how likely it is to answer, as a ratio of odds against the client's usual lead; 1 when nothing is known
 * @param expiresAt after this instant it must not leave any more
 */
public record TakenLead(UUID attemptId, UUID leadId, String number, String language, Instant expiresAt, double odds) {

    /** One of whom nothing is known. */
    public TakenLead(UUID attemptId, UUID leadId, String number, String language, Instant expiresAt) {
        this(attemptId, leadId, number, language, expiresAt, 1);
    }
}
