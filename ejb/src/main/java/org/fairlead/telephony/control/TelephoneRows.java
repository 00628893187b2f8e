package org.fairlead.telephony.control;

import java.sql.Connection;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.shared.Sql;
import org.fairlead.telephony.DeskTelephones.Account;

/** The rows of desk telephones, as people may see them: digests are written and never read. */
public final class TelephoneRows {

    private TelephoneRows() {}

    public static Optional<Account> of(Connection c, UUID person) {
        return Sql.one(
                c,
                row -> new Account(
                        row.getString(1),
                        Objects.requireNonNull(Sql.instant(row, "issued_at")),
                        row.getBoolean(3),
                        row.getBoolean(4)),
                "select account, issued_at, chosen, auto_answer from desk_telephone where person_id = ? and live",
                person);
    }

    /** The account that the person has or had, which is used again. */
    public static Optional<String> account(Connection c, UUID person) {
        return Sql.one(c, row -> row.getString(1), "select account from desk_telephone where person_id = ?", person);
    }

    /** @return false when the caller may not */
    public static boolean keep(Connection c, UUID person, String account, String digest, Instant at) {
        boolean there = account(c, person).isPresent();
        int rows = there
                ? Sql.update(
                        c,
                        "update desk_telephone set digest = ?, issued_at = ? where person_id = ?",
                        digest,
                        at,
                        person)
                : Sql.update(
                        c,
                        "insert into desk_telephone (person_id, account, digest, issued_at) values (?, ?, ?, ?)",
                        person,
                        account,
                        digest,
                        at);
        return rows == 1;
    }

    /** @return false when the caller may not, or there is none */
    public static boolean withdraw(Connection c, UUID person) {
        return Sql.update(c, "update desk_telephone set digest = '' where person_id = ? and live", person) == 1;
    }

    /** @return false when this person has none */
    public static boolean choose(Connection c, String login, boolean desk, boolean autoAnswer) {
        return Sql.one(
                        c,
                        row -> row.getBoolean(1),
                        "select coalesce(choose_telephone(?, ?, ?), false)",
                        login,
                        desk,
                        autoAnswer)
                .orElse(false);
    }
}
