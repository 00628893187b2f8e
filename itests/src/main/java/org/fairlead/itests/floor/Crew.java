package org.fairlead.itests.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.fairlead.itests.stack.RealmAdmin;
import org.fairlead.itests.stack.Stack;

/**
 * Virtual agents as the outsourcer knows real ones: a log-in in the realm, a person with a site, clients and skills.
 * Each serves two clients in one shift and has every skill that their queues ask for.
 */
public final class Crew {

    public static final String PASSWORD = "virtual-agent";

    private static final int SITES = 3;
    private static final int PROFICIENT = 5;

    private final Stack stack;
    private final ObjectMapper json = new ObjectMapper();

    public Crew(Stack stack) {
        this.stack = stack;
    }

    /** Makes so many agents, or wakes those of an earlier run; answers their log-ins. */
    public List<String> assemble(int agents) throws SQLException, IOException, InterruptedException {
        List<String> logins = new ArrayList<>();
        for (int i = 1; i <= agents; i++) {
            logins.add(String.format(Locale.ROOT, "virtual-%03d", i));
        }
        new RealmAdmin(stack).addAgents(logins, PASSWORD);
        try (Connection engine = stack.engine()) {
            engine.setAutoCommit(false);
            Map<Integer, Set<String>> skills = skillsByClient(engine);
            List<Integer> clients = List.copyOf(skills.keySet());
            for (int i = 0; i < agents; i++) {
                int one = clients.get(i % clients.size());
                int other = clients.get((i + 1) % clients.size());
                hire(engine, logins.get(i), 1 + i % SITES, Set.copyOf(List.of(one, other)), skills);
            }
            engine.commit();
        }
        return logins;
    }

    /** They are gone from pages and choices; what they did stays. */
    public void dismiss() throws SQLException, IOException {
        try (Connection engine = stack.engine();
                PreparedStatement update =
                        engine.prepareStatement("update person set active = false where login like 'virtual-%'")) {
            update.executeUpdate();
        }
    }

    private Map<Integer, Set<String>> skillsByClient(Connection engine) throws SQLException, IOException {
        Map<Integer, Set<String>> byClient = new TreeMap<>();
        try (PreparedStatement select = engine.prepareStatement("select client_id, skills::text from queue");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                JsonNode skills = json.readTree(row.getString(2));
                Set<String> ofClient = byClient.computeIfAbsent(row.getInt(1), id -> new TreeSet<>());
                skills.fieldNames().forEachRemaining(ofClient::add);
            }
        }
        if (byClient.isEmpty()) {
            throw new IOException("there is no queue to work for: is the demo data there?");
        }
        return byClient;
    }

    private static void hire(
            Connection engine, String login, int site, Set<Integer> clients, Map<Integer, Set<String>> skills)
            throws SQLException {
        UUID person = person(engine, login, site);
        try (PreparedStatement client = engine.prepareStatement(
                        "insert into person_client (client_id, person_id) values (?, ?) on conflict do nothing");
                PreparedStatement skill = engine.prepareStatement(
                        "insert into person_skill (person_id, skill, proficiency) values (?, ?, ?)"
                                + " on conflict do nothing")) {
            for (int id : clients) {
                client.setInt(1, id);
                client.setObject(2, person);
                client.executeUpdate();
                for (String name : skills.getOrDefault(id, Set.of())) {
                    skill.setObject(1, person);
                    skill.setString(2, name);
                    skill.setInt(3, PROFICIENT);
                    skill.executeUpdate();
                }
            }
        }
    }

    private static UUID person(Connection engine, String login, int site) throws SQLException {
        try (PreparedStatement insert = engine.prepareStatement(
                "insert into person (person_id, login, name, site_id, language) values (?, ?, ?, ?, 'en')"
                        + " on conflict (login) do update set active = true returning person_id")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, login);
            insert.setString(3, "Virtual " + login.substring(login.length() - 3));
            insert.setInt(4, site);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }
}
