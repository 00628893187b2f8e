package org.fairlead.web.compliance;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fairlead.compliance.Evidence;
import org.fairlead.compliance.Wishes;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** Evidence as files. Roles are the facade's. */
@RequestScoped
@Path("evidence")
public class EvidenceResource {

    private static final String PDF = "application/pdf";
    private static final String ZIP = "application/zip";

    @EJB
    private Evidence evidence;

    @EJB
    private Wishes wishes;

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

    /** Keeps the file that proves a consent; it comes as the body, and its kind is told by its content. */
    @POST
    @Path("clients/{client}/consents/{consent}/proof")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response keepProof(
            @PathParam("client") String client,
            @PathParam("consent") String consent,
            @QueryParam("name") @DefaultValue("proof") String name,
            InputStream file) {
        var kept = wishes.keepProof(Address.client(client), Address.uuid(consent), name, file);
        return Response.status(Response.Status.CREATED)
                .entity(Json.write(Map.of("sha256", kept.sha256())))
                .build();
    }

    /** As it was handed in: to be kept, not to be shown by the browser as a page of ours. */
    @GET
    @Path("clients/{client}/consents/{consent}/proof")
    @Produces(MediaType.WILDCARD)
    public Response proof(@PathParam("client") String client, @PathParam("consent") String consent) {
        Wishes.ProofFile file = wishes.proof(Address.client(client), Address.uuid(consent));
        return Response.ok(file.content(), file.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename*=UTF-8''"
                                + URLEncoder.encode(file.name(), StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** All of it: the signed file, the letter, and each file that proves a consent, by the consent's id. */
    @GET
    @Path("dossier.zip")
    @Produces({ZIP, MediaType.APPLICATION_JSON})
    public Response everything(
            @QueryParam("client") @Nullable String client, @QueryParam("number") @Nullable String number) {
        ClientId whose = Address.client(client);
        Evidence.Export export = evidence.export(whose, String.valueOf(number));
        byte[] letter = new DossierPdf(viewer.getWords(), viewer.getFormats()).of(export.dossier());
        DossierZip zip = new DossierZip(export, letter, consent -> wishes.proof(whose, consent));
        return Response.ok(zip, ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dossier.zip\"")
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
