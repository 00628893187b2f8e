package org.fairlead.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.format.DateTimeFormatter;
import org.fairlead.shared.NotFound;
import org.fairlead.web.export.Csv;
import org.fairlead.web.shell.Viewer;
import org.jspecify.annotations.Nullable;

/** The portal's figures as a file: one line for each half hour of the day. */
@RequestScoped
@Path("portal")
public class PortalResource {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Inject
    private PortalScope scope;

    @Inject
    private Viewer viewer;

    @GET
    @Path("service-level.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response serviceLevel(
            @QueryParam("program") @Nullable String program, @QueryParam("date") @Nullable String date) {
        scope.open(null, program, date);
        var day = scope.getDay();
        var shown = scope.getProgram();
        if (day == null || shown == null) {
            throw new NotFound("no programme");
        }
        var csv = new Csv()
                .row(
                        viewer.getWords().get("portal.interval.from"),
                        viewer.getWords().get("portal.interval.until"),
                        viewer.getWords().get("portal.offered"),
                        viewer.getWords().get("portal.answered"),
                        viewer.getWords().get("portal.abandoned"),
                        viewer.getWords().get("portal.average.wait.seconds"),
                        viewer.getWords().get("portal.service.level"));
        for (var interval : day.intervals()) {
            var counts = interval.counts();
            csv.row(
                    TIME.format(interval.from().atZone(day.zone())),
                    TIME.format(interval.until().atZone(day.zone())),
                    counts.offered(),
                    counts.answered(),
                    counts.abandoned(),
                    counts.averageWaitSeconds(),
                    interval.level() == null ? null : interval.level().percent());
        }
        return Response.ok(csv.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + shown.code() + "-" + day.date() + ".csv\"")
                .build();
    }
}
