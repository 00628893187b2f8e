package org.fairlead.web.api;

import static org.fairlead.web.api.Malformed.read;
import static org.fairlead.web.api.Malformed.required;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.fairlead.client.DeskKeys;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;

/** The keys by which the caller works the desk. */
@Path("/desk/keys")
@RequestScoped
@RolesAllowed(Roles.AGENT)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class DeskKeysResource {

    @EJB
    private DeskKeys keys;

    record Effective(Map<String, String> keys) {}

    /** Answers with every action's key, as it is from now on. */
    @POST
    public String change(String body) {
        var chosen = required(read(body, DeskRequests.ChosenKeys.class).keys(), "keys");
        return Json.write(new Effective(keys.change(chosen)));
    }
}
