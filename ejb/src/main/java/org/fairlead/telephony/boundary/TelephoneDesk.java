package org.fairlead.telephony.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.client.Clients;
import org.fairlead.client.PersonView;
import org.fairlead.security.Audit;
import org.fairlead.security.Caller;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.fairlead.telephony.DeskTelephones;
import org.fairlead.telephony.TelephoneChanged;
import org.fairlead.telephony.control.TelephoneRows;
import org.fairlead.telephony.entity.TelephoneSecret;

/** Desk telephones for those who hand them out, and for those who have one. */
@Stateless
@Local(DeskTelephones.class)
@ClientScoped
@RolesAllowed(Roles.BPO_ADMIN)
public class TelephoneDesk implements DeskTelephones {

    private static final String SERVER = "fairlead.sip.";
    private static final String NONE = "telephone.none";
    private static final String NOT_ALLOWED = "telephone.outsourcer";

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @EJB
    private Clients clients;

    @Inject
    private CurrentCaller current;

    @Inject
    private Audit audit;

    @Inject
    private Event<TelephoneChanged> changed;

    @Inject
    private Clock clock;

    private final SecureRandom random = new SecureRandom();

    @Override
    @RolesAllowed({Roles.BPO_ADMIN, Roles.SUPERVISOR})
    public Optional<Account> of(UUID personId) {
        PersonView person = clients.person(personId);
        return query(c -> TelephoneRows.of(c, person.id()));
    }

    @Override
    public Credentials issue(UUID personId) {
        PersonView person = mayBeGiven(personId);
        String account =
                query(c -> TelephoneRows.account(c, person.id())).orElseGet(() -> TelephoneSecret.account(random));
        String password = TelephoneSecret.password(random);
        String digest = TelephoneSecret.digest(account, password);
        boolean kept = query(c -> TelephoneRows.keep(c, person.id(), account, digest, clock.instant()));
        if (!kept) {
            throw new Refused(NOT_ALLOWED);
        }
        audit.record(ClientId.OUTSOURCER, "telephone.issued", "person " + person.login(), Map.of("account", account));
        changed.fire(new TelephoneChanged(person.id()));
        return new Credentials(
                account, password, System.getProperty(SERVER + person.site().gateway(), ""));
    }

    @Override
    public void revoke(UUID personId) {
        PersonView person = mayBeGiven(personId);
        if (!query(c -> TelephoneRows.withdraw(c, person.id()))) {
            throw new Refused(NONE);
        }
        audit.record(ClientId.OUTSOURCER, "telephone.revoked", "person " + person.login(), Map.of());
        changed.fire(new TelephoneChanged(person.id()));
    }

    private PersonView mayBeGiven(UUID personId) {
        PersonView person = clients.person(personId);
        if (!current.caller().serves(ClientId.OUTSOURCER)) {
            throw new Refused(NOT_ALLOWED);
        }
        return person;
    }

    @Override
    @RolesAllowed(Roles.AGENT)
    public Optional<Account> mine() {
        UUID me = current.caller().personId();
        return query(c -> TelephoneRows.of(c, me));
    }

    @Override
    @RolesAllowed(Roles.AGENT)
    public void choose(boolean desk, boolean autoAnswer) {
        Caller caller = current.caller();
        if (!query(c -> TelephoneRows.choose(c, caller.login(), desk, autoAnswer))) {
            throw new Refused(NONE);
        }
        audit.record(
                ClientId.OUTSOURCER,
                "telephone.chosen",
                "person " + caller.login(),
                Map.of("desk", Boolean.toString(desk), "autoAnswer", Boolean.toString(autoAnswer)));
    }

    private <T> T query(Function<Connection, T> work) {
        return Sql.in(database, "desk telephones", work);
    }
}
