package org.fairlead.telephony.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.client.Clients;
import org.fairlead.client.SiteView;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.fairlead.telephony.GatewayLinks;
import org.fairlead.telephony.Sites;
import org.fairlead.telephony.TrunkChanged;
import org.fairlead.telephony.control.TrunkRows;
import org.fairlead.telephony.entity.TrunkPolicy;

/** Sites for those who run them. */
@Stateless
@Local(Sites.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
public class SiteDesk implements Sites {

    private static final Duration LATELY = Duration.ofDays(30);

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @EJB
    private Clients clients;

    @Inject
    private CurrentCaller current;

    @Inject
    private GatewayLinks links;

    @Inject
    private Audit audit;

    @Inject
    private Event<TrunkChanged> changed;

    @Inject
    private Clock clock;

    @Override
    public List<Site> sites() {
        return query(c -> {
            List<Site> sites = new ArrayList<>();
            for (SiteView site : clients.sites()) {
                sites.add(new Site(
                        site,
                        link(site.gateway()),
                        links.report(site.gateway()).orElse(null),
                        TrunkRows.of(c, site.id()).orElse(new Trunk("", "", false, 0, 0, AgentVoice.USUAL, 0)),
                        TrunkRows.numbers(c, site.gateway(), clock.instant().minus(LATELY))));
            }
            return sites;
        });
    }

    private Link link(String gateway) {
        return links.links().stream()
                .filter(one -> one.gateway().equals(gateway))
                .map(one -> new Link(one.up(), one.roundTripMillis(), one.heardAt()))
                .findFirst()
                .orElse(new Link(false, -1, null));
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public void save(int siteId, TrunkEdit edit) {
        SiteView site = clients.sites().stream()
                .filter(one -> one.id() == siteId)
                .findFirst()
                .orElseThrow(() -> new NotFound("site " + siteId));
        if (!current.caller().serves(ClientId.OUTSOURCER)) {
            throw new Refused("site.outsourcer");
        }
        Optional<String> objection = TrunkPolicy.objection(edit);
        if (objection.isPresent()) {
            throw new Refused(objection.get());
        }
        boolean cleared = edit.password() == null
                && query(c -> TrunkRows.of(c, siteId))
                        .filter(before -> before.hasPassword() && !TrunkRows.isAccountOf(edit, before))
                        .isPresent();
        boolean kept = query(c -> TrunkRows.save(c, siteId, edit));
        if (!kept) {
            throw new Refused("setup.changed");
        }
        audit.record(
                ClientId.OUTSOURCER,
                "site.trunk",
                "site " + site.code(),
                Map.of(
                        "host", edit.host(),
                        "account", edit.account(),
                        "password", edit.password() != null ? "set" : cleared ? "cleared" : "kept",
                        "callsPerSecond", Integer.toString(edit.callsPerSecond()),
                        "channels", Integer.toString(edit.channels()),
                        "opus", Boolean.toString(edit.voice().opus()),
                        "keepLegs", Boolean.toString(edit.voice().keepLegs()),
                        "wss", Boolean.toString(edit.voice().wss())));
        changed.fire(new TrunkChanged(site.gateway()));
    }

    private <T> T query(Function<Connection, T> work) {
        return Sql.in(database, "the sites", work);
    }
}
