package org.fairlead.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.fairlead.routing.Desk;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;

/** Where the contact at hand can go: nobody knows log-ins and codes of queues by heart. */
@Path("/desk/contacts/{id}/targets")
@RequestScoped
@RolesAllowed(Roles.AGENT)
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class DeskTargetsResource {

    @Inject
    private Desk desk;

    @GET
    public String targets(@PathParam("id") UUID contact) {
        return Json.write(desk.targets(contact));
    }
}
