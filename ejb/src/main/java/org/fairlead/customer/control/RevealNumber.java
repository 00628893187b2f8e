package org.fairlead.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.fairlead.security.Audit;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;

/** Shows a number in full to somebody who says why. */
@ApplicationScoped
public class RevealNumber {

    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;

    @Inject
    private ContactReader contacts;

    @Inject
    private CurrentCaller current;

    @Inject
    private Audit audit;

    public String reveal(UUID contactId, String reason) {
        ContactAtHand contact = contacts.atHand(contactId);
        if (!contacts.mayReveal(contact.client(), current.caller().siteId())) {
            throw new Refused("reveal.policy");
        }
        String why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw new Refused("reveal.reason");
        }
        String remote = contact.remote();
        if (remote == null) {
            throw new NotFound("number of contact " + contactId);
        }
        audit.record(contact.client(), "number.revealed", "contact " + contactId, Map.of("reason", why));
        return remote;
    }
}
