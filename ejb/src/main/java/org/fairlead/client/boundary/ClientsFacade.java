package org.fairlead.client.boundary;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.client.DispositionView;
import org.fairlead.client.MaskingView;
import org.fairlead.client.PeopleQuery;
import org.fairlead.client.PersonEdit;
import org.fairlead.client.PersonView;
import org.fairlead.client.ProgramView;
import org.fairlead.client.QueueView;
import org.fairlead.client.SiteView;
import org.fairlead.client.control.ClientRegister;
import org.fairlead.client.control.EditPerson;
import org.fairlead.client.control.PeopleRegister;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.ClientId;

/** The clients and the people, for whoever may see them. */
@Stateless
@Local(Clients.class)
@ClientScoped
@RolesAllowed({AGENT, SUPERVISOR, ACCOUNT_MANAGER, BPO_ADMIN, COMPLIANCE_OFFICER, INTEGRATION})
public class ClientsFacade implements Clients {

    @Inject
    private ClientRegister register;

    @Inject
    private PeopleRegister people;

    @Inject
    private EditPerson editPerson;

    @Inject
    private CurrentCaller current;

    @Override
    public List<ClientView> clients() {
        return register.clients();
    }

    @Override
    public ClientView client(ClientId id) {
        return register.client(id);
    }

    @Override
    public List<ProgramView> programs(ClientId client) {
        return register.programs(register.client(client).id());
    }

    @Override
    public ProgramView program(UUID programId) {
        return register.program(programId).view();
    }

    @Override
    public List<QueueView> queues(UUID programId) {
        return register.queues(programId);
    }

    @Override
    public List<DispositionView> dispositions(UUID programId, String language) {
        return register.dispositions(programId, language);
    }

    @Override
    public List<SiteView> sites() {
        return register.sites();
    }

    @Override
    public Map<Integer, MaskingView> masking(ClientId client) {
        return register.masking(register.client(client).id());
    }

    @Override
    public PersonView me() {
        return people.person(current.caller().personId()).view();
    }

    @Override
    @RolesAllowed({SUPERVISOR, BPO_ADMIN})
    public List<PersonView> people() {
        return people.people();
    }

    @Override
    @RolesAllowed({SUPERVISOR, BPO_ADMIN})
    public List<PersonView> people(PeopleQuery query, int first, int most) {
        return people.people(query, first, most);
    }

    @Override
    @RolesAllowed({SUPERVISOR, BPO_ADMIN})
    public int countPeople(PeopleQuery query) {
        return people.count(query);
    }

    @Override
    @RolesAllowed({SUPERVISOR, BPO_ADMIN})
    public PersonView person(UUID personId) {
        return people.person(personId).view();
    }

    @Override
    @RolesAllowed(BPO_ADMIN)
    public PersonView edit(UUID personId, PersonEdit edit) {
        return editPerson.edit(personId, edit);
    }

    @Override
    @RolesAllowed(BPO_ADMIN)
    public PersonView create(String login, PersonEdit edit) {
        return editPerson.create(login, edit);
    }
}
