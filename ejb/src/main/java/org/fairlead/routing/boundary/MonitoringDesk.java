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
            throw new NotFound("contact " + contactId);
        }
        new AskedOfEngine(client.get(), "talk.monitored", "contact " + contactId, Map.of("mode", mode.name()))
                .submit(engine, audit, new Input.Monitor(contactId, caller.login(), mode));
    }
}
