package org.fairlead.web.compliance;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.fairlead.compliance.Evidence;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** Evidence as files. Roles are the facade's. */
@RequestScoped
@Path("evidence")
public class EvidenceResource {

    private static final String PDF = "application/pdf";

    @EJB
    private Evidence evidence;

    @Inject
    private Viewer viewer;

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

    /** The same to print, in the reader's language. */
    @GET
    @Path("dossier.pdf")
    @Produces({PDF, MediaType.APPLICATION_JSON}) // a refusal is JSON
    public Response letter(
            @QueryParam("client") @Nullable String client, @QueryParam("number") @Nullable String number) {
        Evidence.Dossier dossier = evidence.exported(Address.client(client), String.valueOf(number));
        return Response.ok(new DossierPdf(viewer.getWords(), viewer.getFormats()).of(dossier), PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dossier.pdf\"")
                .build();
    }
}
