package org.fairlead.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.customer.CustomerCard;
import org.fairlead.customer.entity.CustomerNote;
import org.fairlead.security.Caller;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Refused;

/** Keeps what was learned in a contact with its customer. */
@ApplicationScoped
public class AddNote {

    private static final int LONGEST = 4_000;

    @PersistenceContext(unitName = "fairlead")
    private EntityManager database;

    @Inject
    private ContactReader contacts;

    @Inject
    private CurrentCaller current;

    @Inject
    private Clock clock;

    public CustomerCard.Note add(UUID contactId, String words) {
        ContactAtHand contact = contacts.atHand(contactId);
        String said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw new Refused("note.empty");
        }
        UUID customer = contact.customer();
        if (customer == null) {
            throw new Refused("note.customer");
        }
        Caller author = current.caller();
        UUID id = Ids.next();
        Instant now = clock.instant();
        database.persist(
                new CustomerNote(id, contact.client().value(), customer, contactId, author.personId(), now, said));
        return new CustomerCard.Note(id, now, author.name(), said);
    }
}
