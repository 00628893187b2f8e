package org.fairlead.script.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import org.fairlead.contact.ContactClosed;

/** Hears of contacts whose wrap-up ended by itself; what is closed at the desk was kept there. */
@ApplicationScoped
public class ForgottenWords {

    /** The disposition that an agent never chooses. */
    private static final String BY_ITSELF = "NONE";

    @Inject
    private OmissionKeeping keeping;

    void closed(@ObservesAsync ContactClosed contact) {
        if (BY_ITSELF.equals(contact.disposition()) && contact.agentId() != null) {
            keeping.keep(contact.client(), contact.contactId(), contact.agentId(), contact.closedAt());
        }
    }
}
