package org.fairlead.dialer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import org.fairlead.campaign.AttemptEnd;
import org.fairlead.compliance.Outreach.Wish;
import org.fairlead.contact.ContactClosed;
import org.fairlead.contact.Outcome;

/**
 * Ends the attempt of each outbound contact that is closed, and hears whom to leave in peace from inbound ones. What is
 * missed is found by {@link DialerClock}.
 */
@ApplicationScoped
public class ClosedContacts {

    @Inject
    private DialRound transactions;

    void end(@ObservesAsync ContactClosed contact) {
        if (contact.attemptId() != null) {
            transactions.end(new AttemptEnd(
                    contact.client(),
                    contact.attemptId(),
                    outcome(contact.outcome()),
                    contact.disposition(),
                    contact.agentId(),
                    contact.callbackAt(),
                    contact.callbackMine(),
                    contact.closedAt()));
        } else if (contact.disposition() != null && !contact.closedByItself()) {
            transactions.hear(new Wish(contact.client(), contact.contactId(), contact.closedAt()));
        }
    }

    /** A call that nobody saw end may have been answered: as an attempt its outcome is unknown. */
    private static String outcome(Outcome outcome) {
        return outcome == Outcome.LOST ? "UNKNOWN" : outcome.name();
    }
}
