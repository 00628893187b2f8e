package org.fairlead.reporting.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.fairlead.client.Clients;
import org.fairlead.client.PersonView;
import org.fairlead.reporting.AgentSecondLedger;
import org.fairlead.reporting.control.CountSeconds;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;

/** The agent-second ledger for those who run the floor. */
@Stateless
@Local(AgentSecondLedger.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
public class AgentSeconds implements AgentSecondLedger {

    @Inject
    private Clients clients;

    @Inject
    private CountSeconds countSeconds;

    @Inject
    private CurrentCaller current;

    @Override
    public LedgerDay of(UUID personId, LocalDate date) {
        PersonView person = clients.person(personId);
        return countSeconds.count(
                personId, date, person.site().timeZone(), current.caller().clients());
    }
}
