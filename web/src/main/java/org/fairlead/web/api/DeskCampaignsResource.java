package org.fairlead.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.fairlead.reporting.CampaignHalts;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;
import org.jspecify.annotations.Nullable;

/** Campaigns as far as they concern an agent who waits: those that may call nobody now. A push says when to ask again. */
@Path("/desk/campaigns")
@RequestScoped
@RolesAllowed(Roles.AGENT)
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class DeskCampaignsResource {

    @EJB
    private CampaignHalts halts;

    /** A campaign and why it stands still. */
    record Halted(String client, String campaign, String why, @Nullable String rule, @Nullable Instant until) {}

    @GET
    @Path("/halts")
    public String halts() {
        return Json.write(halts.mine().stream()
                .map(one -> new Halted(
                        one.client(),
                        one.campaign(),
                        one.halt().why().name(),
                        one.halt().rule(),
                        one.halt().until()))
                .toList());
    }
}
