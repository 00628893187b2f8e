package org.fairlead.web.floor;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.fairlead.reporting.Floor;
import org.fairlead.routing.Presence;
import org.fairlead.web.export.Csv;
import org.fairlead.web.shell.Viewer;

/** The floor of this moment as a file. */
@RequestScoped
@Path("floor")
public class FloorResource {

    @EJB
    private Floor floor;

    @Inject
    private Viewer viewer;

    @GET
    @Path("agents.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response agents() {
        var words = viewer.getWords();
        var now = floor.now();
        var csv = new Csv()
                .row(
                        words.get("floor.agent"),
                        words.get("common.site"),
                        words.get("common.state"),
                        words.get("floor.csv.reason"),
                        words.get("floor.csv.seconds"),
                        words.get("common.client"),
                        words.get("floor.contact"));
        var signedIn = now.agents().stream().filter(a -> a.presence() != Presence.OFFLINE);
        for (var agent : signedIn.toList()) {
            csv.row(
                    agent.name(),
                    agent.siteName(),
                    words.get("presence." + agent.presence()),
                    agent.reason(),
                    Duration.between(agent.since(), now.at()).toSeconds(),
                    agent.clientName(),
                    agent.queueName());
        }
        return Response.ok(csv.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"floor.csv\"")
                .build();
    }
}
