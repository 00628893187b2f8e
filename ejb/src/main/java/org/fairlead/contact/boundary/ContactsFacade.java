package org.fairlead.contact.boundary;

import static org.fairlead.security.Roles.ACCOUNT_MANAGER;
import static org.fairlead.security.Roles.AGENT;
import static org.fairlead.security.Roles.BPO_ADMIN;
import static org.fairlead.security.Roles.COMPLIANCE_OFFICER;
import static org.fairlead.security.Roles.INTEGRATION;
import static org.fairlead.security.Roles.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contact.Contacts;
import org.fairlead.contact.control.ReadContacts;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;

/** Contacts for those who handle, lead, check or pay for them. */
@Stateless
@Local(Contacts.class)
@ClientScoped
@RolesAllowed({AGENT, SUPERVISOR, ACCOUNT_MANAGER, BPO_ADMIN, COMPLIANCE_OFFICER, INTEGRATION})
public class ContactsFacade implements Contacts {

    @Inject
    private ReadContacts read;

    @Inject
    private CurrentCaller current;

    @Override
    public List<ContactLine> history(UUID contactId, int most) {
        return read.history(contactId, most);
    }

    @Override
    public boolean wasMine(UUID contactId) {
        return read.wasGivenTo(contactId, current.caller().personId());
    }

    @Override
    public List<ContactEventLine> events(UUID contactId) {
        return read.events(contactId);
    }

    @Override
    @RolesAllowed({SUPERVISOR, ACCOUNT_MANAGER, BPO_ADMIN})
    public List<TalkLine> talks(UUID contactId) {
        return read.talks(contactId);
    }

    @Override
    public Map<UUID, String> numbers(Collection<UUID> contacts) {
        return read.numbers(contacts, current.caller().siteId());
    }
}
