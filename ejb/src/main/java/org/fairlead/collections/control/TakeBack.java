package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.entity.TrustBook;
import org.fairlead.collections.entity.TrustBook.Line;
import org.fairlead.collections.entity.TrustBook.Move;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Takes a payment back of which the bank says that it came back: out of its debt, if it reached one, and out of the trust. */
final class TakeBack {

    private static final String ORIGINALS =
            """
            select p.payment_id, p.debt_id, p.posting_id, p.cleared, p.currency,
              case when p.remittance_id is not null then p.amount + g.overpaid else 0 end as paid_over
            from payment p
            left join debt_posting g on g.client_id = p.client_id and g.posting_id = p.posting_id
            left join debt d on d.client_id = p.client_id and d.debt_id = p.debt_id
            where p.client_id = ? and p.portfolio_id = ? and p.amount = ? and p.currency = ? and p.value_date <= ?
              and not p.outgoing and p.way = 'TRUST' and p.state in ('UNMATCHED', 'POSTED')
            """;

    /** What a provider took comes back by its word alone, and lowers what it holds; no bank's return is about it. */
    private static final String OF_THE_BANK = ORIGINALS + " and p.source <> 'provider'";

    private final Connection c;
    private final Portfolio portfolio;
    private final PaymentTools tools;

    TakeBack(Connection c, Portfolio portfolio, PaymentTools tools) {
        this.c = c;
        this.portfolio = portfolio;
        this.tools = tools;
    }

    /** @param paidOver what of it the client has already */
    record Original(UUID payment, @Nullable UUID debt, @Nullable UUID posting, boolean cleared, Money paidOver) {}

    /** What the bank says of its coming back. */
    record Return(String key, Money amount, LocalDate day, String why) {}

    /** Posted payments of this sum on debts that the words name. */
    List<Original> named(Money amount, LocalDate day, String[] names) {
        return Sql.list(
                c,
                TakeBack::original,
                OF_THE_BANK
                        + " and p.state = 'POSTED' and upper(regexp_replace(d.reference, '[^0-9A-Za-z]', '', 'g')) = any (?)",
                portfolio.client(),
                portfolio.portfolioId(),
                amount.minor(),
                amount.currency(),
                day,
                names);
    }

    /** The payment, where it may be the one that the bank returned. */
    List<Original> one(Money amount, LocalDate day, UUID payment) {
        return one(OF_THE_BANK, amount, day, payment);
    }

    /** The payment, where a provider took it. */
    List<Original> ofProvider(Money amount, LocalDate day, UUID payment) {
        return one(ORIGINALS + " and p.source = 'provider'", amount, day, payment);
    }

    private List<Original> one(String originals, Money amount, LocalDate day, UUID payment) {
        return Sql.list(
                c,
                TakeBack::original,
                originals + " and p.payment_id = ?",
                portfolio.client(),
                portfolio.portfolioId(),
                amount.minor(),
                amount.currency(),
                day,
                payment);
    }

    void take(Original one, Return back, TrustBook book) {
        Sql.update(
                c,
                "update payment set state = 'RETURNED', returned_on = ?, return_key = ?, reason = null"
                        + " where client_id = ? and payment_id = ?",
                back.day(),
                back.key(),
                portfolio.client(),
                one.payment());
        if (one.debt() != null && one.posting() != null) {
            DebtFile debt = DebtFile.one(c, portfolio.client(), one.debt());
            new PostPayment(c, tools).reverse(debt, one.posting(), back.day(), back.why());
        }
        new TrustAccount(
                        c,
                        portfolio.client(),
                        portfolio.portfolioId(),
                        back.amount().currency())
                .post(
                        book,
                        lines(book, one, back.amount()),
                        new TrustAccount.Slip(back.day(), tools.now(), tools.login()));
    }

    /**
     * What was paid over is advanced, even where the trust holds enough: that is for other payments, which are paid over
     * next.
     */
    private static List<Line> lines(TrustBook book, Original one, Money amount) {
        String reference = "payment " + one.payment();
        return one.paidOver().isPositive()
                ? List.of(
                        new Line(Move.ADVANCED, one.paidOver(), reference), new Line(Move.RETURNED, amount, reference))
                : book.returned(amount, one.cleared(), reference);
    }

    private static Original original(ResultSet row) throws SQLException {
        return new Original(
                row.getObject("payment_id", UUID.class),
                row.getObject("debt_id", UUID.class),
                row.getObject("posting_id", UUID.class),
                row.getBoolean("cleared"),
                new Money(row.getLong("paid_over"), row.getString("currency")));
    }
}
