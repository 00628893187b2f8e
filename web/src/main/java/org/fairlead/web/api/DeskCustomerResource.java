package org.fairlead.web.api;

import static org.fairlead.web.api.Malformed.read;
import static org.fairlead.web.api.Malformed.required;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.customer.Customers;
import org.fairlead.script.Scripts;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.jspecify.annotations.Nullable;

/** What the desk writes down about the customer of a contact, and in its script. */
@Path("/desk")
@RequestScoped
@RolesAllowed(Roles.AGENT)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class DeskCustomerResource {

    @EJB
    private Customers customers;

    @EJB
    private Scripts scripts;

    @Inject
    private Viewer viewer;

    /** @param faults what is wrong with an answer, by {@code block/field}, in the agent's language */
    record Noted(Map<String, Instant> readAt, Map<String, String> faults) {}

    record Revealed(String number) {}

    /** Several steps of the script at once, so that a contact needs few requests. A bad answer does not stop the others. */
    @POST
    @Path("/contacts/{id}/script")
    public String progress(@PathParam("id") UUID contact, String body) {
        var progress = read(body, DeskRequests.Progress.class);
        if (isEmpty(progress.read()) && isEmpty(progress.answers())) {
            throw new Malformed("nothing was read and nothing answered");
        }
        Map<String, Instant> readAt = new LinkedHashMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        for (String block : Objects.requireNonNullElse(progress.read(), List.<String>of())) {
            readAt.put(block, scripts.markRead(contact, block));
        }
        for (var answer : Objects.requireNonNullElse(progress.answers(), List.<DeskRequests.Answer>of())) {
            String block = required(answer.block(), "block");
            String field = required(answer.field(), "field");
            try {
                scripts.answer(contact, block, field, Objects.requireNonNullElse(answer.value(), ""));
            } catch (Refused refused) {
                faults.put(block + "/" + field, Refusals.message(viewer.getWords(), viewer.getFormats(), refused));
            }
        }
        return Json.write(new Noted(readAt, faults));
    }

    private static boolean isEmpty(@Nullable Collection<?> some) {
        return some == null || some.isEmpty();
    }

    /** The customer's number in full. Audited. */
    @POST
    @Path("/contacts/{id}/reveal")
    public String reveal(@PathParam("id") UUID contact, String body) {
        String reason = required(read(body, DeskRequests.Reason.class).reason(), "reason");
        return Json.write(new Revealed(customers.reveal(contact, reason)));
    }

    @POST
    @Path("/contacts/{id}/note")
    public String note(@PathParam("id") UUID contact, String body) {
        return Json.write(customers.addNote(
                contact, required(read(body, DeskRequests.Note.class).words(), "words")));
    }
}
