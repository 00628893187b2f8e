package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.entity.Remittance;
import org.fairlead.collections.entity.Remittance.Mode;
import org.fairlead.collections.entity.TrustBook;
import org.fairlead.collections.entity.TrustBook.Line;
import org.fairlead.collections.entity.TrustBook.Move;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/**
 * Pays over to a client what was collected for it and has cleared by the end of a day. Each payment is paid over once: it
 * carries the remittance that took it.
 */
public final class PayOver {

    private static final String CLEARING =
            """
            update payment set cleared = true where client_id = ? and portfolio_id = ? and currency = ? and way = 'TRUST'
              and not outgoing and not cleared and state in ('UNMATCHED','POSTED') and cleared_on <= ?
            returning payment_id, amount
            """;

    /** What was paid beyond the debt is the debtor's, not the client's. */
    private static final String TAKING =
            """
            update payment p set remittance_id = ? from debt_posting g
            where p.client_id = ? and p.portfolio_id = ? and p.currency = ? and p.state = 'POSTED' and p.remittance_id is null
              and (p.way = 'DIRECT' and p.value_date <= ? or p.cleared and p.cleared_on <= ?)
              and g.client_id = p.client_id and g.posting_id = p.posting_id
            returning p.way, p.amount + g.overpaid as amount, p.fee
            """;

    private static final String GIVING_BACK =
            """
            update payment set return_settled = ? where client_id = ? and portfolio_id = ? and currency = ?
              and state = 'RETURNED' and remittance_id is not null and return_settled is null and returned_on <= ?
            returning fee
            """;

    private final Connection c;
    private final Portfolio portfolio;
    private final String login;
    private final Instant now;

    public PayOver(Connection c, Portfolio portfolio, String login, Instant now) {
        this.c = c;
        this.portfolio = portfolio;
        this.login = login;
        this.now = now;
    }

    private record Taken(String way, long amount, long fee) {}

    private record Clearing(UUID payment, long amount) {}

    public UUID until(LocalDate day) {
        PortfolioBook.lock(c, portfolio);
        check(day);
        UUID id = Ids.next();
        TrustAccount trust = new TrustAccount(c, portfolio.client(), portfolio.portfolioId(), portfolio.currency());
        TrustBook book = trust.book();
        TrustAccount.Slip slip = new TrustAccount.Slip(day, now, login);
        trust.post(book, cleared(day), slip);
        List<Taken> taken = Sql.list(
                c,
                row -> new Taken(row.getString(1), row.getLong(2), row.getLong(3)),
                TAKING,
                id,
                portfolio.client(),
                portfolio.portfolioId(),
                portfolio.currency(),
                day,
                day);
        long back = Sql.list(
                        c,
                        row -> row.getLong(1),
                        GIVING_BACK,
                        id,
                        portfolio.client(),
                        portfolio.portfolioId(),
                        portfolio.currency(),
                        day)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        if (taken.isEmpty() && back == 0) {
            throw new Refused("remittance.nothing");
        }
        Mode mode = mode();
        Remittance made = Remittance.of(
                mode,
                sum(taken, "TRUST", true),
                book.advanced(),
                sum(taken, "TRUST", false).minus(money(back)),
                sum(taken, "DIRECT", false));
        trust.post(book, lines(made, id), slip);
        insert(id, day, mode, made);
        return id;
    }

    private void check(LocalDate day) {
        LocalDate today = now.atZone(PortfolioBook.zone(c, portfolio.client())).toLocalDate();
        int later = Sql.number(
                c,
                "select count(*) from remittance where client_id = ? and portfolio_id = ? and currency = ? and until >= ?",
                portfolio.client(),
                portfolio.portfolioId(),
                portfolio.currency(),
                day);
        if (day.isAfter(today) || later > 0) {
            throw new Refused("remittance.day");
        }
    }

    private List<Line> cleared(LocalDate day) {
        return Sql.list(
                        c,
                        row -> new Clearing(row.getObject(1, UUID.class), row.getLong(2)),
                        CLEARING,
                        portfolio.client(),
                        portfolio.portfolioId(),
                        portfolio.currency(),
                        day)
                .stream()
                .map(one -> new Line(Move.CLEARED, money(one.amount()), "payment " + one.payment()))
                .toList();
    }

    private static List<Line> lines(Remittance made, UUID id) {
        List<Line> lines = new ArrayList<>();
        add(lines, Move.ADVANCE_REPAID, made.repaid(), id);
        add(lines, Move.FEE_MOVED, made.feesMoved(), id);
        add(lines, Move.REMITTED, made.paid(), id);
        return lines;
    }

    private static void add(List<Line> lines, Move move, Money amount, UUID id) {
        if (amount.isPositive()) {
            lines.add(new Line(move, amount, "remittance " + id));
        }
    }

    private Money sum(List<Taken> taken, String way, boolean amounts) {
        return money(taken.stream()
                .filter(one -> one.way().equals(way))
                .mapToLong(one -> amounts ? one.amount() : one.fee())
                .sum());
    }

    private Money money(long minor) {
        return new Money(minor, portfolio.currency());
    }

    private Mode mode() {
        return Sql.one(
                        c,
                        row -> Mode.valueOf(row.getString(1)),
                        "select remittance_mode from portfolio where client_id = ? and portfolio_id = ?",
                        portfolio.client(),
                        portfolio.portfolioId())
                .orElseThrow();
    }

    private void insert(UUID id, LocalDate day, Mode mode, Remittance made) {
        Sql.update(
                c,
                """
                insert into remittance (client_id, remittance_id, portfolio_id, currency, until, mode, repaid, fees_moved, paid,
                                        invoiced, made_at, made_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                portfolio.client(),
                id,
                portfolio.portfolioId(),
                portfolio.currency(),
                day,
                mode.name(),
                made.repaid().minor(),
                made.feesMoved().minor(),
                made.paid().minor(),
                made.invoiced().minor(),
                now,
                login);
    }
}
