package org.fairlead.web.floor;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.reporting.Floor;
import org.fairlead.reporting.Shifts;
import org.fairlead.routing.Presence;
import org.fairlead.routing.StuckAgents;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.web.export.Exports;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.DayFields;
import org.jspecify.annotations.Nullable;

/** The floor of this moment as a file. */
@RequestScoped
@Path("floor")
public class FloorResource {

    @EJB
    private Floor floor;

    @EJB
    private StuckAgents stuck;

    @EJB
    private Shifts shifts;

    @Inject
    private DayFields days;

    @Inject
    private Exports exports;

    @Inject
    private Viewer viewer;

    @Inject
    private PauseWords pauseWords;

    /** How long people paused on a day, and what they said about it. */
    @GET
    @Path("pauses.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response pauses(@QueryParam("day") @Nullable String asked) {
        LocalDate day = days.read(asked);
        if (day == null) {
            throw new Refused("day", "");
        }
        var words = viewer.getWords();
        var rows = shifts.pauses(day).stream()
                .map(pause -> Arrays.<@Nullable Object>asList(
                        pause.name(),
                        words.get("presence." + pause.presence().name()),
                        pauseWords.of(pause.reason()),
                        pause.times(),
                        pause.seconds()))
                .toList();
        return exports.file(new Exports.Table(
                "pauses",
                ClientId.OUTSOURCER,
                Map.of("day", day.toString()),
                List.of(
                        "floor.shifts.person",
                        "floor.reasons.kind",
                        "floor.pauses.reason",
                        "floor.pauses.times",
                        "floor.csv.seconds"),
                Exports.of(rows)));
    }

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
                        pauseWords.of(agent.reason()),
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
