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
import java.util.List;
import java.util.Map;
import org.fairlead.campaign.Campaigns;
import org.fairlead.campaign.UploadOptions;
import org.fairlead.shared.Json;
import org.fairlead.web.export.Exports;
import org.fairlead.web.export.FaultReport;
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
            @QueryParam("known") @DefaultValue("refuse") String known,
            @QueryParam("by") @DefaultValue("number") String by,
            InputStream file) {
        var options = new UploadOptions(delimiter(delimiter), order(order), allOrNone, known(known), by(by));
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
                new FaultReport(
                        viewer.getWords(),
                        view.reason(),
                        view.detail(),
                        (first, most) -> campaigns.faults(view.listId(), first, most).stream()
                                .map(fault -> new FaultReport.Row(
                                        fault.line(), fault.column(), fault.reason(), fault.value()))
                                .toList())));
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

    private static UploadOptions.Known known(String name) {
        return switch (name) {
            case "update" -> UploadOptions.Known.UPDATE;
            case "update-only" -> UploadOptions.Known.UPDATE_ONLY;
            default -> UploadOptions.Known.REFUSE;
        };
    }

    private static UploadOptions.Key by(String name) {
        return name.equals("reference") ? UploadOptions.Key.REFERENCE : UploadOptions.Key.NUMBER;
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
