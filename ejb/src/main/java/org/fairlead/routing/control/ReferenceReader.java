package org.fairlead.routing.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.client.Forwarding;
import org.fairlead.customer.MaskedNumber;
import org.fairlead.routing.Presence;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.entity.Reference;
import org.fairlead.routing.entity.Reference.Lent;
import org.fairlead.routing.entity.Reference.NumberFacts;
import org.fairlead.routing.entity.Reference.PersonFacts;
import org.fairlead.routing.entity.Reference.ProgramFacts;
import org.fairlead.routing.entity.Reference.QueueFacts;
import org.fairlead.shared.Json;

/** Reads everything that is set up, for all clients. */
final class ReferenceReader {

    private static final TypeReference<Map<String, Integer>> SKILLS = new TypeReference<>() {};

    /** One row of a result, put where it belongs. */
    private interface Each {
        void row(ResultSet row) throws SQLException;
    }

    Reference read(Connection db) throws SQLException {
        Set<String> gateways = new HashSet<>();
        each(db, "select gateway from site", row -> gateways.add(row.getString(1)));
        Map<Integer, String> clients = new HashMap<>();
        each(db, "select client_id, name from client", row -> clients.put(row.getInt(1), row.getString(2)));
        return new Reference(
                gateways, clients, programs(db), queues(db), numbers(db), people(db), masking(db), pauses(db));
    }

    private static Map<Integer, Map<String, Presence>> pauses(Connection db) throws SQLException {
        Map<Integer, Map<String, Presence>> pauses = new HashMap<>();
        each(db, "select client_id, code, presence from pause_reason where active", row -> pauses.computeIfAbsent(
                        row.getInt(1), client -> new HashMap<>())
                .put(row.getString(2), Presence.valueOf(row.getString(3))));
        return pauses;
    }

    private static Map<Integer, Map<Integer, MaskedNumber.Shown>> masking(Connection db) throws SQLException {
        Map<Integer, Map<Integer, MaskedNumber.Shown>> masking = new HashMap<>();
        each(db, "select client_id, site_id, shown from masking", row -> masking.computeIfAbsent(
                        row.getInt(1), client -> new HashMap<>())
                .put(row.getInt(2), MaskedNumber.Shown.valueOf(row.getString(3))));
        return masking;
    }

    private static Map<UUID, ProgramFacts> programs(Connection db) throws SQLException {
        Map<UUID, ProgramFacts> programs = new HashMap<>();
        String select =
                """
                select p.client_id, p.program_id, p.name, b.mark, b.accent, b.accent_dark,
                  array(select d.code from disposition d
                        where d.client_id = p.client_id and d.program_id = p.program_id) as dispositions
                from program p join brand b on b.client_id = p.client_id and b.brand_id = p.brand_id
                """;
        each(db, select, row -> {
            UUID id = row.getObject("program_id", UUID.class);
            programs.put(
                    id,
                    new ProgramFacts(
                            row.getInt("client_id"),
                            id,
                            row.getString("name"),
                            row.getString("mark"),
                            row.getString("accent"),
                            row.getString("accent_dark"),
                            words(row.getArray("dispositions"))));
        });
        return programs;
    }

    private static Map<UUID, QueueFacts> queues(Connection db) throws SQLException {
        Map<UUID, QueueFacts> queues = new HashMap<>();
        each(db, "select * from queue", row -> {
            UUID id = row.getObject("queue_id", UUID.class);
            queues.put(
                    id,
                    new QueueFacts(
                            row.getInt("client_id"),
                            id,
                            row.getObject("program_id", UUID.class),
                            row.getString("code"),
                            row.getString("name"),
                            row.getInt("priority"),
                            skills(row.getString("skills")),
                            row.getString("greeting"),
                            row.getInt("reservation_seconds"),
                            row.getInt("wrap_up_seconds"),
                            row.getBoolean("open"),
                            policy(row.getString("routing"))));
        });
        return queues;
    }

