package org.fairlead.routing.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.fairlead.routing.Monitoring;
import org.fairlead.routing.entity.Input;
import org.fairlead.security.Audit;
import org.fairlead.security.Caller;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;

/** Lets supervisors into talks. The engine knows all clients; whose contact it is decides here. */
@Stateless
@Local(Monitoring.class)
@ClientScoped
@RolesAllowed(Roles.SUPERVISOR)
public class MonitoringDesk implements Monitoring {

    @Inject
    private EngineAccess engine;

    @Inject
    private CurrentCaller current;

    @Inject
    private Audit audit;

    @Override
    public void become(UUID contactId, MonitorMode mode) {
        Caller caller = current.caller();
        Optional<ClientId> client = engine.look(live -> live.clientOf(contactId));
        if (client.isEmpty() || !caller.serves(client.get())) {
            String what = "contact " + contactId;
            audit.recordRefusal(
                    client.orElse(ClientId.OUTSOURCER), "refused.not-found", "Monitoring.become", Map.of("what", what));
            throw new NotFound(what);
        }
        // the entry goes with the transaction: what the engine refuses leaves none
        audit.record(client.get(), "talk.monitored", "contact " + contactId, Map.of("mode", mode.name()));
        engine.submit(new Input.Monitor(contactId, caller.login(), mode));
    }
}
