package org.fairlead.collections.control;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.PaymentProvider;
import org.fairlead.collections.PaymentProvider.Kind;
import org.fairlead.collections.PaymentProvider.Word;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.PostPayment.Payment;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.TakeBack.Original;
import org.fairlead.collections.control.TakeBack.Return;
import org.fairlead.collections.entity.TrustBook.Line;
import org.fairlead.collections.entity.TrustBook.Move;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a provider's word about a payment: money is posted once and taken back once, however often it is said. */
public final class TakeCardPayment {

    private static final Logger LOG = LoggerFactory.getLogger(TakeCardPayment.class);

    /** A word that was lost is asked for after that, and again. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private static final int ASKED_AT_ONCE = 20;

    private final Connection c;
    private final PaymentProvider provider;
    private final PaymentTools tools;

    public TakeCardPayment(Connection c, PaymentProvider provider, PaymentTools tools) {
        this.c = c;
        this.provider = provider;
        this.tools = tools;
    }

    private record Order(
            UUID debt,
            Money amount,
            String state,
            @Nullable String provider,
            @Nullable String key,
            @Nullable UUID payment) {}

    /** @return false when it is about no order of this client's, or does not fit the order: then nothing is changed */
    public boolean take(Word word) {
        ClientId client = word.reference().client();
        UUID id = word.reference().order();
        UUID portfolioId = Sql.one(
                        c,
                        row -> row.getObject(1, UUID.class),
                        "select portfolio_id from card_order where client_id = ? and order_id = ?",
                        client,
                        id)
                .orElse(null);
        if (portfolioId == null) {
            return false;
        }
        Portfolio portfolio = PortfolioBook.one(c, portfolioId);
        PortfolioBook.lock(c, portfolio);
        Order order = Sql.one(
                        c,
                        TakeCardPayment::order,
                        "select * from card_order where client_id = ? and order_id = ? for update",
                        client,
                        id)
                .orElseThrow();
        if (!provider.name().equals(order.provider())
                || !word.key().equals(order.key())
                || !word.amount().equals(order.amount())) {
            LOG.warn("FL5103 the word {} about card order {} does not fit it; nothing was changed", word.kind(), id);
            return false;
        }
        return switch (word.kind()) {
            case OPEN -> true;
            case FAILED -> failed(client, id);
            case PAID -> order.payment() != null || paid(portfolio, id, order, word);
            case RETURNED -> order.state().equals("RETURNED") || returned(portfolio, id, order, word);
        };
    }

    private boolean failed(ClientId client, UUID id) {
        Sql.update(
                c,
                "update card_order set state = case when expires_at <= ?::timestamptz then 'EXPIRED' else 'FAILED' end, decided_at = ?"
                        + " where client_id = ? and order_id = ? and state = 'OPEN'",
                tools.now(),
                tools.now(),
                client,
                id);
        return true;
    }

    /** Whatever was thought of the order meanwhile: the money is there. */
    private boolean paid(Portfolio portfolio, UUID id, Order order, Word word) {
        if (word.payment().isBlank()) {
            return false;
        }
        DebtFile debt = DebtFile.one(c, portfolio.client(), order.debt());
        LocalDate today = tools.now().atZone(debt.zone()).toLocalDate();
        UUID payment = insert(portfolio, debt, order.amount(), word, today);
        TrustAccount trust = new TrustAccount(
                c, portfolio.client(), portfolio.portfolioId(), order.amount().currency());
        trust.post(
                trust.book(),
                List.of(new Line(Move.RECEIVED, order.amount(), "payment " + payment)),
                new TrustAccount.Slip(today, tools.now(), tools.login()));
        state(portfolio.client(), id, "PAID", payment);
        if (debt.status().ended()) {
            Sql.update(
                    c,
                    "update payment set reason = 'DEBT_ENDED' where client_id = ? and payment_id = ?",
                    portfolio.client(),
                    payment);
        } else {
            new PostPayment(c, tools).post(debt, new Payment(payment, today, order.amount(), "card " + id), "PROVIDER");
        }
        return true;
    }

