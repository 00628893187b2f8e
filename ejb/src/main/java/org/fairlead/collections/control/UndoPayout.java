package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.ProviderAccount.Move;
import org.fairlead.collections.entity.PaymentMatch;
import org.fairlead.collections.entity.TrustBook;
import org.fairlead.collections.entity.TrustBook.Line;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A movement that was taken for a provider's, or for the outsourcer's own, waits for a person again, as if nobody had said
 * so. Where the portfolio asks for four eyes, one person asks for it and another confirms.
 */
public final class UndoPayout {

    private static final int LONGEST_WHY = 200;

    private final Connection c;
    private final PaymentTools tools;

    public UndoPayout(Connection c, PaymentTools tools) {
        this.c = c;
        this.tools = tools;
    }

    /** @param done false while it waits for a second person */
    public record Undone(ClientId client, boolean done) {}

    private record Booked(String state, String payer, Money amount, boolean fourEyes, @Nullable String askedBy) {}

    /** @throws Refused {@code payout.why}, {@code payout.none} for what is not booked so, {@code payout.asked} */
    public Undone undo(UUID payment, String why) {
        if (why.isBlank() || why.strip().length() > LONGEST_WHY) {
            throw new Refused("payout.why", LONGEST_WHY);
        }
        Portfolio portfolio = PortfolioBook.lockedOf(c, payment);
        Booked booked = booked(portfolio, payment);
        if (booked.askedBy() != null) {
            throw new Refused("payout.asked");
        }
        if (booked.fourEyes()) {
            Sql.update(
                    c,
                    "update payment set undo_asked_by = ?, undo_asked_at = ?, undo_why = ? where client_id = ? and payment_id = ?",
                    tools.login(),
                    tools.now(),
                    why.strip(),
                    portfolio.client(),
                    payment);
            return new Undone(portfolio.client(), false);
        }
        end(portfolio, payment, booked);
        return new Undone(portfolio.client(), true);
    }

    /** @throws Refused {@code payout.none}, {@code payout.not-asked}, {@code payout.same} for who asked */
    public ClientId confirm(UUID payment) {
        Portfolio portfolio = PortfolioBook.lockedOf(c, payment);
        Booked booked = booked(portfolio, payment);
        if (asker(booked).equals(tools.login())) {
            throw new Refused("payout.same");
        }
        end(portfolio, payment, booked);
        return portfolio.client();
    }

    /** @throws Refused {@code payout.none}, {@code payout.not-asked} */
    public ClientId withdraw(UUID payment) {
        Portfolio portfolio = PortfolioBook.lockedOf(c, payment);
        asker(booked(portfolio, payment));
        Sql.update(
                c,
                "update payment set undo_asked_by = null, undo_asked_at = null, undo_why = null"
                        + " where client_id = ? and payment_id = ?",
                portfolio.client(),
                payment);
        return portfolio.client();
    }

    private static String asker(Booked booked) {
        String asker = booked.askedBy();
        if (asker == null) {
            throw new Refused("payout.not-asked");
        }
        return asker;
    }

    private void end(Portfolio portfolio, UUID payment, Booked booked) {
        LocalDate today =
                tools.now().atZone(PortfolioBook.zone(c, portfolio.client())).toLocalDate();
        String reference = "payment " + payment;
        ProviderAccount providers = new ProviderAccount(c, portfolio);
        ProviderAccount.Slip slip = new ProviderAccount.Slip(today, tools.now(), tools.login(), reference);
        if (booked.state().equals("PAYOUT")) {
            providers.post(provider(providers, payment), Move.PAYOUT_UNDONE, booked.amount(), slip);
            providers.unlearn(payment, booked.payer());
            TrustAccount account = new TrustAccount(
                    c,
                    portfolio.client(),
                    portfolio.portfolioId(),
                    booked.amount().currency());
            account.post(
                    account.book(),
                    List.of(new Line(TrustBook.Move.RECEIVED, booked.amount(), reference)),
                    new TrustAccount.Slip(today, tools.now(), tools.login()));
        } else if (booked.state().equals("DEBIT")) {
            providers.post(provider(providers, payment), Move.DEBIT_UNDONE, booked.amount(), slip);
        }
        Sql.update(
                c,
                "update payment set state = 'UNMATCHED', matched_by = null, reason = ?, cleared = false, undo_asked_by = null,"
                        + " undo_asked_at = null, undo_why = null where client_id = ? and payment_id = ?",
                PaymentMatch.Reason.UNDONE.name(),
                portfolio.client(),
                payment);
    }

    private static String provider(ProviderAccount providers, UUID payment) {
        return providers.bookedWith(payment).orElseThrow(() -> new NotFound("provider of payment " + payment));
    }

    private Booked booked(Portfolio portfolio, UUID payment) {
        return Sql.one(
                        c,
                        UndoPayout::booked,
                        "select p.*, f.four_eyes from payment p join portfolio f on f.client_id = p.client_id"
                                + " and f.portfolio_id = p.portfolio_id where p.client_id = ? and p.payment_id = ?"
                                + " and p.state in ('PAYOUT','DEBIT','OWN') for update of p",
                        portfolio.client(),
                        payment)
                .orElseThrow(() -> new Refused("payout.none"));
    }

    private static Booked booked(ResultSet row) throws SQLException {
        return new Booked(
                row.getString("state"),
                Objects.requireNonNullElse(row.getString("payer"), ""),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getBoolean("four_eyes"),
                row.getString("undo_asked_by"));
    }
}
