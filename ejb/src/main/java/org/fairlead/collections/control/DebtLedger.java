package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.collections.entity.Account;
import org.fairlead.collections.entity.DebtBook;
import org.fairlead.collections.entity.Entry;
import org.fairlead.collections.entity.Posting;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The stored ledger. A debt's row is locked first, so that of two postings at once the second sees the first; the row
 * keeps the balances in step and refuses one below zero by itself.
 */
public final class DebtLedger {

    private static final List<Account> KEPT_ON_THE_DEBT =
            List.of(Account.COSTS, Account.FEES, Account.INTEREST, Account.PRINCIPAL, Account.OVERPAID);

    private static final String COLUMNS =
            Stream.of(Account.values()).map(DebtLedger::column).collect(Collectors.joining(", "));

    private static final String INSERT =
            "insert into debt_posting (client_id, posting_id, debt_id, kind, value_date, posted_at, reverses, who, why, "
                    + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?"
                    + ", ?".repeat(Account.values().length) + ")";

    private static final String BALANCES = "update debt set "
            + KEPT_ON_THE_DEBT.stream()
                    .map(account -> "%1$s = %1$s + ?".formatted(column(account)))
                    .collect(Collectors.joining(", "))
            + ", version = version + 1 where client_id = ? and debt_id = ?";

    private final Connection c;
    private final ClientId client;

    public DebtLedger(Connection c, ClientId client) {
        this.c = c;
        this.client = client;
    }

    /**
     * The whole book of a debt, which stays locked until the transaction ends.
     *
     * @throws NotFound when the client has no such debt
     */
    public DebtBook lock(UUID debt) {
        String currency = lock(c, client, debt);
        return DebtBook.of(currency, postings(debt, currency));
    }

    /**
     * A debt of which nothing changes until the transaction ends but by it: whoever decides by what is known of a debt
     * takes this first. Rows that only point to the debt may be written meanwhile.
     *
     * @return the debt's currency
     * @throws NotFound when the client has no such debt
     */
    static String lock(Connection c, ClientId client, UUID debt) {
        return Sql.one(
                        c,
                        row -> row.getString(1),
                        "select currency from debt where client_id = ? and debt_id = ? for no key update",
                        client,
                        debt)
                .orElseThrow(() -> new NotFound("debt " + debt));
    }

    /** In the order in which they were posted. */
    public List<Posting> postings(UUID debt, String currency) {
        return Sql.list(
                c,
                row -> posting(row, currency),
                "select * from debt_posting where client_id = ? and debt_id = ? order by position",
                client,
                debt);
    }

    /**
     * Appends to the book and stores it.
     *
     * @param book as {@link #lock} gave it, in this transaction
     * @throws Refused as {@link DebtBook#append} says
     */
    public void post(UUID debt, DebtBook book, Posting posting) {
        book.append(posting);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(client);
        values.add(posting.id());
        values.add(debt);
        values.add(posting.kind().name());
        values.add(posting.valueDate());
        values.add(posting.at());
        values.add(posting.reverses());
        values.add(posting.who());
        values.add(posting.why());
        for (Account account : Account.values()) {
            values.add(posting.on(account).minor());
        }
        Sql.update(c, INSERT, values.toArray());
        List<@Nullable Object> changes = new ArrayList<>();
        for (Account account : KEPT_ON_THE_DEBT) {
            changes.add(posting.on(account).minor());
        }
        changes.add(client);
        changes.add(debt);
        Sql.update(c, BALANCES, changes.toArray());
    }

    /** Debts whose kept balances are not the sum of their postings: there must be none. */
    public List<UUID> outOfStep() {
        String sums = KEPT_ON_THE_DEBT.stream()
                .map(account -> "sum(p.%1$s) is distinct from d.%1$s".formatted(column(account)))
                .collect(Collectors.joining(" or "));
        return Sql.list(
                c,
                row -> row.getObject(1, UUID.class),
                "select d.debt_id from debt d join debt_posting p using (client_id, debt_id) where d.client_id = ?"
                        + " group by d.client_id, d.debt_id having " + sums,
                client);
    }

    private static Posting posting(ResultSet row, String currency) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        for (Account account : Account.values()) {
            long minor = row.getLong(column(account));
            if (minor != 0) {
                entries.add(new Entry(account, new Money(minor, currency)));
            }
        }
        return new Posting(
                row.getObject("posting_id", UUID.class),
                Posting.Kind.valueOf(row.getString("kind")),
                row.getObject("value_date", LocalDate.class),
                Objects.requireNonNull(Sql.instant(row, "posted_at")),
                row.getObject("reverses", UUID.class),
                row.getString("who"),
                row.getString("why"),
                entries);
    }

    private static String column(Account account) {
        return account.name().toLowerCase(Locale.ROOT);
    }
}
