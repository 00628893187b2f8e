package org.fairlead.client.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.client.PeopleQuery;
import org.fairlead.client.PersonView;
import org.fairlead.client.entity.Person;
import org.fairlead.client.entity.Site;
import org.fairlead.security.Caller;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;

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

    /** Of all that match, only the page's people are read. */
    public List<PersonView> people(PeopleQuery query, int first, int most) {
        List<?> ids = asked(PeopleSql.page(query), query)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
        if (ids.isEmpty()) {
            return List.of();
        }
        database.createQuery(
                        "select distinct p from Person p left join fetch p.skills where p.id in :ids", Person.class)
                .setParameter("ids", ids)
                .getResultList();
        Map<UUID, PersonView> byId = database.createQuery(
                        "select distinct p from Person p join fetch p.site left join fetch p.clients where p.id in :ids",
                        Person.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Person::id, Person::view));
        return ids.stream()
                .map(id -> byId.get((UUID) id))
                .filter(Objects::nonNull)
                .toList();
    }

    public int count(PeopleQuery query) {
        return ((Number) asked(PeopleSql.count(), query).getSingleResult()).intValue();
    }

    private Query asked(String sql, PeopleQuery query) {
        Caller caller = current.caller();
        ClientId client = query.client();
        return database.createNativeQuery(sql)
                .setParameter("everybody", caller.serves(ClientId.OUTSOURCER))
                .setParameter("me", caller.personId())
                .setParameter("site", Objects.requireNonNullElse(query.site(), ""))
                .setParameter("client", client == null ? PeopleSql.ANY : client.value())
                .setParameter("search", PeopleSql.pattern(query.search()))
                .setParameter("skills", query.skills().toArray(String[]::new));
    }

    public Person person(UUID id) {
        Person person = database.find(Person.class, id);
        if (person == null || !isVisible(person.view())) {
            throw new NotFound("person " + id);
        }
        return person;
    }

    Site site(int id) {
        Site site = database.find(Site.class, id);
        if (site == null) {
            throw new NotFound("site " + id);
        }
        return site;
    }

    boolean isTaken(String login) {
        return database.createQuery("select count(p) from Person p where p.login = :login", Long.class)
                        .setParameter("login", login)
                        .getSingleResult()
                > 0;
    }

    void add(Person person) {
        database.persist(person);
        database.flush();
    }

    /** Two admins at once: the second's version is old by now, and the database says so. */
    void flush() {
        try {
            database.flush();
        } catch (OptimisticLockException e) {
            throw changed(e);
        }
    }

    private static Refused changed(OptimisticLockException e) {
        Refused refused = new Refused("setup.changed");
        refused.initCause(e);
        return refused;
    }

    private boolean isVisible(PersonView person) {
        Caller caller = current.caller();
        return caller.serves(ClientId.OUTSOURCER)
                || person.id().equals(caller.personId())
                || person.clients().stream().anyMatch(caller::serves);
    }
}
