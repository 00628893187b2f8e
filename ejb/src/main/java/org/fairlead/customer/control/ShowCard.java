package org.fairlead.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.customer.CustomerCard;
import org.fairlead.customer.MaskedNumber;
import org.fairlead.customer.entity.ContactPoint;
import org.fairlead.customer.entity.Customer;
import org.fairlead.customer.entity.Masking;
import org.fairlead.security.CurrentCaller;
import org.jspecify.annotations.Nullable;

/** Puts together what an agent sees of the customer: the client's own record first, else the lead's, else the number. */
@ApplicationScoped
public class ShowCard {

    private static final String NOTES =
            """
            select n.note_id, n.written_at, p.name, n.words
            from customer_note n join person p on p.person_id = n.author_id
            where n.customer_id = :customer order by n.written_at desc limit 50
            """;

    @PersistenceContext(unitName = "fairlead")
    private EntityManager database;

    @Inject
    private ContactReader contacts;

    @Inject
    private CurrentCaller current;

    public CustomerCard card(UUID contactId, String language) {
        ContactAtHand contact = contacts.atHand(contactId);
        List<CustomerCard.PastContact> past = contacts.past(contact, language);
        Customer customer = contact.customer() == null ? null : database.find(Customer.class, contact.customer());
        return customer == null ? unknown(contact, past) : known(contact, customer, past);
    }

    private CustomerCard known(ContactAtHand contact, Customer customer, List<CustomerCard.PastContact> past) {
        MaskedNumber.Shown shown = shown(contact);
        List<ContactPoint> points = points(customer);
        return new CustomerCard(
                contact.id(),
                contact.client(),
                customer.id(),
                customer.name(),
                customer.language(),
                customer.country(),
                customer.city(),
                Masking.reference(customer.reference()),
                customer.isVip(),
                customer.since(),
                zone(zoneOf(points, contact.remote())),
                remote(contact, shown),
                points.stream()
                        .map(point -> point.masked(contact.remote(), shown))
                        .toList(),
                notes(customer),
                past);
    }

    private CustomerCard unknown(ContactAtHand contact, List<CustomerCard.PastContact> past) {
        ContactAtHand.Lead lead = contact.lead();
        return new CustomerCard(
                contact.id(),
                contact.client(),
                null,
                lead.name(),
                lead.language(),
                lead.country(),
                lead.city(),
                Masking.reference(lead.reference()),
                false,
                null,
                zone(lead.timeZone()),
                remote(contact, shown(contact)),
                List.of(),
                List.of(),
                past);
    }

    private List<ContactPoint> points(Customer customer) {
        return database.createQuery(
                        "select p from ContactPoint p where p.customer = :customer order by p.kind desc, p.id",
                        ContactPoint.class)
                .setParameter("customer", customer.id())
                .getResultList();
    }

    private List<CustomerCard.Note> notes(Customer customer) {
        List<?> rows = database.createNativeQuery(NOTES, Tuple.class)
                .setParameter("customer", customer.id())
                .getResultList();
        return rows.stream().map(row -> note((Tuple) row)).toList();
    }

    private static CustomerCard.Note note(Tuple row) {
        return new CustomerCard.Note(
                row.get("note_id", UUID.class),
                row.get("written_at", Instant.class),
                row.get("name", String.class),
                row.get("words", String.class));
    }

    /** Of the number at hand, else of any other: people seldom live in two zones. */
    private static @Nullable String zoneOf(List<ContactPoint> points, @Nullable String remote) {
        return points.stream()
                .filter(point -> point.value().equals(remote))
                .map(ContactPoint::timeZone)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> points.stream()
                        .map(ContactPoint::timeZone)
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        return name == null || !ZoneId.getAvailableZoneIds().contains(name) ? null : ZoneId.of(name);
    }

    private MaskedNumber.Shown shown(ContactAtHand contact) {
        return contacts.shown(contact.client(), current.caller().siteId());
    }

    private static String remote(ContactAtHand contact, MaskedNumber.Shown shown) {
        String remote = contact.remote();
        return remote == null ? "" : MaskedNumber.of(remote, shown);
    }
}
