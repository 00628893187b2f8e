package org.fairlead.itests.fault;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fairlead.itests.stack.RealmAdmin;
import org.fairlead.itests.stack.Stack;

/** Agents of one client with given skills: a log-in in the realm and a person in the books. */
final class Staff {

    private static final String PASSWORD = "fault-agent";
    private static final int AT_ONCE = 4;

    private final Stack stack;

    Staff(Stack stack) {
        this.stack = stack;
    }

    /** So many agents, signed in and ready. */
    List<DeskAgent> ready(String name, int agents, int client, List<String> skills) throws Exception {
        List<String> logins = new ArrayList<>();
        for (int i = 1; i <= agents; i++) {
            logins.add(name + "-" + i);
        }
        new RealmAdmin(stack).addAgents(logins, PASSWORD);
        try (Connection engine = stack.engine()) {
            engine.setAutoCommit(false);
            for (String login : logins) {
                hire(engine, login, client, skills);
            }
            engine.commit();
        }
        List<DeskAgent> staff = logins.stream()
                .map(login -> new DeskAgent(stack, login, PASSWORD))
                .toList();
        together(staff.stream()
                .<Callable<Void>>map(agent -> () -> {
                    agent.comeIn();
                    agent.beReady();
                    return null;
                })
                .toList());
        return staff;
    }

    static void together(List<Callable<Void>> works) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Void> work : hands.invokeAll(works)) {
                work.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            hands.shutdownNow();
        }
    }

    private static void hire(Connection engine, String login, int client, List<String> skills) throws SQLException {
        UUID person = UUID.randomUUID();
        try (PreparedStatement insert = engine.prepareStatement(
                        "insert into person (person_id, login, name, site_id, language) values (?, ?, ?, 1, 'en')");
                PreparedStatement serves =
                        engine.prepareStatement("insert into person_client (client_id, person_id) values (?, ?)");
                PreparedStatement can = engine.prepareStatement(
                        "insert into person_skill (person_id, skill, proficiency) values (?, ?, 5)")) {
            insert.setObject(1, person);
            insert.setString(2, login);
            insert.setString(3, login);
            insert.executeUpdate();
            serves.setInt(1, client);
            serves.setObject(2, person);
            serves.executeUpdate();
            for (String skill : skills) {
                can.setObject(1, person);
                can.setString(2, skill);
                can.executeUpdate();
            }
        }
    }
}
