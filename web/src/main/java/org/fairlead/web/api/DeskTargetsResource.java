package org.fairlead.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.routing.DeskState.DeskContact;
import org.fairlead.routing.EngineView;
import org.fairlead.routing.FloorSnapshot;
import org.fairlead.routing.FloorSnapshot.AgentNow;
import org.fairlead.routing.FloorSnapshot.QueueNow;
import org.fairlead.routing.Presence;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.web.live.DeskSessions;

/**
 * Where the contact at hand can go: queues of its client, colleagues who are free and serve that client. Nobody knows
 * log-ins and codes of queues by heart.
 */
@Path("/desk/contacts/{id}/targets")
@RequestScoped
@RolesAllowed(Roles.AGENT)
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class DeskTargetsResource {

    @Inject
    private EngineView engine;

    @Inject
    private DeskSessions sessions;

    @Inject
    private HttpServletRequest request;

    /** @param waiting customers in the queue, -1 for a colleague */
    public record Target(String target, String name, int waiting, int ready) {}

    @GET
    public String targets(@PathParam("id") UUID contact) {
        String login = request.getUserPrincipal().getName();
        int client = sessions.last(login)
                .map(state -> state.contact())
                .filter(mine -> mine.contactId().equals(contact))
                .map(DeskContact::clientId)
                .orElseThrow(() -> new NotFound("contact"));
        FloorSnapshot floor = engine.snapshot();
        Stream<Target> queues = floor.queues().stream()
                .filter(queue -> queue.clientId() == client)
                .map(DeskTargetsResource::of);
        Stream<Target> colleagues = floor.agents().stream()
                .filter(agent ->
                        agent.presence() == Presence.AVAILABLE && !agent.login().equals(login))
                .filter(agent -> agent.clients().contains(client))
                .map(DeskTargetsResource::of);
        return Json.write(Stream.concat(queues, colleagues).toList());
    }

    private static Target of(QueueNow queue) {
        return new Target(queue.code(), queue.name(), queue.waiting(), queue.ready());
    }

    private static Target of(AgentNow agent) {
        return new Target(agent.login(), agent.name(), -1, 1);
    }
}
