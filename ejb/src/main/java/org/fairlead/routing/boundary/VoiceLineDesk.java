package org.fairlead.routing.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.fairlead.client.Clients;
import org.fairlead.client.SiteView;
import org.fairlead.routing.VoiceLines;
import org.fairlead.security.Audit;
import org.fairlead.security.Caller;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.telephony.DeskTelephones;
import org.fairlead.telephony.Trunks;
import org.jspecify.annotations.Nullable;

/** Gives agents their own line, and to the live desk session alone. */
@Stateless
@Local(VoiceLines.class)
@ClientScoped
@RolesAllowed(Roles.AGENT)
public class VoiceLineDesk implements VoiceLines {

    @EJB
    private Clients clients;

    @EJB
    private DeskTelephones telephones;

    @Inject
    private CurrentCaller current;

    @Inject
    private Trunks trunks;

    @Inject
    private OpenLines lines;

    @Inject
    private Audit audit;

    @Override
    public Optional<String> address(boolean secure) {
        return gateway(current.caller()).flatMap(gateway -> addressOf(gateway, secure));
    }

    @Override
    public Optional<Line> open(String sessionId, boolean secure) {
        Caller caller = current.caller();
        String login = caller.login();
        String gateway = gateway(caller).orElse("");
        Optional<DeskTelephones.Account> desk = telephones.mine().filter(DeskTelephones.Account::chosen);
        if (desk.isPresent() && !gateway.isEmpty()) {
            OpenLines.Opened line = opened(caller, sessionId, gateway, desk.get());
            return Optional.of(new Line("", desk.get().account(), "", line.until(), true));
        }
        Optional<String> address = addressOf(gateway, secure);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        OpenLines.Opened line = opened(caller, sessionId, gateway, null);
        if (line.fresh()) {
            audit.record(ClientId.OUTSOURCER, "line.opened", "person " + caller.personId(), Map.of("gateway", gateway));
        }
        return Optional.of(new Line(address.get(), login, line.password(), line.until(), false));
    }

    /** A page that came encrypted needs it; so does any at a site that says so. */
    private Optional<String> addressOf(String gateway, boolean secure) {
        return OpenLines.addressOf(gateway, secure || trunks.voiceOf(gateway).wss());
    }

    private OpenLines.Opened opened(
            Caller caller, String sessionId, String gateway, DeskTelephones.@Nullable Account desk) {
        try {
            return lines.open(caller.login(), sessionId, gateway, desk);
        } catch (Refused refused) {
            if (refused.key().equals(OpenLines.NOT_LIVE)) {
                audit.recordRefusal(ClientId.OUTSOURCER, "refused.line", "person " + caller.personId(), Map.of());
            }
            throw refused;
        }
    }

    private Optional<String> gateway(Caller caller) {
        return clients.sites().stream()
                .filter(site -> site.id() == caller.siteId())
                .map(SiteView::gateway)
                .findFirst();
    }
}
