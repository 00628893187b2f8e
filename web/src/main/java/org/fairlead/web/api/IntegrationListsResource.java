package org.fairlead.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import org.fairlead.campaign.Campaigns;
import org.fairlead.campaign.UploadOptions;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** For other systems of a client, version 1: its campaigns and their lead lists, which may be uploaded. */
@Path("/v1/campaigns")
@RequestScoped
@RolesAllowed(Roles.INTEGRATION)
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class IntegrationListsResource {

    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');
    private static final Map<String, UploadOptions.Order> ORDERS = Map.of(
            "auto", UploadOptions.Order.AUTO,
            "header", UploadOptions.Order.HEADER,
            "vicidial", UploadOptions.Order.VICIDIAL);
    private static final Map<String, UploadOptions.Known> KNOWN = Map.of(
            "refuse", UploadOptions.Known.REFUSE,
            "update", UploadOptions.Known.UPDATE,
            "update-only", UploadOptions.Known.UPDATE_ONLY);
    private static final Map<String, UploadOptions.Key> KEYS =
            Map.of("number", UploadOptions.Key.NUMBER, "reference", UploadOptions.Key.REFERENCE);

    @EJB
    private Campaigns campaigns;

    @GET
    public String campaigns() {
        return Json.write(campaigns.campaigns().stream()
                .map(IntegrationViews.Campaign::of)
                .toList());
    }

    @GET
    @Path("/{campaign}/lists")
    public String lists(@PathParam("campaign") String campaign) {
        return Json.write(campaigns.lists(Address.uuid(campaign)).stream()
                .map(IntegrationViews.LeadList::of)
                .toList());
    }

    /** Answers as soon as the file is received; how far its reading is, the list says. */
    @POST
    @Path("/{campaign}/lists")
    @Consumes(MediaType.WILDCARD)
    public Response upload(
            @PathParam("campaign") String campaign,
            @QueryParam("name") @DefaultValue("list.csv") String name,
            @QueryParam("delimiter") @Nullable String delimiter,
            @QueryParam("order") @DefaultValue("auto") String order,
            @QueryParam("allOrNone") boolean allOrNone,
            @QueryParam("known") @DefaultValue("refuse") String known,
            @QueryParam("by") @DefaultValue("number") String by,
            InputStream file) {
        Character separator = delimiter == null ? null : known(DELIMITERS, delimiter, "delimiter");
        var options = new UploadOptions(
                separator,
                known(ORDERS, order, "order"),
                allOrNone,
                known(KNOWN, known, "known"),
                known(KEYS, by, "by"));
        var list = campaigns.upload(Address.uuid(campaign), name, file, options);
        return Response.created(URI.create("v1/campaigns/lists/" + list))
                .entity(Json.write(new IntegrationViews.Uploaded(list)))
                .build();
    }

    @GET
    @Path("/lists/{list}")
    public String list(@PathParam("list") String list) {
        return Json.write(IntegrationViews.LeadList.of(campaigns.list(Address.uuid(list))));
    }

    /** What is wrong with which row. */
    @GET
    @Path("/lists/{list}/faults")
    public String faults(
            @PathParam("list") String list,
            @QueryParam("first") @DefaultValue("0") int first,
            @QueryParam("most") @DefaultValue("100") int most) {
        IntegrationResource.requirePage(first, most);
        var found = campaigns.faults(Address.uuid(list), first, most + 1).stream()
                .map(IntegrationViews.RowFault::of)
                .toList();
        return Json.write(IntegrationViews.Page.of(first, most, found));
    }

    private static <T> T known(Map<String, T> values, String name, String field) {
        T value = values.get(name);
        if (value == null) {
            throw new Malformed("\"" + field + "\" is one of " + values.keySet());
        }
        return value;
    }
}
