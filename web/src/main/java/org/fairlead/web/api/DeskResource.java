package org.fairlead.web.api;

import static org.fairlead.web.api.Malformed.read;
import static org.fairlead.web.api.Malformed.required;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.routing.Desk;
import org.fairlead.routing.DeskState;
import org.fairlead.script.Omissions;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.web.live.DeskSessions;
import org.fairlead.web.live.LiveHub;

/** The agent's desk: each action answers with the desk as it is then, as the push sends it too. */
@Path("/desk")
@RequestScoped
@RolesAllowed(Roles.AGENT)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class DeskResource {

    @EJB
    private Desk desk;

    @EJB
    private Omissions omissions;

    @Inject
    private DeskSessions sessions;

    @Inject
    private LiveHub live;

    @Inject
    private HttpServletRequest request;

    /** The desk as it was decided last; 404 before a session is open. */
    @GET
    @Consumes(MediaType.WILDCARD)
    public String now() {
        return text(sessions.last(login()).orElseThrow(() -> new NotFound("desk session")));
    }

    @POST
    @Path("/open")
    public String open(String body) {
        String session = required(read(body, DeskRequests.Session.class).session(), "session");
        if (!session.matches("[A-Za-z0-9-]{8,64}")) {
            throw new Malformed("the field \"session\" is 8 to 64 letters, digits and hyphens");
        }
        DeskState state = desk.open(session);
        sessions.keep(login(), session, state);
        live.moved(login(), session);
        return text(state);
    }

    @POST
    @Path("/leave")
    public void leave(String body) {
        desk.leave(required(read(body, DeskRequests.Session.class).session(), "session"));
    }

    @POST
    @Path("/presence")
    public String present(String body) {
        var wanted = read(body, DeskRequests.Present.class);
        return text(desk.present(required(wanted.presence(), "presence"), wanted.reason()));
    }

    @POST
    @Path("/contacts/{id}/accept")
    public String accept(@PathParam("id") UUID contact) {
        return text(desk.accept(contact));
    }

    @POST
    @Path("/contacts/{id}/refuse")
    public String refuse(@PathParam("id") UUID contact) {
        return text(desk.refuse(contact));
    }

    @POST
    @Path("/contacts/{id}/hold")
    public String hold(@PathParam("id") UUID contact, String body) {
        return text(desk.hold(contact, on(body)));
    }

    @POST
    @Path("/contacts/{id}/mute")
    public String mute(@PathParam("id") UUID contact, String body) {
        return text(desk.mute(contact, on(body)));
    }

    @POST
    @Path("/contacts/{id}/record")
    public String record(@PathParam("id") UUID contact, String body) {
        return text(desk.record(contact, on(body)));
    }

    @POST
    @Path("/contacts/{id}/keys")
    public String keys(@PathParam("id") UUID contact, String body) {
        String keys = required(read(body, DeskRequests.Keys.class).keys(), "keys");
        if (!keys.matches("[0-9*#A-D]{1,32}")) {
            throw new Malformed("the field \"keys\" is up to 32 of 0-9, *, #, A-D");
        }
        return text(desk.sendKeys(contact, keys));
    }

    @POST
    @Path("/contacts/{id}/transfer")
    public String transfer(@PathParam("id") UUID contact, String body) {
        var wanted = read(body, DeskRequests.Transfer.class);
        return text(desk.transfer(
                contact, required(wanted.kind(), "kind"), Objects.requireNonNullElse(wanted.target(), "")));
    }

    @POST
    @Path("/contacts/{id}/hang-up")
    public String hangUp(@PathParam("id") UUID contact) {
        return text(desk.hangUp(contact));
    }

    @POST
    @Path("/contacts/{id}/finishing")
    public String finishing(@PathParam("id") UUID contact) {
        return text(desk.finishing(contact));
    }

    @POST
    @Path("/contacts/{id}/dial")
    public String dial(@PathParam("id") UUID contact) {
        return text(desk.dialPreview(contact));
    }

    @POST
    @Path("/contacts/{id}/skip")
    public String skip(@PathParam("id") UUID contact, String body) {
        return text(desk.skipPreview(
                contact, required(read(body, DeskRequests.Reason.class).reason(), "reason")));
    }

    @POST
    @Path("/contacts/{id}/close")
    public String close(@PathParam("id") UUID contact, String body) {
        var close = read(body, DeskRequests.Close.class);
        String disposition = required(close.disposition(), "disposition");
        omissions.keep(contact);
        Instant at = close.callbackAt();
        boolean mine = !Boolean.FALSE.equals(close.callbackMine());
        return text(desk.close(
                contact,
                disposition,
                Objects.requireNonNullElse(close.note(), ""),
                at == null ? null : new Desk.Promised(at, mine)));
    }

    private String text(DeskState state) {
        return Json.write(live.data(state));
    }

    private String login() {
        return request.getUserPrincipal().getName();
    }

    private static boolean on(String body) {
        return required(read(body, DeskRequests.Switch.class).on(), "on");
    }
}
