package org.fairlead.compliance.control;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** What people and registers have said: lists, consents, holds, from the rows of {@code outreach_facts}. */
final class StandingBook {

    private final Map<String, Set<String>> listed = new HashMap<>();
    private final Map<String, LocalDate> registers = new HashMap<>();
    private final Said<ConsentFact> consents = new Said<>(new HashMap<>(), new HashMap<>());
    private final Said<HoldFact> holds = new Said<>(new HashMap<>(), new HashMap<>());

    void note(String what, ResultSet row) throws SQLException {
        switch (what) {
            case "LIST" -> listed.computeIfAbsent(row.getString("number"), number -> new HashSet<>())
                    .add(row.getString("name"));
            case "REGISTER" -> older(row);
            case "CONSENT" -> consents.note(row, consent(row));
            case "HOLD" -> holds.note(row, hold(row));
            default -> throw new IllegalStateException(what);
        }
    }

    Standing of(Candidate candidate) {
        return new Standing(
                listed.getOrDefault(candidate.number(), Set.of()),
                registers,
                consents.of(candidate),
                holds.of(candidate));
    }

    /** Where both the client and the house keep a register, the older one is the weaker. */
    private void older(ResultSet row) throws SQLException {
        registers.merge(
                row.getString("name"),
                row.getObject("day", LocalDate.class),
                (one, other) -> one.isBefore(other) ? one : other);
    }

    /** What was said by number and by person; both count. */
    private record Said<T>(Map<String, List<T>> byNumber, Map<String, List<T>> byPerson) {

        void note(ResultSet row, T word) throws SQLException {
            note(byNumber, row.getString("number"), word);
            note(byPerson, row.getString("person"), word);
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
                row.getBoolean("flag"),
                channel == null ? null : Channel.valueOf(channel),
                row.getString("name"),
                Objects.requireNonNull(Sql.instant(row, "at")),
                Sql.instant(row, "until"));
    }

    private static HoldFact hold(ResultSet row) throws SQLException {
        return new HoldFact(
                row.getString("name"),
                row.getString("debt"),
                Objects.requireNonNull(Sql.instant(row, "at")),
                Sql.instant(row, "until"));
    }
}