    private UUID insert(Portfolio portfolio, DebtFile debt, Money amount, Word word, LocalDate today) {
        UUID payment = Ids.next();
        int clearing = Sql.number(
                c,
                "select clearing_days from portfolio where client_id = ? and portfolio_id = ?",
                portfolio.client(),
                portfolio.portfolioId());
        Sql.update(
                c,
                """
                insert into payment (client_id, payment_id, portfolio_id, source, source_key, way, value_date, amount, currency,
                                     reference, payer, state, cleared_on, booked_at)
                values (?, ?, ?, 'provider', ?, 'TRUST', ?, ?, ?, ?, '', 'UNMATCHED', ?, ?)
                """,
                portfolio.client(),
                payment,
                portfolio.portfolioId(),
                provider.name() + ":" + word.payment(),
                today,
                amount.minor(),
                amount.currency(),
                debt.reference(),
                today.plusDays(clearing),
                tools.now());
        return payment;
    }

    private boolean returned(Portfolio portfolio, UUID id, Order order, Word word) {
        UUID payment = order.payment();
        if (payment == null) {
            // its being paid was not heard of yet: both are told again
            return false;
        }
        LocalDate today =
                tools.now().atZone(PortfolioBook.zone(c, portfolio.client())).toLocalDate();
        TakeBack back = new TakeBack(c, portfolio, tools);
        List<Original> fit = back.one(order.amount(), today, payment);
        if (fit.size() != 1) {
            return false;
        }
        TrustAccount trust = new TrustAccount(
                c, portfolio.client(), portfolio.portfolioId(), order.amount().currency());
        back.take(
                fit.get(0),
                new Return(
                        provider.name() + "-return:" + word.payment(),
                        order.amount(),
                        today,
                        "card " + id + " came back"),
                trust.book());
        state(portfolio.client(), id, "RETURNED", payment);
        return true;
    }

    private void state(ClientId client, UUID id, String state, UUID payment) {
        Sql.update(
                c,
                "update card_order set state = ?, payment_id = ?, decided_at = ? where client_id = ? and order_id = ?",
                state,
                payment,
                tools.now(),
                client,
                id);
    }

    private record Silent(String key, boolean late) {}

    /** Asks for words that were lost, and ends what nobody paid in time. */
    public void look(ClientId client) {
        Sql.update(
                c,
                "update card_order set state = 'EXPIRED', decided_at = ? where client_id = ? and state = 'LINK' and expires_at <= ?",
                tools.now(),
                client,
                tools.now());
        List<Silent> silent = Sql.list(
                c,
                row -> new Silent(row.getString(1), row.getBoolean(2)),
                """
                select provider_key, expires_at <= ?::timestamptz from card_order
                where client_id = ? and state = 'OPEN' and provider = ? and made_at <= ? and (asked_at is null or asked_at <= ?)
                order by made_at limit ?
                """,
                tools.now(),
                client,
                provider.name(),
                tools.now().minus(SILENCE),
                tools.now().minus(SILENCE),
                ASKED_AT_ONCE);
        for (Silent one : silent) {
            Sql.update(
                    c,
                    "update card_order set asked_at = ? where client_id = ? and provider = ? and provider_key = ?",
                    tools.now(),
                    client,
                    provider.name(),
                    one.key());
            ask(client, one);
        }
    }

    private void ask(ClientId client, Silent one) {
        try {
            Word word = provider.ask(one.key());
            if (word.kind() == Kind.OPEN && one.late()) {
                word = provider.cancel(one.key());
            }
            if (word.reference().client().equals(client)) {
                take(word);
            }
        } catch (UncheckedIOException away) {
            LOG.warn("FL5104 the payment provider does not answer: {}", Objects.toString(away.getMessage()));
        }
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                row.getObject("debt_id", UUID.class),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getString("state"),
                row.getString("provider"),
                row.getString("provider_key"),
                row.getObject("payment_id", UUID.class));
    }
}
