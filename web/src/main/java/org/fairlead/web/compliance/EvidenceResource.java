package org.fairlead.web.compliance;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.fairlead.compliance.Evidence;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** Evidence as files. Roles are the facade's. */
@RequestScoped
@Path("evidence")
public class EvidenceResource {

    @EJB
    private Evidence evidence;

    @GET
    @Path("dossier.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response dossier(
            @QueryParam("client") @Nullable String client, @QueryParam("number") @Nullable String number) {
        String signed = evidence.signed(Address.client(client), String.valueOf(number));
        return Response.ok(signed)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dossier.json\"")
                .build();
    }
}
