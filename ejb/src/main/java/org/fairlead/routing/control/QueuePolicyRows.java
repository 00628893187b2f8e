package org.fairlead.routing.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.routing.QueueMenu;
import org.fairlead.routing.QueuePolicies.Form;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.QueuePolicy.Crew;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** How queues choose, as rows. The database shows and changes those of the caller's clients only. */
public final class QueuePolicyRows {

    private static final TypeReference<Map<String, Integer>> SKILLS = new TypeReference<>() {};

    private QueuePolicyRows() {}

    public static Form read(Connection c, UUID queue) {
        Form bare = Sql.one(
                        c,
                        QueuePolicyRows::form,
                        "select q.client_id, q.queue_id, q.name, q.skills, q.priority, q.version, q.routing, p.languages"
                                + " from queue q join program p using (client_id, program_id)"
                                + " where q.client_id = any (scope_clients()) and q.queue_id = ?",
                        queue)
                .orElseThrow(() -> new NotFound("queue " + queue));
        Map<UUID, String> others = new HashMap<>();
        Sql.list(
                        c,
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                        "select queue_id, name from queue where client_id = ? and queue_id <> ?",
                        bare.client().value(),
                        queue)
                .forEach(other -> others.put(other.getKey(), other.getValue()));
        return new Form(
                bare.client(),
                bare.queue(),
                bare.name(),
                bare.skills(),
                bare.languages(),
                bare.priority(),
                bare.version(),
                bare.policy(),
                others);
    }

    private static Form form(ResultSet row) throws SQLException {
        return new Form(
                new ClientId(row.getInt("client_id")),
                row.getObject("queue_id", UUID.class),
                row.getString("name"),
                Json.read(row.getString("skills"), SKILLS),
                List.of((String[]) row.getArray("languages").getArray()),
                row.getInt("priority"),
                row.getInt("version"),
                Json.read(row.getString("routing"), QueuePolicy.class),
                Map.of());
    }

    /** Whether it leads only to queues of the client, and asks only for people who serve it and sites that there are. */
    public static boolean reaches(Connection c, Form queue, QueuePolicy policy) {
        List<Way> ways = new ArrayList<>();
        policy.spills().forEach(spill -> ways.add(spill.way()));
        policy.entries().stream()
                .map(QueuePolicy.Entry::way)
                .filter(Objects::nonNull)
                .forEach(ways::add);
        if (policy.closed() != null) {
            ways.add(policy.closed());
        }
        Set<Integer> sites = new HashSet<>(Sql.list(c, row -> row.getInt(1), "select site_id from site"));
        boolean led = ways.stream().allMatch(way -> switch (way.kind()) {
            case QUEUE -> queue.others().containsKey(way.queue());
            case SITE -> sites.contains(way.site());
            case GOODBYE, VOICEMAIL, CALLBACK -> true;
            case OUTSIDE -> isOutside(c, String.valueOf(way.number()));
        });
        led &= asksFor(c, queue, policy);
        Crew crew = policy.crew();
        if (crew == null) {
            return led;
        }
        Set<UUID> serving = new HashSet<>(Sql.list(
                c,
                row -> row.getObject(1, UUID.class),
                "select person_id from person_client where client_id = ?",
                queue.client().value()));
        return led
                && serving.containsAll(crew.list())
                && sites.containsAll(crew.shares().keySet());
    }

    /** Keys lead to queues of the client, and rules ask for what some menu of the client asks. */
    private static boolean asksFor(Connection c, Form queue, QueuePolicy policy) {
        QueueMenu menu = policy.menu();
        List<QueueMenu.Question> own = menu == null ? List.of() : menu.questions();
        Set<String> asked = new HashSet<>(Sql.list(
                c,
                row -> row.getString(1),
                "select q.question ->> 'name' from queue, jsonb_array_elements(routing -> 'menu' -> 'questions')"
                        + " as q (question) where client_id = ? and queue_id <> ?",
                queue.client().value(),
                queue.queue()));
        own.forEach(question -> asked.add(question.name()));
        for (QueuePolicy.Entry entry : policy.entries()) {
            String name = entry.value().split("=", 2)[0];
            if (entry.fact() == QueuePolicy.Fact.MENU && !asked.contains(name)) {
                throw new Refused("queue.policy.menu.unknown", name);
            }
        }
        return own.stream()
                .flatMap(question -> question.keys().stream())
                .allMatch(key -> key.queue() == null || queue.others().containsKey(key.queue()));
    }

    /** A number that there can be, that costs the house nothing extra, and that does not ring here again. */
    private static boolean isOutside(Connection c, String number) {
        boolean good = PhoneNumbers.isValid(number)
                && !PhoneNumbers.isPremium(number)
                && Sql.number(
                                c,
                                "select count(*) from dialled_number where client_id = any (scope_clients()) and number = ?",
                                number)
                        == 0;
        if (!good) {
            throw new Refused("queue.policy.outside", number);
        }
        return true;
    }

    /** @return whether it was still as it had been read */
    public static boolean write(Connection c, UUID queue, int version, QueuePolicy policy) {
        int rows = Sql.update(
                c,
                "update queue set routing = ?::jsonb, version = version + 1 where queue_id = ? and version = ?",
                Json.write(policy),
                queue,
                version);
        return rows == 1;
    }
}
