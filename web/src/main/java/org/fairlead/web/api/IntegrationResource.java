package org.fairlead.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.fairlead.agreement.ServiceLevels;
import org.fairlead.agreement.ServiceLevels.ContactOrder;
import org.fairlead.client.Clients;
import org.fairlead.contact.Contacts;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/**
 * For other systems of a client, version 1: what is set up, today's service level, the contacts of a day. A service
 * account comes with a bearer token and sees the clients that it is bound to, as a person would.
 */
@Path("/v1")
@RequestScoped
@RolesAllowed(Roles.INTEGRATION)
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class IntegrationResource {

    static final int MOST = 500;

    @EJB
    private Clients clients;

    @EJB
    private ServiceLevels levels;

    @EJB
    private Contacts contacts;

    @GET
    @Path("/clients")
    public String clients() {
        return Json.write(
                clients.clients().stream().map(IntegrationViews.Client::of).toList());
    }

    @GET
    @Path("/clients/{client}")
    public String client(@PathParam("client") String client) {
        return Json.write(IntegrationViews.Client.of(clients.client(Address.client(client))));
    }

    @GET
    @Path("/clients/{client}/programmes")
    public String programmes(@PathParam("client") String client) {
        return Json.write(clients.programs(Address.client(client)).stream()
                .map(IntegrationViews.Programme::of)
                .toList());
    }

    @GET
    @Path("/programmes/{programme}/queues")
    public String queues(@PathParam("programme") String programme) {
        return Json.write(clients.queues(Address.uuid(programme)).stream()
                .map(IntegrationViews.Queue::of)
                .toList());
    }

    /** Today in the client's time zone, or another day. */
    @GET
    @Path("/programmes/{programme}/service-level")
    public String serviceLevel(@PathParam("programme") String programme, @QueryParam("date") @Nullable String date) {
        var id = Address.uuid(programme);
        return Json.write(IntegrationViews.Level.of(date == null ? levels.today(id) : levels.on(id, day(date))));
    }

    /** The inbound contacts that the day's figures count, in the order in which their clocks began. */
    @GET
    @Path("/programmes/{programme}/contacts")
    public String contacts(
            @PathParam("programme") String programme,
            @QueryParam("date") @Nullable String date,
            @QueryParam("first") @DefaultValue("0") int first,
            @QueryParam("most") @DefaultValue("100") int most) {
        requirePage(first, most);
        var id = Address.uuid(programme);
        LocalDate day = date == null ? levels.today(id).date() : day(date);
        var found = levels.behind(id, day, null, null, null, ContactOrder.asTheyCame(), first, most + 1).stream()
                .map(IntegrationViews.Contact::of)
                .toList();
        return Json.write(IntegrationViews.Page.of(first, most, found));
    }

    /** One contact's journal. */
    @GET
    @Path("/contacts/{contact}/events")
    public String events(@PathParam("contact") String contact) {
        return Json.write(contacts.events(Address.uuid(contact)).stream()
                .map(IntegrationViews.ContactEvent::of)
                .toList());
    }

    static void requirePage(int first, int most) {
        if (first < 0 || most < 1 || most > MOST) {
            throw new Malformed("\"first\" is 0 or more, \"most\" is 1 to " + MOST);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Malformed("\"date\" is a day such as 2026-11-21");
        }
    }
}
