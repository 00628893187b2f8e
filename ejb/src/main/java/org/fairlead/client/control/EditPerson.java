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
        PersonEditPolicy.objection(admin.personId(), admin.clients(), personId, edit)
                .ifPresent(reason -> {
                    throw new Refused(reason);
                });
        PersonView before = person.view();
        person.apply(edit);
        PersonView after = person.view();
        changed.fire(new PersonChanged(personId));
        audit.record(ClientId.OUTSOURCER, "person.edited", "person " + person.login(), difference(before, after));
        return after;
    }

    private static Map<String, String> difference(PersonView before, PersonView after) {
        Map<String, String> detail = new TreeMap<>();
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
