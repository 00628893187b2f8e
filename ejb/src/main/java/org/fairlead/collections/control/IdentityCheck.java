package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.Debtors.Question;
import org.fairlead.collections.entity.placement.CellReading;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Whether the person who speaks is the debtor: two right answers, three tries in a contact. */
final class IdentityCheck {

    static final int MOST_TRIES = 3;

    private static final int WANTED = 2;

    private final Connection c;
    private final ClientId client;
    private final UUID contact;
    private final UUID customer;

    IdentityCheck(Connection c, ClientId client, UUID contact, UUID customer) {
        this.c = c;
        this.client = client;
        this.contact = contact;
        this.customer = customer;
    }

    /** How far it has come in this contact. */
    record State(int tries, boolean passed) {
        int left() {
            return Math.max(0, MOST_TRIES - tries);
        }
    }

    State state() {
        return Sql.one(
                        c,
                        row -> new State(row.getInt(1), row.getObject(2) != null),
                        "select tries, passed_at from debtor_check where client_id = ? and contact_id = ? and customer_id = ?",
                        client,
                        contact,
                        customer)
                .orElse(new State(0, false));
    }

    List<Question> questions() {
        return new ArrayList<>(facts().keySet());
    }

    /** Fewer than two facts make no check: then nothing is disclosed in this contact. */
    boolean isPossible() {
        return facts().size() >= WANTED;
    }

    /** @param answers one that is not there, or null, is not given */
    boolean passes(Map<Question, String> answers, String login, Instant now) {
        if (state().passed()) {
            return true;
        }
        Map<Question, String> facts = facts();
        long right = facts.entrySet().stream()
                .filter(fact -> fact.getValue().equals(plain(fact.getKey(), answers.get(fact.getKey()))))
                .count();
        boolean wrong = answers.entrySet().stream()
                .anyMatch(answer -> answer.getValue() != null
                        && !answer.getValue().isBlank()
                        && facts.containsKey(answer.getKey())
                        && !plain(answer.getKey(), answer.getValue()).equals(facts.get(answer.getKey())));
        boolean passed = right >= WANTED && !wrong;
        if (!counted(passed, login, now)) {
            if (state().passed()) {
                return true;
            }
            throw new Refused("debtor.locked");
        }
        return passed;
    }

    /** Each try is counted before its result is told, however many come at once; none after the last. */
    private boolean counted(boolean passed, String login, Instant now) {
        return Sql.update(
                        c,
                        """
                insert into debtor_check (client_id, contact_id, customer_id, tries, passed_at, login) values (?, ?, ?, 1, ?, ?)
                on conflict (client_id, contact_id) do update set tries = debtor_check.tries + 1,
                  passed_at = excluded.passed_at, login = excluded.login
                where debtor_check.customer_id = excluded.customer_id and debtor_check.tries < ?
                  and debtor_check.passed_at is null
                """,
                        client,
                        contact,
                        customer,
                        passed ? now : null,
                        login,
                        MOST_TRIES)
                > 0;
    }

    private record Known(@Nullable LocalDate born, @Nullable String postalCode) {}

    private Map<Question, String> facts() {
        Known known = Sql.one(
                        c,
                        row -> new Known(row.getObject(1, LocalDate.class), row.getString(2)),
                        """
                        select birth_date, postal_code from debtor where client_id = ? and customer_id = ?
                        """,
                        client,
                        customer)
                .orElse(new Known(null, null));
        Map<Question, String> facts = new EnumMap<>(Question.class);
        Optional.ofNullable(known.born()).ifPresent(day -> facts.put(Question.BIRTH_DATE, day.toString()));
        Optional.ofNullable(known.postalCode())
                .map(code -> plain(Question.POSTAL_CODE, code))
                .filter(code -> !code.isEmpty())
                .ifPresent(code -> facts.put(Question.POSTAL_CODE, code));
        return facts;
    }

    private static String plain(Question question, @Nullable String answer) {
        String text = answer == null ? "" : answer.strip();
        if (question == Question.BIRTH_DATE) {
            return CellReading.day(text).map(LocalDate::toString).orElse("");
        }
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
