package org.fairlead.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.fairlead.routing.EngineView;
import org.fairlead.shared.Json;
import org.fairlead.telephony.GatewayLinks;
import org.fairlead.telephony.GatewayLinks.GatewayLink;
import org.jspecify.annotations.Nullable;

/** Whether this node is ready for work; open to everybody, so it tells no names and no numbers of clients. */
@Path("/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    @Inject
    private EngineView engine;

    @Inject
    private GatewayLinks links;

    /** @param engineAt when the engine's picture was taken */
    record Health(String status, Instant engineAt, List<Link> gateways) {}

    /** @param roundTripMillis of the last probe; left out until one has come back */
    record Link(
            String gateway,
            @Nullable Instant heardAt,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long roundTripMillis,
            boolean up) {

        static Link of(GatewayLink link) {
            return new Link(
                    link.gateway(),
                    link.heardAt(),
                    link.roundTripMillis() < 0 ? null : Long.valueOf(link.roundTripMillis()),
                    link.up());
        }
    }

    @GET
    public Response health() {
        boolean ready = engine.here();
        var health = new Health(
                ready ? "ready" : "engine-away",
                engine.snapshot().at(),
                links.links().stream().map(Link::of).toList());
        return Response.status(ready ? 200 : 503).entity(Json.write(health)).build();
    }
}
