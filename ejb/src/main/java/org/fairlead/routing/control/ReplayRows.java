package org.fairlead.routing.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.routing.QueuePolicies.Form;
import org.fairlead.routing.QueuePolicies.Replayed;
import org.fairlead.routing.QueuePolicy.Fact;
import org.fairlead.routing.entity.Replay.Shift;
import org.fairlead.routing.entity.acd.AgentFacts;
import org.fairlead.routing.entity.acd.Capacity;
import org.fairlead.routing.entity.acd.ContactFacts;
import org.fairlead.shared.Json;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * An hour of a queue as the journal has it. The database shows the rows of the caller's clients only; of agents whom the
 * queue's client shares with others it tells when they were there, and not what for.
 */
public final class ReplayRows {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private static final Duration HOUR = Duration.ofHours(1);

    /** Who came at the hour's end is served after it. */
    private static final Duration AFTER = Duration.ofHours(1);

    /** A shift begins no longer ago. */
    private static final Duration BEFORE = Duration.ofHours(14);

    private static final int HOURS = 24;
    private static final int PERCENT = 100;
    private static final long SECOND = 1000;

    private static final String CONTACTS =
            """
            select c.contact_id, e.at, c.language, c.dialled, c.gateway, c.connected_at, c.ended_at, c.closed_at,
              c.outcome, coalesce(u.vip, false) as vip, coalesce(u.value, 0) as worth,
              (select jsonb_object_agg(k.key, k.value) from contact_event m, jsonb_each_text(m.detail -> 'answers') k
                where m.client_id = e.client_id and m.contact_id = e.contact_id and m.kind = 'KEYED') as menu
            from contact_event e
            join contact c on c.client_id = e.client_id and c.contact_id = e.contact_id and c.direction = 'INBOUND'
            left join customer u on u.client_id = c.client_id and u.customer_id = c.customer_id
            where e.client_id = ? and e.queue_id = ? and e.kind = 'QUEUED' and e.at >= ? and e.at < ?
              and e.program_id = (select program_id from queue where client_id = e.client_id and queue_id = e.queue_id)
              and not exists (select from contact_event f where f.client_id = e.client_id
                and f.contact_id = e.contact_id and f.kind = 'QUEUED' and f.position < e.position)
            order by e.at, c.contact_id
            """;

    private static final String PRESENCE =
            """
            select a.person_id, a.at, a.presence, coalesce(c.queue_id = ?, false) as mine
            from presence_for(?, ?, ?) a
            left join contact c on c.client_id = ? and c.contact_id = a.contact_id
            order by a.person_id, a.at, a.position
            """;

    private ReplayRows() {}

    /**
     * A contact that came.
     *
     * @param known what entry rules may ask, but for the time
     * @param menu what keys have said
     * @param patience in milliseconds; negative: it did not give up
     * @param handling in milliseconds; negative: nobody handled it
     */
    public record Past(
            ContactFacts facts, Map<Fact, String> known, Map<String, String> menu, long patience, long handling) {}

    /** @param was what came of it */
    public record Hour(Instant begins, int targetSeconds, List<Past> contacts, List<Shift> shifts, Replayed was) {}

    public static Hour read(Connection c, Form queue, LocalDate date, int hour, Instant now) {
        ZoneId zone = Sql.one(
                        c,
                        row -> ZoneId.of(row.getString(1)),
                        "select time_zone from client where client_id = ?",
                        queue.client().value())
                .orElseThrow();
        if (hour < 0 || hour >= HOURS) {
            throw new Refused("queue.replay");
        }
        Instant begins = date.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
        Instant ends = begins.plus(HOUR);
        if (ends.isAfter(now)) {
            throw new Refused("queue.replay");
        }
        int target = Sql.one(
                        c,
                        row -> row.getInt(1),
                        "select target_seconds from queue where client_id = ? and queue_id = ?",
                        queue.client().value(),
                        queue.queue())
                .orElseThrow();
        Counting counting = new Counting(target);
        List<Past> contacts = Sql.list(
                c,
                row -> past(row, queue.queue(), counting),
                CONTACTS,
                queue.client().value(),
                queue.queue(),
                begins,
                ends);
        return new Hour(begins, target, contacts, shifts(c, queue, begins, ends), counting.result());
    }

    private static Past past(ResultSet row, UUID queue, Counting counting) throws SQLException {
        Instant came = instant(row, "at");
        Instant connected = at(row, "connected_at");
        Instant ended = at(row, "ended_at");
        Instant closed = at(row, "closed_at");
        boolean abandoned = connected == null && "ABANDONED".equals(row.getString("outcome")) && ended != null;
        counting.count(came, connected, abandoned);
        long handling = connected == null || closed == null ? -1 : millis(connected, closed);
        String menu = row.getString("menu");
        ContactFacts facts = ContactFacts.of(
                        row.getObject("contact_id", UUID.class), queue, word(row, "language"), came.toEpochMilli())
                .worth(row.getInt("worth"));
        return new Past(
                row.getBoolean("vip") ? facts.ofVip() : facts,
                Map.of(
                        Fact.DIALLED, word(row, "dialled"),
                        Fact.LANGUAGE, word(row, "language"),
                        Fact.GATEWAY, word(row, "gateway")),
                menu == null ? Map.of() : Json.read(menu, WORDS),
                abandoned && ended != null ? millis(came, ended) : -1,
                handling);
    }

