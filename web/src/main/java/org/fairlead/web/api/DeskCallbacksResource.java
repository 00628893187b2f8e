package org.fairlead.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.fairlead.campaign.Callbacks;
import org.fairlead.dialer.CallbackDials;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;

/** Promised callbacks, as the bar of the desk lists them. */
@Path("/desk/callbacks")
@RequestScoped
@RolesAllowed(Roles.AGENT)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class DeskCallbacksResource {

    @EJB
    private Callbacks callbacks;

    @EJB
    private CallbackDials dials;

    @GET
    @Consumes(MediaType.WILDCARD)
    public String due() {
        return Json.write(callbacks.due());
    }

    /** The desk's state with the preview comes by push. */
    @POST
    @Path("/{id}/dial")
    public void dial(@PathParam("id") UUID callback) {
        dials.show(callback);
    }

    @POST
    @Path("/{id}/give")
    public void give(@PathParam("id") UUID callback) {
        callbacks.give(callback);
    }
}