    private static Map<String, NumberFacts> numbers(Connection db) throws SQLException {
        Map<String, NumberFacts> numbers = new HashMap<>();
        each(db, "select client_id, number, queue_id, language, label from dialled_number", row -> {
            String number = row.getString("number");
            numbers.put(
                    number,
                    new NumberFacts(
                            row.getInt("client_id"),
                            number,
                            row.getObject("queue_id", UUID.class),
                            row.getString("language"),
                            row.getString("label")));
        });
        return numbers;
    }

    private static Map<String, PersonFacts> people(Connection db) throws SQLException {
        Map<UUID, Map<String, Integer>> skills = new HashMap<>();
        each(db, "select person_id, skill, proficiency from person_skill", row -> skills.computeIfAbsent(
                        row.getObject(1, UUID.class), id -> new HashMap<>())
                .put(row.getString(2), row.getInt(3)));
        Map<UUID, Set<Integer>> clients = new HashMap<>();
        each(db, "select person_id, client_id from person_client", row -> clients.computeIfAbsent(
                        row.getObject(1, UUID.class), id -> new HashSet<>())
                .add(row.getInt(2)));
        Map<UUID, List<Lent>> lent = lent(db);
        Map<String, PersonFacts> people = new HashMap<>();
        each(db, "select person_id, login, name, site_id, active, teams, forwarding from person", row -> {
            UUID id = row.getObject("person_id", UUID.class);
            String login = row.getString("login");
            people.put(
                    login,
                    new PersonFacts(
                            id,
                            login,
                            row.getString("name"),
                            row.getInt("site_id"),
                            row.getBoolean("active"),
                            Set.copyOf(clients.getOrDefault(id, Set.of())),
                            Map.copyOf(skills.getOrDefault(id, Map.of())),
                            words(row.getArray("teams")),
                            List.copyOf(lent.getOrDefault(id, List.of())),
                            forwarding(row.getString("forwarding"))));
        });
        return people;
    }

    private static void each(Connection db, String select, Each each) throws SQLException {
        try (PreparedStatement statement = db.prepareStatement(select);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                each.row(row);
            }
        }
    }

    private static Set<String> words(Array array) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) array.getArray()));
    }

    /** Who helps in other queues; what is over is left out by whoever goes by it. */
    private static Map<UUID, List<Lent>> lent(Connection db) throws SQLException {
        Map<UUID, List<Lent>> lent = new HashMap<>();
        String select =
                """
                select l.client_id, l.queue_id, l.person_id, l.until, l.alone, q.skills
                from agent_lent l join queue q on q.client_id = l.client_id and q.queue_id = l.queue_id
                """;
        each(db, select, row -> {
            Instant until = row.getObject("until", OffsetDateTime.class).toInstant();
            lent.computeIfAbsent(row.getObject("person_id", UUID.class), id -> new ArrayList<>())
                    .add(new Lent(
                            row.getInt("client_id"),
                            row.getObject("queue_id", UUID.class),
                            skills(row.getString("skills")),
                            until,
                            row.getBoolean("alone")));
        });
        return lent;
    }

    private static QueuePolicy policy(String json) throws SQLException {
        try {
            return Json.read(json, QueuePolicy.class);
        } catch (IllegalArgumentException e) {
            throw new SQLException("how a queue chooses, as stored, cannot be read: " + json, "22000", e);
        }
    }

    private static Forwarding forwarding(String json) throws SQLException {
        try {
            return Json.read(json, Forwarding.class);
        } catch (IllegalArgumentException e) {
            throw new SQLException("a chain as stored cannot be read", "22000", e);
        }
    }

    private static Map<String, Integer> skills(String json) throws SQLException {
        try {
            return Json.read(json, SKILLS);
        } catch (IllegalArgumentException e) {
            throw new SQLException("skills as stored cannot be read: " + json, "22000", e);
        }
    }
}
