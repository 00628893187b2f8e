package org.fairlead.script.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fairlead.script.AddedBlocks;
import org.fairlead.script.Omissions.Omission;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.entity.ScriptVersion;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.ByLanguage;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** Keeps which mandatory blocks were not read. */
@ApplicationScoped
public class KeepOmissions {

    private static final String CLOSING =
            "select 1 from contact where contact_id = :contact and agent_id = :person and state = 'WRAP_UP'";

    private static final String FORGET =
            "delete from script_unread where client_id = :client and contact_id = :contact";

    private static final String KEEP =
            """
            insert into script_unread (client_id, contact_id, block_id, program_id, version, person_id, closed_at)
            values (:client, :contact, :block, :program, :version, :person, :at)
            """;

    private static final String LATELY =
            """
            select u.contact_id, u.client_id, k.name as client, u.program_id, g.name as program, p.name as agent, u.closed_at,
                   u.block_id, u.version
            from script_unread u join client k on k.client_id = u.client_id
            join program g on g.client_id = u.client_id and g.program_id = u.program_id
            join person p on p.person_id = u.person_id
            order by u.closed_at desc, u.contact_id, u.block_id limit :most
            """;

    @PersistenceContext(unitName = "fairlead")
    private EntityManager database;

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource connections;

    @Inject
    private ScriptMarks marks;

    @Inject
    private LeadThrough leadThrough;

    @Inject
    private AddedBlocks added;

    @Inject
    private ScriptRegister register;

    @Inject
    private CurrentCaller current;

    @Inject
    private Clock clock;

    public void keep(UUID contactId) {
        ContactScript contact = marks.anyContact(contactId).orElse(null);
        if (contact == null || !closing(contactId)) {
            return; // a contact of no programme has no script; another agent's, or a closed one's, is not to be
            // rewritten
        }
        keep(contact, current.caller().personId(), clock.instant());
    }

    /** A contact whose wrap-up ended by itself. */
    public record Left(UUID contact, UUID person, Instant closedAt) {}

    /** Of contacts whose wrap-up ended by itself: nobody said that they were done, and nobody will. */
    public void keepOfClosed(ClientId client, List<Left> closed) {
        Map<UUID, Left> byContact =
                closed.stream().collect(Collectors.toMap(Left::contact, one -> one, (first, again) -> again));
        UUID[] ids = byContact.keySet().toArray(UUID[]::new);
        Map<UUID, Optional<ScriptVersion>> published = new HashMap<>();
        OmittedRows rows = new OmittedRows(client, ids);
        Sql.in(connections, "omissions", c -> {
            for (OmittedRows.Read read : rows.read(c)) {
                Left left = Objects.requireNonNull(byContact.get(read.contact()));
                script(read, published).ifPresent(script -> leadThrough
                        .unread(script, read.contact(), read.blocks())
                        .forEach(block -> rows.add(read, block.id(), script.version(), left)));
            }
            return rows.write(c);
        });
    }

    private Optional<ScriptVersion> script(OmittedRows.Read read, Map<UUID, Optional<ScriptVersion>> published) {
        Integer begun = read.version();
        return begun == null
                ? published.computeIfAbsent(read.program(), register::published)
                : Optional.of(register.version(read.program(), begun));
    }

    private void keep(ContactScript contact, UUID person, Instant at) {
        List<ScriptBlock> unread = leadThrough.unread(contact);
        change(FORGET, contact).executeUpdate();
        int version = leadThrough.published(contact).map(ScriptVersion::version).orElse(0);
        for (ScriptBlock block : unread) {
            change(KEEP, contact)
                    .setParameter("block", block.id())
                    .setParameter("program", contact.program())
                    .setParameter("version", version)
                    .setParameter("person", person)
                    .setParameter("at", at)
                    .executeUpdate();
        }
    }

    public List<Omission> lately(String language, int most) {
        List<?> rows = database.createNativeQuery(LATELY, Tuple.class)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(row -> omission((Tuple) row, language)).toList();
    }

    private Query change(String sql, ContactScript contact) {
        return database.createNativeQuery(sql)
                .setParameter("client", contact.client())
                .setParameter("contact", contact.contact());
    }

    private Omission omission(Tuple row, String language) {
        UUID program = row.get("program_id", UUID.class);
        String block = row.get("block_id", String.class);
        Map<String, String> heading = register.version(program, row.get("version", Integer.class)).blocks().stream()
                .filter(one -> one.id().equals(block))
                .map(ScriptBlock::heading)
                .findFirst()
                .or(() -> added.heading(block))
                .orElse(Map.of());
        String words = ByLanguage.pick(heading, language, "en");
        return new Omission(
                row.get("contact_id", UUID.class),
                row.get("client_id", Integer.class),
                row.get("client", String.class),
                program,
                row.get("program", String.class),
                row.get("agent", String.class),
                row.get("closed_at", Instant.class),
                words.isEmpty() ? block : words);
    }

    private boolean closing(UUID contactId) {
        return !database.createNativeQuery(CLOSING, Integer.class)
                .setParameter("contact", contactId)
                .setParameter("person", current.caller().personId())
                .getResultList()
                .isEmpty();
    }
}
