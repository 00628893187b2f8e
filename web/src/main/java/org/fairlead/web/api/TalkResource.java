package org.fairlead.web.api;

import static org.fairlead.web.api.Malformed.read;
import static org.fairlead.web.api.Malformed.required;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.fairlead.routing.Monitoring;
import org.fairlead.security.Roles;
import org.jspecify.annotations.Nullable;

/** Supervisors in agents' talks. Whose talk it may be is the facade's. */
@Path("/talks")
@RequestScoped
@RolesAllowed(Roles.SUPERVISOR)
@Consumes(MediaType.APPLICATION_JSON)
public class TalkResource {

    @EJB
    private Monitoring monitoring;

    record Wish(@Nullable MonitorMode mode) {}

    @POST
    @Path("/{id}/monitoring")
    public void become(@PathParam("id") UUID contact, String body) {
        monitoring.become(contact, required(read(body, Wish.class).mode(), "mode"));
    }
}
