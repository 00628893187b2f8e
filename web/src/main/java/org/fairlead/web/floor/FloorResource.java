package org.fairlead.web.floor;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.reporting.Floor;
import org.fairlead.routing.Presence;
import org.fairlead.routing.StuckAgents;
import org.fairlead.shared.ClientId;
import org.fairlead.web.export.Exports;
import org.fairlead.web.shell.Viewer;
import org.jspecify.annotations.Nullable;

/** The floor of this moment as a file. */
@RequestScoped
@Path("floor")
public class FloorResource {

    @EJB
    private Floor floor;

    @EJB
    private StuckAgents stuck;

    @Inject
    private Exports exports;

    @Inject
    private Viewer viewer;

    /** Puts right an agent whose state lasts longer than it should. */
    @POST
    @Path("agents/{person}/repair")
    public void repair(@PathParam("person") UUID person) {
        stuck.repair(person);
    }

    @GET
    @Path("agents.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response agents() {
        var words = viewer.getWords();
        var now = floor.now();
        var rows = now.agents().stream()
                .filter(agent -> agent.presence() != Presence.OFFLINE)
                .map(agent -> Arrays.<@Nullable Object>asList(
                        agent.name(),
                        agent.siteName(),
                        words.get("presence."
                                + (agent.ringing()
                                        ? "RINGING"
                                        : agent.presence().name())),
                        agent.reason(),
                        Duration.between(agent.since(), now.at()).toSeconds(),
                        agent.clientName(),
                        agent.queueName()))
                .toList();
        return exports.file(new Exports.Table(
                "floor",
                ClientId.OUTSOURCER,
                Map.of(),
                List.of(
                        "floor.agent",
                        "common.site",
                        "common.state",
                        "floor.csv.reason",
                        "floor.csv.seconds",
                        "common.client",
                        "floor.contact"),
                Exports.of(rows)));
    }
}
