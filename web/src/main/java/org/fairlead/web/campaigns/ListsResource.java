package org.fairlead.web.campaigns;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fairlead.campaign.Campaigns;
import org.fairlead.campaign.LeadListView;
import org.fairlead.campaign.UploadOptions;
import org.fairlead.shared.Json;
import org.fairlead.web.export.Exports;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/**
 * Lists come in as the body of a request and are passed on as a stream, so that a browser sees how much has left and
 * no file is ever held in memory. Roles are the facade's.
 */
@RequestScoped
@Path("campaigns")
public class ListsResource {

    @EJB
    private Campaigns campaigns;

    @Inject
    private Exports exports;

    @Inject
    private Viewer viewer;

    @POST
    @Path("{campaign}/lists")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response upload(
            @PathParam("campaign") String campaign,
            @QueryParam("name") @DefaultValue("list.csv") String name,
            @QueryParam("delimiter") @Nullable String delimiter,
            @QueryParam("order") @Nullable String order,
            @QueryParam("allOrNone") boolean allOrNone,
            InputStream file) {
        var options = new UploadOptions(delimiter(delimiter), order(order), allOrNone);
        var id = campaigns.upload(Address.uuid(campaign), name, file, options);
        return Response.status(Response.Status.CREATED)
                .entity(Json.write(Map.of("list", id)))
                .build();
    }

    /** What is wrong with a list, row by row, to be mended where the list came from. */
    @GET
    @Path("lists/{list}/report.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response report(@PathParam("list") String list) {
        var view = campaigns.list(Address.uuid(list));
        return exports.file(new Exports.Table(
                "report-" + view.name(),
                view.client(),
                Map.of(),
                List.of(
                        "campaigns.report.line",
                        "campaigns.report.column",
                        "campaigns.report.reason",
                        "campaigns.report.value"),
                (first, most) -> lines(view, first, most)));
    }

    /** Why the file as a whole was refused stands first, then what is wrong with each row. */
    private List<List<@Nullable Object>> lines(LeadListView list, int first, int most) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        String whole = list.reason();
        boolean heads = false;
        if (whole != null && first == 0) {
            heads = true;
            lines.add(Arrays.asList(null, null, reason(whole), list.detail()));
        }
        int from = whole == null || heads ? first : first - 1;
        campaigns
                .faults(list.listId(), from, heads ? most - 1 : most)
                .forEach(fault ->
                        lines.add(List.of(fault.line(), fault.column(), reason(fault.reason()), fault.value())));
        return lines;
    }

    private String reason(String reason) {
        var words = viewer.getWords();
        return words.has("fault." + reason) ? words.format("fault." + reason, "") : words.get("fault.unexpected");
    }

    private static @Nullable Character delimiter(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return switch (name) {
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "tab" -> '\t';
            case "pipe" -> '|';
            default -> null;
        };
    }

    private static UploadOptions.Order order(@Nullable String name) {
        if (name == null) {
            return UploadOptions.Order.AUTO;
        }
        return switch (name) {
            case "header" -> UploadOptions.Order.HEADER;
            case "vicidial" -> UploadOptions.Order.VICIDIAL;
            default -> UploadOptions.Order.AUTO;
        };
    }
}
