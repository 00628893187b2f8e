package org.fairlead.client.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.fairlead.client.PersonView;
import org.fairlead.client.entity.Person;
import org.fairlead.security.Caller;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;

/**
 * Reads people. They belong to no client, so the database shows them all; here is said who may be looked at: those who
 * serve a client of the caller, and everybody for callers who serve the outsourcer itself.
 */
@ApplicationScoped
public class PeopleRegister {

    @PersistenceContext(unitName = "fairlead")
    private EntityManager database;

    @Inject
    private CurrentCaller current;

    public List<PersonView> people() {
        // two queries, each with one collection: together they would multiply
        database.createQuery("select distinct p from Person p left join fetch p.skills", Person.class)
                .getResultList();
        return database.createQuery(
                        "select distinct p from Person p join fetch p.site left join fetch p.clients order by p.name",
                        Person.class)
                .getResultStream()
                .map(Person::view)
                .filter(this::isVisible)
                .toList();
    }

    public Person person(UUID id) {
        Person person = database.find(Person.class, id);
        if (person == null || !isVisible(person.view())) {
            throw new NotFound("person " + id);
        }
        return person;
    }

    private boolean isVisible(PersonView person) {
        Caller caller = current.caller();
        return caller.serves(ClientId.OUTSOURCER)
                || person.id().equals(caller.personId())
                || person.clients().stream().anyMatch(caller::serves);
    }
}
