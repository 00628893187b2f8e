package org.fairlead.script.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.script.entity.Reading;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;

/** What was read and written down in a contact. The contact's own row belongs to another capability: it is only read. */
@ApplicationScoped
public class ScriptMarks {

    private static final String CONTACT =
            """
            select c.client_id, c.program_id, c.language, k.name as client_name,
                   (select max(m.version) from script_mark m where m.client_id = c.client_id and m.contact_id = c.contact_id) as version,
                   coalesce(
                     (select u.name from customer u where u.client_id = c.client_id and u.customer_id = c.customer_id),
                     (select u.name from contact_point p join customer u on u.client_id = p.client_id and u.customer_id = p.customer_id
                      where p.client_id = c.client_id and p.value = c.remote order by p.contact_point_id limit 1),
                     (select l.name from lead l where l.client_id = c.client_id and l.lead_id = c.lead_id), '') as customer
            from contact c join client k on k.client_id = c.client_id
            where c.contact_id = :contact
            """;

    private static final String HAD =
            """
            select 1 as had from contact c where c.contact_id = :contact and (c.agent_id = :person or exists (
              select 1 from contact_event e
              where e.client_id = c.client_id and e.contact_id = c.contact_id and e.agent_id = :person))
            """;

    private static final String MARK =
            """
            insert into script_mark (client_id, contact_id, block_id, version, person_id, read_at)
            values (:client, :contact, :block, :version, :person, :at) on conflict do nothing
            """;

    private static final String ANSWER =
            """
            insert into script_answer (client_id, contact_id, block_id, field_id, person_id, answered_at, value)
            values (:client, :contact, :block, :field, :person, :at, :value)
            on conflict (client_id, contact_id, block_id, field_id)
            do update set value = excluded.value, person_id = excluded.person_id, answered_at = excluded.answered_at
            """;

    @PersistenceContext(unitName = "fairlead")
    private EntityManager database;

    ContactScript contact(UUID contactId) {
        return anyContact(contactId).orElseThrow(() -> new Refused("script.none"));
    }

    /** Empty for a contact of no programme; one that is not there, or of another client, is not found. */
    Optional<ContactScript> anyContact(UUID contactId) {
        List<?> rows = database.createNativeQuery(CONTACT, Tuple.class)
                .setParameter("contact", contactId)
                .getResultList();
        if (rows.isEmpty()) {
            throw new NotFound("contact " + contactId);
        }
        Tuple row = (Tuple) rows.get(0);
        UUID program = row.get("program_id", UUID.class);
        return program == null ? Optional.empty() : Optional.of(script(contactId, program, row));
    }

    private static ContactScript script(UUID contactId, UUID program, Tuple row) {
        return new ContactScript(
                contactId,
                row.get("client_id", Integer.class),
                program,
                row.get("language", String.class),
                row.get("customer", String.class),
                row.get("client_name", String.class),
                row.get("version", Integer.class));
    }

    /** Whether the contact is or was this agent's. */
    boolean had(UUID contactId, UUID personId) {
        return !database.createNativeQuery(HAD, Tuple.class)
                .setParameter("contact", contactId)
                .setParameter("person", personId)
                .getResultList()
                .isEmpty();
    }

    Map<String, Instant> readAt(UUID contactId) {
        Map<String, Instant> times = new HashMap<>();
        for (Object row : database.createNativeQuery(
                        "select block_id, read_at from script_mark where contact_id = :contact", Tuple.class)
                .setParameter("contact", contactId)
                .getResultList()) {
            Tuple mark = (Tuple) row;
            times.put(mark.get("block_id", String.class), mark.get("read_at", Instant.class));
        }
        return times;
    }

    Map<String, String> answers(UUID contactId) {
        Map<String, String> values = new HashMap<>();
        for (Object row : database.createNativeQuery(
                        "select block_id, field_id, value from script_answer where contact_id = :contact", Tuple.class)
                .setParameter("contact", contactId)
                .getResultList()) {
            Tuple answer = (Tuple) row;
            values.put(
                    Reading.answerKey(answer.get("block_id", String.class), answer.get("field_id", String.class)),
                    answer.get("value", String.class));
        }
        return values;
    }

    /** The first time counts. */
    void mark(ContactScript contact, String block, int version, UUID person, Instant at) {
        database.createNativeQuery(MARK)
                .setParameter("client", contact.client())
                .setParameter("contact", contact.contact())
                .setParameter("block", block)
                .setParameter("version", version)
                .setParameter("person", person)
                .setParameter("at", at)
                .executeUpdate();
    }

    void answer(ContactScript contact, String block, String field, UUID person, Instant at, String value) {
        database.createNativeQuery(ANSWER)
                .setParameter("client", contact.client())
                .setParameter("contact", contact.contact())
                .setParameter("block", block)
                .setParameter("field", field)
                .setParameter("person", person)
                .setParameter("at", at)
                .setParameter("value", value)
                .executeUpdate();
    }

    void takeBack(ContactScript contact, String block, String field) {
        database.createNativeQuery("delete from script_answer where client_id = :client and contact_id = :contact "
                        + "and block_id = :block and field_id = :field")
                .setParameter("client", contact.client())
                .setParameter("contact", contact.contact())
                .setParameter("block", block)
                .setParameter("field", field)
                .executeUpdate();
    }
}
