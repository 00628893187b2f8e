package org.fairlead.contact.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.Contacts.ContactEventLine;
import org.fairlead.contact.Contacts.ContactLine;
import org.fairlead.contact.Contacts.TalkLine;
import org.fairlead.contact.Outcome;
import org.fairlead.customer.MaskedNumber;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** Reads contacts and their journal in the present scope. */
@ApplicationScoped
public class ReadContacts {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    public List<ContactLine> history(UUID contactId, int most) {
        try (Connection db = database.getConnection()) {
            requireVisible(db, contactId);
            return Sql.list(
                    db,
                    ReadContacts::line,
                    """
                    select c.contact_id, c.offered_at, c.direction, c.channel, c.label, c.outcome, c.disposition, c.note,
                      p.name as agent
                    from contact this
                    join contact c on c.client_id = this.client_id and c.customer_id = this.customer_id
                    left join person p on p.person_id = c.agent_id
                    where this.contact_id = ? and c.contact_id <> this.contact_id
                    order by c.offered_at desc limit ?
                    """,
                    contactId,
                    most);
        } catch (SQLException e) {
            throw new IllegalStateException("contacts cannot be read", e);
        }
    }

    /** By the journal, which remembers every agent whom the contact was offered to. */
    public boolean wasGivenTo(UUID contactId, UUID person) {
        try (Connection db = database.getConnection()) {
            return Sql.one(
                            db,
                            row -> row.getInt(1),
                            """
                            select 1 from contact_event
                            where client_id = any (scope_clients()) and contact_id = ? and agent_id = ? limit 1
                            """,
                            contactId,
                            person)
                    .isPresent();
        } catch (SQLException e) {
            throw new IllegalStateException("contacts cannot be read", e);
        }
    }

    public List<ContactEventLine> events(UUID contactId) {
        try (Connection db = database.getConnection()) {
            requireVisible(db, contactId);
            return Sql.list(
                    db,
                    ReadContacts::event,
                    """
                    select e.position, e.at, e.kind, e.detail::text as detail, p.name as agent
                    from contact_event e left join person p on p.person_id = e.agent_id
                    where e.client_id = any (scope_clients()) and e.contact_id = ? order by e.position
                    """,
                    contactId);
        } catch (SQLException e) {
            throw new IllegalStateException("contacts cannot be read", e);
        }
    }

    public List<TalkLine> talks(UUID contactId) {
        try (Connection db = database.getConnection()) {
            requireVisible(db, contactId);
            return VoiceRows.of(db, contactId);
        } catch (SQLException e) {
            throw new IllegalStateException("contacts cannot be read", e);
        }
    }

    public Map<UUID, String> numbers(Collection<UUID> contacts, int site) {
        Map<UUID, String> numbers = new HashMap<>();
        try (Connection db = database.getConnection()) {
            Sql.list(
                    db,
                    row -> {
                        String remote = row.getString("remote");
                        return remote == null
                                ? ""
                                : numbers.put(
                                        row.getObject("contact_id", UUID.class),
                                        MaskedNumber.of(remote, row.getString("shown")));
                    },
                    """
                    select contact_id, remote, number_shown(client_id, ?) as shown from contact
                    where client_id = any (scope_clients()) and contact_id = any (?)
                    """,
                    site,
                    contacts.toArray(UUID[]::new));
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException("contacts cannot be read", e);
        }
    }

    private static void requireVisible(Connection db, UUID contactId) {
        boolean visible = Sql.one(
                        db,
                        row -> row.getInt(1),
                        "select 1 from contact where client_id = any (scope_clients()) and contact_id = ?",
                        contactId)
                .isPresent();
        if (!visible) {
            throw new NotFound("contact");
        }
    }

    private static ContactLine line(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new ContactLine(
                row.getObject("contact_id", UUID.class),
                row.getTimestamp("offered_at").toInstant(),
                row.getString("direction"),
                row.getString("channel"),
                row.getString("label"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("disposition"),
                row.getString("agent"),
                row.getString("note"));
    }

    private static ContactEventLine event(ResultSet row) throws SQLException {
        return new ContactEventLine(
                row.getInt("position"),
                row.getTimestamp("at").toInstant(),
                ContactEventKind.valueOf(row.getString("kind")),
                row.getString("agent"),
                detail(row.getString("detail")));
    }

    private static Map<String, String> detail(String json) throws SQLException {
        try {
            Map<String, String> detail = new LinkedHashMap<>();
            JsonNode fields = JSON.readTree(json);
            fields.fieldNames()
                    .forEachRemaining(name -> detail.put(name, fields.path(name).asText()));
            return detail;
        } catch (JsonProcessingException e) {
            throw new SQLException("a journal's detail cannot be read", e);
        }
    }
}
