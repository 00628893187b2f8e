package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.TakeBack.Original;
import org.fairlead.collections.control.TakeBack.Return;
import org.fairlead.collections.entity.TrustBook;
import org.fairlead.collections.entity.TrustBook.Line;
import org.fairlead.collections.entity.TrustBook.Move;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/**
 * What a person decides of a movement that waits and is for no debt: which payment came back with it, or that the money is
 * nobody's here and goes back to whom it came from.
 */
public final class SettleWaiting {

    private static final String WAITING =
            "select * from payment where client_id = ? and payment_id = ? and state = 'UNMATCHED' and outgoing = ? for update";

    private final Connection c;
    private final PaymentTools tools;

    public SettleWaiting(Connection c, PaymentTools tools) {
        this.c = c;
        this.tools = tools;
    }

    /** @param source how it came: {@code file} is the bank's word */
    private record Waiting(
            String source, String key, String payer, Money amount, LocalDate day, LocalDate clears, boolean cleared) {}

    /**
     * The return undoes this payment.
     *
     * @return whose it was
     */
    public ClientId undo(UUID returned, UUID payment) {
        Portfolio portfolio = PortfolioBook.lockedOf(c, returned);
        Waiting waiting = waiting(portfolio, returned, true);
        TakeBack back = new TakeBack(c, portfolio, tools);
        Original original = back.one(waiting.amount(), waiting.day(), payment).stream()
                .findFirst()
                .orElseThrow(() -> new Refused("payment.not-this"));
        back.take(
                original,
                new Return(waiting.key(), waiting.amount(), waiting.day(), "came back: payment " + returned),
                account(portfolio, waiting).book());
        done(portfolio, returned, waiting.day());
        return portfolio.client();
    }

    /**
     * The money goes back to whom it came from: it leaves the trust, when it has cleared.
     *
     * @return whose it was
     */
    public ClientId giveBack(UUID payment) {
        Portfolio portfolio = PortfolioBook.lockedOf(c, payment);
        Waiting waiting = waiting(portfolio, payment, false);
        if (!waiting.source().equals("file")) {
            // it goes back to the card, at the provider, which tells us then
            throw new Refused("payment.by-card");
        }
        LocalDate today =
                tools.now().atZone(PortfolioBook.zone(c, portfolio.client())).toLocalDate();
        if (waiting.clears().isAfter(today)) {
            throw new Refused("payment.not-cleared", waiting.clears());
        }
        TrustAccount account = account(portfolio, waiting);
        TrustBook book = account.book();
        List<Line> lines = new ArrayList<>();
        if (!waiting.cleared()) {
            lines.add(new Line(Move.CLEARED, waiting.amount(), "payment " + payment));
        }
        lines.add(new Line(Move.REFUNDED, waiting.amount(), "payment " + payment));
        account.post(book, lines, new TrustAccount.Slip(today, tools.now(), tools.login()));
        done(portfolio, payment, today);
        return portfolio.client();
    }

    /**
     * The money is the provider's payout of payments that reached their debts already: it leaves the trust, which has had it
     * since then, and the next one of that payer is known.
     *
     * @return whose it was
     */
    public ClientId payOut(UUID payment, String provider) {
        Portfolio portfolio = PortfolioBook.lockedOf(c, payment);
        Waiting waiting = waiting(portfolio, payment, false);
        if (!waiting.source().equals("file")) {
            // what a provider took lies with it still: only the bank says that it was paid out
            throw new Refused("payment.not-payout");
        }
        ProviderAccount providers = new ProviderAccount(c, portfolio);
        if (!providers.holds(provider, waiting.amount())) {
            throw new Refused("payment.payout-above");
        }
        TrustAccount account = account(portfolio, waiting);
        TrustBook book = account.book();
        account.post(
                book,
                book.returned(waiting.amount(), waiting.cleared(), "payment " + payment),
                new TrustAccount.Slip(waiting.day(), tools.now(), tools.login()));
        ProviderAccount.Slip slip =
                new ProviderAccount.Slip(waiting.day(), tools.now(), tools.login(), "payment " + payment);
        providers.paidOut(provider, payment, waiting.amount(), "PERSON", slip);
        providers.learn(provider, waiting.payer(), tools.login(), tools.now());
        return portfolio.client();
    }

    /**
     * The money that left is what the provider took back of payments that came back: debts and trust know it since then.
     *
     * @return whose it was
     */
    public ClientId debit(UUID payment, String provider) {
        Portfolio portfolio = PortfolioBook.lockedOf(c, payment);
        Waiting waiting = waiting(portfolio, payment, true);
        ProviderAccount providers = new ProviderAccount(c, portfolio);
        if (!providers.mayTakeBack(provider, waiting.amount())) {
            throw new Refused("payment.debit-above");
        }
        ProviderAccount.Slip slip =
                new ProviderAccount.Slip(waiting.day(), tools.now(), tools.login(), "payment " + payment);
        providers.debited(provider, payment, waiting.amount(), "PERSON", slip);
        return portfolio.client();
    }

    /**
     * The money that left is no payment's that came back: the outsourcer's own doing, and nothing is posted.
     *
     * @return whose it was
     */
    public ClientId ourOwn(UUID payment) {
        Portfolio portfolio = PortfolioBook.lockedOf(c, payment);
        waiting(portfolio, payment, true);
        Sql.update(
                c,
                "update payment set state = 'OWN', reason = null, matched_by = 'PERSON' where client_id = ? and payment_id = ?",
                portfolio.client(),
                payment);
        return portfolio.client();
    }

    private Waiting waiting(Portfolio portfolio, UUID payment, boolean outgoing) {
        return Sql.one(c, SettleWaiting::waiting, WAITING, portfolio.client(), payment, outgoing)
                .orElseThrow(() -> new Refused("payment.not-waiting"));
    }

    private TrustAccount account(Portfolio portfolio, Waiting waiting) {
        return new TrustAccount(
                c, portfolio.client(), portfolio.portfolioId(), waiting.amount().currency());
    }

    private void done(Portfolio portfolio, UUID payment, LocalDate day) {
        Sql.update(
                c,
                "update payment set state = 'RETURNED', returned_on = ?, reason = null, matched_by = 'PERSON'"
                        + " where client_id = ? and payment_id = ?",
                day,
                portfolio.client(),
                payment);
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getString("source"),
                row.getString("source_key"),
                Objects.requireNonNullElse(row.getString("payer"), ""),
                new Money(row.getLong("amount"), row.getString("currency")),
                Objects.requireNonNull(row.getObject("value_date", LocalDate.class)),
                Objects.requireNonNull(row.getObject("cleared_on", LocalDate.class)),
                row.getBoolean("cleared"));
    }
}
