package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    static final int WANTED = 2;
    private static final int END = 4;

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

    /** The portfolio of a debt of the person says what is asked; of several, that of the oldest. */
    private static final String STEPS =
            """
            select p.identity_steps from debt_party y
            join debt d on d.client_id = y.client_id and d.debt_id = y.debt_id
            join portfolio p on p.client_id = d.client_id and p.portfolio_id = d.portfolio_id
            where y.client_id = ? and y.customer_id = ? order by d.past_due_since, d.debt_id limit 1
            """;

    private static final String KNOWN =
            """
            select r.birth_date::text as birth_date, r.postal_code, r.street,
              (select d.reference from debt_party y join debt d on d.client_id = y.client_id and d.debt_id = y.debt_id
                where y.client_id = u.client_id and y.customer_id = u.customer_id and y.role = 'DEBTOR'
                order by d.past_due_since, d.debt_id limit 1) as reference,
              (select t.value from contact_point t where t.client_id = u.client_id and t.customer_id = u.customer_id
                and t.kind = 'EMAIL' order by t.contact_point_id limit 1) as email,
              (select t.value from contact_point t where t.client_id = u.client_id and t.customer_id = u.customer_id
                and t.kind = 'PHONE' and t.value is distinct from (
                  select k.remote from contact k where k.client_id = u.client_id and k.contact_id = ?)
                order by t.contact_point_id desc limit 1) as phone,
              (select count(*) from contact_point t where t.client_id = u.client_id and t.customer_id = u.customer_id
                and t.kind = 'PHONE') as phones
            from customer u left join debtor r on r.client_id = u.client_id and r.customer_id = u.customer_id
            where u.client_id = ? and u.customer_id = ?
            """;

    /** The first two of the portfolio's steps to which the answer is known. */
    private Map<Question, String> facts() {
        Map<Question, String> known = Sql.one(c, IdentityCheck::known, KNOWN, contact, client, customer)
                .orElse(Map.of());
        List<String> steps = Sql.one(c, row -> Sql.texts(row, "identity_steps"), STEPS, client, customer)
                .orElse(List.of());
        Map<Question, String> facts = new EnumMap<>(Question.class);
        steps.stream()
                .map(Question::valueOf)
                .filter(known::containsKey)
                .limit(WANTED)
                .forEach(question -> facts.put(question, String.valueOf(known.get(question))));
        return facts;
    }

    private static Map<Question, String> known(ResultSet row) throws SQLException {
        Map<Question, String> known = new EnumMap<>(Question.class);
        put(known, Question.BIRTH_DATE, row.getString("birth_date"));
        put(known, Question.POSTAL_CODE, row.getString("postal_code"));
        put(known, Question.STREET, row.getString("street"));
        put(known, Question.REFERENCE_END, end(row.getString("reference")));
        put(known, Question.EMAIL, row.getString("email"));
        // of one telephone alone, who answered it knows the number
        put(known, Question.PHONE_END, row.getInt("phones") > 1 ? end(row.getString("phone")) : null);
        return known;
    }

    private static void put(Map<Question, String> known, Question question, @Nullable String fact) {
        String plain = plain(question, fact);
        if (!plain.isEmpty()) {
            known.put(question, plain);
        }
    }

    /** Empty where four signs would be all of it. */
    private static @Nullable String end(@Nullable String text) {
        String signs = text == null ? "" : text.replaceAll("[^\\p{L}\\p{N}]", "");
        return signs.length() <= END ? null : signs.substring(signs.length() - END);
    }

    private static String plain(Question question, @Nullable String answer) {
        String text = answer == null ? "" : answer.strip();
        if (question == Question.BIRTH_DATE) {
            return CellReading.day(text).map(LocalDate::toString).orElse("");
        }
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
