package org.fairlead.web.api;

import static org.fairlead.web.api.Malformed.read;
import static org.fairlead.web.api.Malformed.required;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.fairlead.collections.CardWay;
import org.fairlead.collections.Debtors;
import org.fairlead.collections.Debtors.Debtor;
import org.fairlead.collections.Debtors.Question;
import org.fairlead.collections.Hold;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;
import org.jspecify.annotations.Nullable;

/** What the desk does about the debtor of a contact. It answers with how the check stands; the panel is drawn anew. */
@Path("/desk/contacts/{id}/debtor")
@RequestScoped
@RolesAllowed(Roles.AGENT)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class DeskDebtorResource {

    /** Beside the kinds of holds: it stops nothing by itself. */
    private static final String COMPLAINT = "COMPLAINT";

    @EJB
    private Debtors debtors;

    record Checked(boolean passed, int triesLeft) {}

    record Check(@Nullable Map<String, String> answers) {}

    record Promise(@Nullable UUID debt, @Nullable String amount, @Nullable LocalDate due) {}

    record Arrangement(
            @Nullable UUID debt, @Nullable String amount, @Nullable Integer instalments, @Nullable LocalDate due) {}

    record Card(@Nullable UUID debt, @Nullable String amount, @Nullable String way) {}

    record CardBack(@Nullable UUID debt, @Nullable UUID order) {}

    record Placed(@Nullable UUID debt, @Nullable String kind, @Nullable String reason) {}

    @POST
    @Path("/check")
    public String check(@PathParam("id") UUID contact, String body) {
        Map<Question, String> answers = new EnumMap<>(Question.class);
        required(read(body, Check.class).answers(), "answers")
                .forEach((question, answer) -> answers.put(word(Question.class, question, "answers"), answer));
        return text(debtors.check(contact, answers));
    }

    @POST
    @Path("/promise")
    public String promise(@PathParam("id") UUID contact, String body) {
        var wanted = read(body, Promise.class);
        return text(debtors.promise(
                contact, required(wanted.debt(), "debt"), required(wanted.amount(), "amount"), wanted.due()));
    }

    /** A plan without an amount, a settlement with one. */
    @POST
    @Path("/arrangement")
    public String arrange(@PathParam("id") UUID contact, String body) {
        var wanted = read(body, Arrangement.class);
        String amount = wanted.amount();
        return text(debtors.arrange(
                contact,
                required(wanted.debt(), "debt"),
                amount == null ? "" : amount,
                required(wanted.instalments(), "instalments"),
                wanted.due()));
    }

    /** The debtor types the card elsewhere: no field of it comes here. */
    @POST
    @Path("/card")
    public String pay(@PathParam("id") UUID contact, String body) {
        var wanted = read(body, Card.class);
        return text(debtors.pay(
                contact,
                required(wanted.debt(), "debt"),
                required(wanted.amount(), "amount"),
                word(CardWay.class, required(wanted.way(), "way"), "way")));
    }

    @POST
    @Path("/card-cancel")
    public String unpay(@PathParam("id") UUID contact, String body) {
        var wanted = read(body, CardBack.class);
        return text(debtors.unpay(contact, required(wanted.debt(), "debt"), required(wanted.order(), "order")));
    }

    @POST
    @Path("/hold")
    public String hold(@PathParam("id") UUID contact, String body) {
        var wanted = read(body, Placed.class);
        if (COMPLAINT.equals(wanted.kind())) {
            return text(
                    debtors.complain(contact, required(wanted.debt(), "debt"), required(wanted.reason(), "reason")));
        }
        return text(debtors.hold(
                contact,
                required(wanted.debt(), "debt"),
                word(Hold.class, required(wanted.kind(), "kind"), "kind"),
                required(wanted.reason(), "reason")));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String written, String field) {
        try {
            return Enum.valueOf(type, written);
        } catch (IllegalArgumentException e) {
            throw new Malformed("the field \"" + field + "\" has an unknown word");
        }
    }

    private static String text(Debtor debtor) {
        return Json.write(new Checked(debtor.passed(), debtor.triesLeft()));
    }
}
