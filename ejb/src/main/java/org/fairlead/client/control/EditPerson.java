package org.fairlead.client.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.client.PersonChanged;
import org.fairlead.client.PersonEdit;
import org.fairlead.client.PersonView;
import org.fairlead.client.entity.Person;
import org.fairlead.client.entity.PersonEditPolicy;
import org.fairlead.security.Audit;
import org.fairlead.security.Caller;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Refused;

/** Sets a person's skills, clients and right to work, and leaves what was before in the audit trail. */
@ApplicationScoped
public class EditPerson {

    @Inject
    private PeopleRegister people;

    @Inject
    private CurrentCaller current;

    @Inject
    private Event<PersonChanged> changed;

    @Inject
    private Audit audit;

    public PersonView edit(UUID personId, PersonEdit edit) {
        Caller admin = current.caller();
        Person person = people.person(personId);
        if (person.version() != edit.version()) {
            throw new Refused("setup.changed");
        }
        PersonEditPolicy.objection(admin.personId(), admin.clients(), personId, edit)
                .ifPresent(reason -> {
                    throw new Refused(reason);
                });
        PersonView before = person.view();
        person.apply(edit, people.site(edit.site()));
        people.flush();
        PersonView after = person.view();
        changed.fire(new PersonChanged(personId));
        audit.record(ClientId.OUTSOURCER, "person.edited", "person " + person.login(), difference(before, after));
        return after;
    }

    /** @param login as the person logs in with at Keycloak, where it has to be made as well */
    public PersonView create(String login, PersonEdit edit) {
        Caller admin = current.caller();
        UUID id = Ids.next();
        if (login == null || login.isBlank()) {
            throw new Refused("person.login-blank");
        }
        if (!PersonEditPolicy.isLogin(login)) {
            throw new Refused("person.login", login);
        }
        if (PersonEditPolicy.isReserved(login)) {
            throw new Refused("person.login-reserved", login);
        }
        PersonEditPolicy.objection(admin.personId(), admin.clients(), id, edit).ifPresent(reason -> {
            throw new Refused(reason);
        });
        if (!admin.serves(ClientId.OUTSOURCER)) {
            throw new Refused("person.client");
        }
        if (people.isTaken(login)) {
            throw new Refused("person.login-taken", login);
        }
        Person person = Person.of(id, login);
        person.apply(edit, people.site(edit.site()));
        people.add(person);
        changed.fire(new PersonChanged(id));
        audit.record(
                ClientId.OUTSOURCER,
                "person.created",
                "person " + login,
                Map.of("name", person.view().name(), "role", String.valueOf(edit.role())));
        return person.view();
    }

    private static Map<String, String> difference(PersonView before, PersonView after) {
        Map<String, String> detail = new TreeMap<>();
        note(detail, "name", before.name(), after.name());
        note(detail, "site", before.site().code(), after.site().code());
        note(detail, "language", before.language(), after.language());
        note(detail, "role", String.valueOf(before.role()), String.valueOf(after.role()));
        note(detail, "active", before.active(), after.active());
        note(detail, "skills", new TreeMap<>(before.skills()), new TreeMap<>(after.skills()));
        note(
                detail,
                "clients",
                before.clients().stream().sorted().toList(),
                after.clients().stream().sorted().toList());
        return detail;
    }

    private static void note(Map<String, String> detail, String what, Object before, Object after) {
        if (!before.equals(after)) {
            detail.put(what, before + " -> " + after);
        }
    }
}
