package org.fairlead.web.voice;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.fairlead.contact.Voicemails;

/** What was said, to be played. Who may hear it is the facade's. */
@RequestScoped
@Path("voicemail")
public class VoicemailResource {

    private static final String WAVE = "audio/wav";

    @EJB
    private Voicemails voicemails;

    @GET
    @Path("{id}/audio")
    @Produces({WAVE, MediaType.APPLICATION_JSON}) // a refusal is JSON
    public Response audio(@PathParam("id") UUID contact) {
        return Response.ok(voicemails.hear(contact), WAVE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"message.wav\"")
                .build();
    }
}
