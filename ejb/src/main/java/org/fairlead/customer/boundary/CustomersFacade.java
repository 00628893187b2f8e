package org.fairlead.customer.boundary;

import static org.fairlead.security.Roles.AGENT;
import static org.fairlead.security.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.fairlead.customer.CustomerCard;
import org.fairlead.customer.Customers;
import org.fairlead.customer.control.AddNote;
import org.fairlead.customer.control.RevealNumber;
import org.fairlead.customer.control.ShowCard;
import org.fairlead.security.ClientScoped;

/** The customer of a contact, for those who handle it. */
@Stateless
@Local(Customers.class)
@ClientScoped
@RolesAllowed({AGENT, SUPERVISOR})
public class CustomersFacade implements Customers {

    @Inject
    private ShowCard showCard;

    @Inject
    private RevealNumber revealNumber;

    @Inject
    private AddNote addNote;

    @Override
    public CustomerCard ofContact(UUID contactId, String language) {
        return showCard.card(contactId, language);
    }

    @Override
    public String reveal(UUID contactId, String reason) {
        return revealNumber.reveal(contactId, reason);
    }

    @Override
    public CustomerCard.Note addNote(UUID contactId, String words) {
        return addNote.add(contactId, words);
    }
}
