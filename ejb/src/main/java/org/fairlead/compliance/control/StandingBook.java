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

    /** One question for all of it: what costs is the way to the data base and back. */
    private static final String SAID =
            """
            select 'LIST' as what, d.number, null as person, case d.client_id when 0 then 'OUTSOURCER' else 'INTERNAL' end as name,
                   null as channel, null as brand, false as given, null::timestamptz as since, null::timestamptz as until,
                   null::date as list_date
            from do_not_call d
            where d.client_id in (0, ?) and d.number = any (?) and (d.expires_at is null or d.expires_at > ?)
            union all
            select 'LIST', n.number, null, r.name, null, null, false, null, null, null
            from outreach_register r
            join outreach_register_number n on n.client_id = r.client_id and n.generation = r.generation
            where r.client_id in (0, ?) and n.number = any (?)
            union all
            select 'REGISTER', null, null, name, null, null, false, null, null, list_date
            from outreach_register where client_id in (0, ?)
            union all
            select 'CONSENT', number, person, null, channel, brand, given, since, until, null
            from consent where client_id = ? and (number = any (?) or person = any (?))
            union all
            select 'HOLD', number, person, kind, null, debt, false, since, until, null
            from outreach_hold where client_id = ? and (number = any (?) or person = any (?))
            """;

    Map<Candidate, Standing> of(Connection c, ClientId client, List<Candidate> candidates, Instant at) {
        String[] numbers = FactBook.numbers(candidates);
        String[] persons = FactBook.persons(candidates).toArray(String[]::new);
        Map<String, Set<String>> listed = new HashMap<>();
        Map<String, LocalDate> registers = new HashMap<>();
        Said<ConsentFact> consents = new Said<>(new HashMap<>(), new HashMap<>());
        Said<HoldFact> holds = new Said<>(new HashMap<>(), new HashMap<>());
        Sql.list(
                c,
                row -> switch (row.getString("what")) {
                    case "LIST" -> listed.computeIfAbsent(row.getString("number"), number -> new HashSet<>())
                            .add(row.getString("name"));
                    case "REGISTER" -> older(registers, row);
                    case "CONSENT" -> consents.note(row, consent(row));
                    default -> holds.note(row, hold(row));
                },
                SAID,
                client,
                numbers,
                at,
                client,
                numbers,
                client,
                client,
                numbers,
                persons,
                client,
                numbers,
                persons);
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

    /** Where both the client and the house keep a register, the older one is the weaker. */
    private static boolean older(Map<String, LocalDate> registers, ResultSet row) throws SQLException {
        registers.merge(
                row.getString("name"),
                row.getObject("list_date", LocalDate.class),
                (one, other) -> one.isBefore(other) ? one : other);
        return true;
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

    private static ConsentFact consent(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        return new ConsentFact(
                row.getBoolean("given"),
                channel == null ? null : Channel.valueOf(channel),
                row.getString("brand"),
                Objects.requireNonNull(Sql.instant(row, "since")),
                Sql.instant(row, "until"));
    }

    /** The common row has the kind under name, the debt under brand. */
    private static HoldFact hold(ResultSet row) throws SQLException {
        return new HoldFact(
                row.getString("name"),
                row.getString("brand"),
                Objects.requireNonNull(Sql.instant(row, "since")),
                Sql.instant(row, "until"));
    }
}
