package org.fairlead.client.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.client.Clients;
import org.fairlead.client.Forwarding;
import org.fairlead.client.Forwardings;
import org.fairlead.client.PersonChanged;
import org.fairlead.client.PersonView;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Chains of agents who do not answer. */
@Stateless
@Local(Forwardings.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
public class ForwardingDesk implements Forwardings {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @EJB
    private Clients clients;

    @Inject
    private Audit audit;

    @Inject
    private Event<PersonChanged> changed;

    @Override
    public Forwarding of(UUID personId) {
        PersonView person = clients.person(personId);
        return Sql.in(database, "a chain", c -> Sql.one(
                        c,
                        row -> Json.read(row.getString(1), Forwarding.class),
                        "select forwarding from person where person_id = ?",
                        person.id())
                .orElse(Forwarding.none()));
    }

    @Override
    public void set(UUID personId, Forwarding wanted) {
        PersonView person = clients.person(personId);
        requireSound(person, wanted);
        int rows = Sql.in(
                database,
                "a chain",
                c -> Sql.update(
                        c,
                        "update person set forwarding = ?::jsonb where person_id = ?",
                        Json.write(wanted),
                        person.id()));
        if (rows == 0) {
            // people are changed by those who serve the outsourcer itself
            throw new Refused("forwarding.outsourcer");
        }
        audit.record(
                ClientId.OUTSOURCER,
                "person.forwarding",
                "person " + person.login(),
                Map.of(
                        "numbers", Integer.toString(wanted.numbers().size()),
                        "colleague", String.valueOf(wanted.colleague()),
                        "voicemail", Boolean.toString(wanted.voicemail())));
        changed.fire(new PersonChanged(person.id()));
    }

    private void requireSound(PersonView person, Forwarding wanted) {
        if (wanted.numbers().size() > Forwarding.MOST_NUMBERS) {
            throw new Refused("forwarding.numbers", Forwarding.MOST_NUMBERS);
        }
        for (String number : wanted.numbers()) {
            if (!Forwarding.isNumber(number)) {
                throw new Refused("forwarding.number", number);
            }
        }
        if (!Forwarding.isRingTime(wanted.ringSeconds())) {
            throw new Refused("forwarding.seconds", wanted.ringSeconds());
        }
        if (wanted.colleague() != null && !serveTogether(person, wanted.colleague())) {
            throw new Refused("forwarding.colleague");
        }
    }

    /** A colleague who serves none of the same clients could never be offered anything. */
    private boolean serveTogether(PersonView person, @Nullable UUID colleague) {
        if (person.id().equals(colleague) || colleague == null) {
            return false;
        }
        Set<ClientId> both = new HashSet<>(person.clients());
        both.retainAll(clients.person(colleague).clients());
        return !both.isEmpty();
    }
}