    /** What the journal says of the hour. */
    private static final class Counting {
        private final int target;
        private int contacts;
        private int answered;
        private int abandoned;
        private int inTime;
        private long waited;
        private long longest;

        Counting(int target) {
            this.target = target;
        }

        void count(Instant came, @Nullable Instant connected, boolean gaveUp) {
            contacts++;
            abandoned += gaveUp ? 1 : 0;
            if (connected != null) {
                long wait = millis(came, connected);
                answered++;
                waited += wait;
                longest = Math.max(longest, wait);
                inTime += wait <= target * SECOND ? 1 : 0;
            }
        }

        Replayed result() {
            return new Replayed(
                    contacts,
                    answered,
                    abandoned,
                    contacts - answered - abandoned,
                    contacts == 0 ? 0 : (int) Math.round((double) PERCENT * inTime / contacts),
                    answered == 0 ? 0 : (int) (waited / answered / SECOND),
                    (int) (longest / SECOND));
        }
    }

    /** An agent is there for the queue while available, or with a contact of it. */
    private static List<Shift> shifts(Connection c, Form queue, Instant begins, Instant ends) {
        Map<UUID, AgentFacts> agents = agents(c, queue);
        long from = begins.toEpochMilli();
        long until = ends.plus(AFTER).toEpochMilli();
        Map<UUID, List<Spell>> spells = new LinkedHashMap<>();
        Sql.list(
                        c,
                        ReplayRows::spell,
                        PRESENCE,
                        queue.queue(),
                        queue.client().value(),
                        begins.minus(BEFORE),
                        ends.plus(AFTER),
                        queue.client().value())
                .forEach(spell -> spells.computeIfAbsent(spell.agent(), id -> new ArrayList<>())
                        .add(spell));
        List<Shift> shifts = new ArrayList<>();
        spells.forEach((agent, all) -> {
            AgentFacts facts = agents.get(agent);
            long since = -1;
            for (int i = 0; facts != null && i <= all.size(); i++) {
                boolean there = i < all.size() && all.get(i).there();
                long at = i < all.size() ? all.get(i).at() : until;
                if (there && since < 0) {
                    since = at;
                } else if (!there && since >= 0) {
                    if (at > from && Math.max(since, from) < Math.min(at, until)) {
                        shifts.add(new Shift(facts, Math.max(since, from), Math.min(at, until)));
                    }
                    since = -1;
                }
            }
        });
        return shifts;
    }

    private record Spell(UUID agent, long at, boolean there) {}

    private static Spell spell(ResultSet row) throws SQLException {
        boolean working = Set.of("RESERVED", "ON_CONTACT", "WRAP_UP").contains(row.getString("presence"));
        boolean there = "AVAILABLE".equals(row.getString("presence")) || (working && row.getBoolean("mine"));
        return new Spell(
                row.getObject("person_id", UUID.class), instant(row, "at").toEpochMilli(), there);
    }

    /** With the skills that they have today. */
    private static Map<UUID, AgentFacts> agents(Connection c, Form queue) {
        Map<UUID, Map<String, Integer>> skills = new HashMap<>();
        Sql.list(
                        c,
                        row -> Map.entry(row.getObject(1, UUID.class), Map.entry(row.getString(2), row.getInt(3))),
                        "select s.person_id, s.skill, s.proficiency from person_skill s join person_client k"
                                + " using (person_id) where k.client_id = ?",
                        queue.client().value())
                .forEach(each -> skills.computeIfAbsent(each.getKey(), id -> new HashMap<>())
                        .put(each.getValue().getKey(), each.getValue().getValue()));
        Map<UUID, AgentFacts> agents = new HashMap<>();
        Sql.list(
                        c,
                        row -> new AgentFacts(
                                row.getObject(1, UUID.class),
                                Set.of(queue.client().value()),
                                skills.getOrDefault(row.getObject(1, UUID.class), Map.of()),
                                row.getInt(2),
                                Set.copyOf(
                                        Arrays.asList((String[]) row.getArray(3).getArray())),
                                Capacity.voice()),
                        "select p.person_id, p.site_id, p.teams from person p join person_client k using (person_id)"
                                + " where k.client_id = ?",
                        queue.client().value())
                .forEach(agent -> agents.put(agent.id(), agent));
        return agents;
    }

    private static long millis(Instant from, Instant until) {
        return Math.max(0, Duration.between(from, until).toMillis());
    }

    private static String word(ResultSet row, String column) throws SQLException {
        String word = row.getString(column);
        return word == null ? "" : word;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
