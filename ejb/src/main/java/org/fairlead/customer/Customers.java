package org.fairlead.customer;

import java.util.UUID;

/**
 * The person at the other end of a contact. A contact outside the caller's clients is {@link
 * org.fairlead.shared.NotFound}, and asking for it leaves an audit entry. Roles: agent, supervisor.
 */
public interface Customers {

    /** @param language in which dispositions are named, that of the page */
    CustomerCard ofContact(UUID contactId, String language);

    /**
     * The customer's number in full. Audited with the reason.
     *
     * @throws org.fairlead.shared.Refused {@code reveal.reason} without a reason of at least three characters
     */
    String reveal(UUID contactId, String reason);

    /**
     * Keeps what was learned for whoever speaks with the customer next.
     *
     * @throws org.fairlead.shared.Refused {@code note.empty} without words, {@code note.customer} when the customer of
     *     this contact is not known
     */
    CustomerCard.Note addNote(UUID contactId, String words);
}
