package org.fairlead.compliance.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.Outreach.Candidate;
import org.fairlead.compliance.OutreachFacts.ConsentFact;
import org.fairlead.compliance.OutreachFacts.HoldFact;
import org.fairlead.compliance.OutreachFacts.Standing;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** What people and registers have said: lists, consents, holds. */
final class StandingBook {

    private static final String LISTED =
            """
            select d.number, case d.client_id when 0 then 'OUTSOURCER' else 'INTERNAL' end as list
            from do_not_call d
            where d.client_id in (0, ?) and d.number = any (?) and (d.expires_at is null or d.expires_at > ?)
            union
            select n.number, r.name
            from outreach_register r
            join outreach_register_number n on n.client_id = r.client_id and n.generation = r.generation
            where r.client_id in (0, ?) and n.number = any (?)
            """;

    Map<Candidate, Standing> of(Connection c, ClientId client, List<Candidate> candidates, Instant at) {
        String[] numbers = FactBook.numbers(candidates);
        String[] persons = FactBook.persons(candidates).toArray(String[]::new);
        Map<String, Set<String>> listed = listed(c, client, numbers, at);
        Map<String, LocalDate> registers = registers(c, client);
        Said<ConsentFact> consents = new Said<>(new HashMap<>(), new HashMap<>());
        Sql.list(c, row -> consents.note(row, consent(row)), words("consent"), client, numbers, persons);
        Said<HoldFact> holds = new Said<>(new HashMap<>(), new HashMap<>());
        Sql.list(c, row -> holds.note(row, hold(row)), words("outreach_hold"), client, numbers, persons);
        Map<Candidate, Standing> standings = new HashMap<>();
        for (Candidate candidate : candidates) {
            standings.put(
                    candidate,
                    new Standing(
                            listed.getOrDefault(candidate.number(), Set.of()),
                            registers,
                            consents.of(candidate),
                            holds.of(candidate)));
        }
        return standings;
    }

    private static Map<String, Set<String>> listed(Connection c, ClientId client, String[] numbers, Instant at) {
        Map<String, Set<String>> listed = new HashMap<>();
        Sql.list(
                c,
                row -> listed.computeIfAbsent(row.getString("number"), number -> new HashSet<>())
                        .add(row.getString("list")),
                LISTED,
                client,
                numbers,
                at,
                client,
                numbers);
        return listed;
    }

    /** Where both the client and the house keep a register, the older one is the weaker. */
    private static Map<String, LocalDate> registers(Connection c, ClientId client) {
        Map<String, LocalDate> registers = new HashMap<>();
        Sql.list(
                c,
                row -> registers.merge(
                        row.getString("name"),
                        row.getObject("list_date", LocalDate.class),
                        (one, other) -> one.isBefore(other) ? one : other),
                "select name, list_date from outreach_register where client_id in (0, ?)",
                client);
        return registers;
    }

    /** What was said by number and by person; both count. */
    private record Said<T>(Map<String, List<T>> byNumber, Map<String, List<T>> byPerson) {

        boolean note(ResultSet row, T word) throws SQLException {
            note(byNumber, row.getString("number"), word);
            note(byPerson, row.getString("person"), word);
            return true;
        }

        private static <T> void note(Map<String, List<T>> words, @Nullable String key, T word) {
            if (key != null) {
                words.computeIfAbsent(key, k -> new ArrayList<>()).add(word);
            }
        }

        List<T> of(Candidate candidate) {
            Set<T> all = new HashSet<>(byNumber.getOrDefault(candidate.number(), List.of()));
            if (candidate.person() != null) {
                all.addAll(byPerson.getOrDefault(candidate.person(), List.of()));
            }
            return List.copyOf(all);
        }
    }

    private static String words(String table) {
        return "select * from " + table + " where client_id = ? and (number = any (?) or person = any (?))";
    }

    private static ConsentFact consent(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        return new ConsentFact(
                row.getBoolean("given"),
                channel == null ? null : Channel.valueOf(channel),
                row.getString("brand"),
                Objects.requireNonNull(Sql.instant(row, "since")),
                Sql.instant(row, "until"));
    }

    private static HoldFact hold(ResultSet row) throws SQLException {
        return new HoldFact(
                row.getString("kind"),
                row.getString("debt"),
                Objects.requireNonNull(Sql.instant(row, "since")),
                Sql.instant(row, "until"));
    }
}
