package org.fairlead.customer.control;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.customer.CustomerCard;
import org.fairlead.customer.MaskedNumber;
import org.fairlead.shared.ByLanguage;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * Reads contacts for the customer's card. Contacts belong to a higher floor, so there is no class of theirs to use
 * here: this reads their table, and never writes to it.
 */
@ApplicationScoped
public class ContactReader {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private static final String AT_HAND =
            """
            select c.contact_id, c.client_id, c.remote,
                   coalesce(c.customer_id, (
                     select p.customer_id from contact_point p
                     where p.client_id = c.client_id and p.value = c.remote order by p.contact_point_id limit 1)) as customer_id,
                   l.name, l.language, l.country, l.city, l.reference, l.time_zones[1] as time_zone
            from contact c left join lead l on l.client_id = c.client_id and l.lead_id = c.lead_id
            where c.contact_id = :contact
            """;

    private static final String PAST =
            """
            select c.contact_id, c.offered_at, c.channel, c.direction, c.label, c.outcome, d.names::text as disposition,
                   g.languages[1] as first_language, a.name as agent,
                   coalesce(extract(epoch from c.ended_at - c.connected_at), 0)::bigint as talk_seconds
            from contact c
            left join program g on g.client_id = c.client_id and g.program_id = c.program_id
            left join disposition d on d.client_id = c.client_id and d.program_id = c.program_id and d.code = c.disposition
            left join person a on a.person_id = c.agent_id
            where c.client_id = :client and c.contact_id <> :contact
              and (c.customer_id = :customer or c.remote = :remote)
            order by c.offered_at desc limit 20
            """;

    @PersistenceContext(unitName = "fairlead")
    private EntityManager database;

    ContactAtHand atHand(UUID contactId) {
        List<?> rows = database.createNativeQuery(AT_HAND, Tuple.class)
                .setParameter("contact", contactId)
                .getResultList();
        if (rows.isEmpty()) {
            throw new NotFound("contact " + contactId);
        }
        return atHand((Tuple) rows.get(0));
    }

    List<CustomerCard.PastContact> past(ContactAtHand contact, String language) {
        List<?> rows = database.createNativeQuery(PAST, Tuple.class)
                .setParameter("client", contact.client().value())
                .setParameter("contact", contact.id())
                .setParameter("customer", contact.customer() == null ? new UUID(0, 0) : contact.customer())
                .setParameter("remote", contact.remote() == null ? "" : contact.remote())
                .getResultList();
        return rows.stream().map(row -> past((Tuple) row, language)).toList();
    }

    /** How much of the client's numbers is shown at that site. */
    MaskedNumber.Shown shown(ClientId client, int site) {
        return MaskedNumber.Shown.valueOf(
                (String) database.createNativeQuery("select number_shown(:client, :site)", String.class)
                        .setParameter("client", client.value())
                        .setParameter("site", site)
                        .getSingleResult());
    }

    boolean mayReveal(ClientId client, int site) {
        return (Boolean) database.createNativeQuery("select number_revealed(:client, :site)", Boolean.class)
                .setParameter("client", client.value())
                .setParameter("site", site)
                .getSingleResult();
    }

    private static ContactAtHand atHand(Tuple row) {
        String leadName = text(row, "name");
        ContactAtHand.Lead lead = leadName == null
                ? ContactAtHand.Lead.NOBODY
                : new ContactAtHand.Lead(
                        leadName,
                        text(row, "language"),
                        text(row, "country"),
                        text(row, "city"),
                        text(row, "reference"),
                        text(row, "time_zone"));
        return new ContactAtHand(
                row.get("contact_id", UUID.class),
                new ClientId(row.get("client_id", Integer.class)),
                row.get("customer_id", UUID.class),
                text(row, "remote"),
                lead);
    }

    private static CustomerCard.PastContact past(Tuple row, String language) {
        String names = text(row, "disposition");
        String first = text(row, "first_language");
        return new CustomerCard.PastContact(
                row.get("contact_id", UUID.class),
                row.get("offered_at", Instant.class),
                String.valueOf(text(row, "channel")),
                String.valueOf(text(row, "direction")),
                text(row, "label"),
                text(row, "outcome"),
                names == null ? null : ByLanguage.pick(Json.read(names, WORDS), language, first == null ? "en" : first),
                text(row, "agent"),
                row.get("talk_seconds", Number.class).longValue());
    }

    private static @Nullable String text(Tuple row, String column) {
        return row.get(column, String.class);
    }
}
