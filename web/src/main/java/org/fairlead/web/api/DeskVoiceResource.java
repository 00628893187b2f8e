package org.fairlead.web.api;

import static org.fairlead.web.api.Malformed.read;
import static org.fairlead.web.api.Malformed.required;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.fairlead.contact.VoiceQuality;
import org.fairlead.contact.VoiceQuality.Measured;
import org.fairlead.routing.VoiceLines;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;
import org.fairlead.telephony.DeskTelephones;

/** The telephone in the agent's browser: its line, and how it sounded. */
@Path("/desk/voice")
@RequestScoped
@RolesAllowed(Roles.AGENT)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class DeskVoiceResource {

    @Inject
    private HttpServletRequest request;

    @EJB
    private VoiceLines lines;

    @EJB
    private DeskTelephones telephones;

    @EJB
    private VoiceQuality quality;

    /** The caller's own line, which is nobody else's to ask for; {@code null} where the site has none. */
    @POST
    @Path("/line")
    public String line(String body) {
        String session = required(read(body, DeskRequests.Session.class).session(), "session");
        return lines.open(session, request.isSecure()).map(Json::write).orElse("null");
    }

    /** Where the caller's calls ring from the next line on. */
    @POST
    @Path("/telephone")
    public void telephone(String body) {
        var wish = read(body, DeskRequests.Telephone.class);
        telephones.choose(required(wish.desk(), "desk"), required(wish.autoAnswer(), "autoAnswer"));
    }

    @POST
    @Path("/contacts/{id}")
    public void measured(@PathParam("id") UUID contact, String body) {
        var told = read(body, DeskRequests.Voice.class);
        quality.keep(
                contact,
                new Measured(
                        required(told.seconds(), "seconds"),
                        required(told.codec(), "codec"),
                        required(told.received(), "received"),
                        required(told.lost(), "lost"),
                        required(told.jitterMillis(), "jitterMillis"),
                        told.roundTripMillis()));
    }
}
