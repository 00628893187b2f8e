package org.fairlead.collections.control;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.Hold;
import org.fairlead.collections.PaymentProvider;
import org.fairlead.collections.PaymentProvider.Kind;
import org.fairlead.collections.PaymentProvider.Reference;
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

    /** So long a bank may take a payment by card back, by the rules of the card schemes. */
    private static final Duration MAY_COME_BACK = Duration.ofDays(540);

    /** One that was paid is asked about that seldom. */
    private static final Duration A_DAY = Duration.ofDays(1);

    /** Holds under which a page that is open already shall not be paid on. */
    private static final String[] STOPPING = Arrays.stream(Hold.values())
            .filter(Hold::stopsPayment)
            .map(Enum::name)
            .toArray(String[]::new);

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
        return hear(word) != Taken.NONE;
    }

    /** The same, and whether anything changed by it. */
    public Taken hear(Word word) {
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
            return Taken.NONE;
        }
        Portfolio portfolio = PortfolioBook.one(c, portfolioId);
        PortfolioBook.lock(c, portfolio);
        // portfolio, debt, order: as whoever asks for a payment takes them
        DebtLedger.lock(c, client, kept(client, id, "").debt());
        Order order = kept(client, id, " for update");
        if (!word.amount().equals(order.amount()) || !isAbout(word, order)) {
            LOG.warn("FL5103 the word {} about card order {} does not fit it; nothing was changed", word.kind(), id);
            return Taken.NONE;
        }
        if (order.provider() == null && word.kind() != Kind.OPEN) {
            adopt(client, id, word.key());
        }
        boolean fits =
                switch (word.kind()) {
                    case OPEN -> true;
                    case FAILED -> failed(client, id);
                    case PAID -> order.payment() != null || paid(portfolio, id, order, word);
                    case RETURNED -> order.state().equals("RETURNED") || returned(portfolio, id, order, word);
                };
        if (!fits) {
            return Taken.NONE;
        }
        return kept(client, id, "").state().equals(order.state()) ? Taken.KNOWN : Taken.NEW;
    }

    private Order kept(ClientId client, UUID id, String locked) {
        return Sql.one(
                        c,
                        TakeCardPayment::order,
                        "select * from card_order where client_id = ? and order_id = ?" + locked,
                        client,
                        id)
                .orElseThrow();
    }

    /** One whose key we were never told is known by our own name for it. */
    private boolean isAbout(Word word, Order order) {
        return order.provider() == null
                || (provider.name().equals(order.provider()) && word.key().equals(order.key()));
    }

    private void adopt(ClientId client, UUID id, String key) {
        Sql.update(
                c,
                "update card_order set provider = ?, provider_key = ?, state = case state when 'LINK' then 'OPEN' else state end"
                        + " where client_id = ? and order_id = ?",
                provider.name(),
                key,
                client,
                id);
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
        atProvider(portfolio, ProviderAccount.Move.TAKEN, order.amount(), today, payment);
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
        List<Original> fit = back.ofProvider(order.amount(), today, payment);
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
        atProvider(portfolio, ProviderAccount.Move.CAME_BACK, order.amount(), today, payment);
        state(portfolio.client(), id, "RETURNED", payment);
        return true;
    }

    /** The money lies there until the provider pays it out. */
    private void atProvider(Portfolio portfolio, ProviderAccount.Move move, Money amount, LocalDate day, UUID payment) {
        new ProviderAccount(c, portfolio)
                .post(
                        provider.name(),
                        move,
                        amount,
                        new ProviderAccount.Slip(day, tools.now(), tools.login(), "payment " + payment));
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

    /**
     * An order of which nothing was heard.
     *
     * @param key the provider's; null when its answer was lost
     * @param late whether it shall not be paid any more
     */
    public record Silent(UUID order, @Nullable String key, Money amount, boolean late) {}

    /** What came of asking: {@code answered} is false while the provider is away. */
    public record Heard(boolean answered, List<Word> news) {}

    /**
     * The order to ask about next, noted as asked, so that no other is kept waiting by it. Ends links that nobody opened.
     * Of orders that were paid it is asked once a day whether the money came back.
     */
    public Optional<Silent> next(ClientId client) {
        Instant now = tools.now();
        Sql.update(
                c,
                "update card_order set state = 'EXPIRED', decided_at = ?"
                        + " where client_id = ? and state = 'LINK' and way <> 'KEYPAD' and expires_at <= ?",
                now,
                client,
                now);
        return Sql.one(
                c,
                row -> new Silent(
                        row.getObject("order_id", UUID.class),
                        row.getString("provider_key"),
                        new Money(row.getLong("amount"), row.getString("currency")),
                        row.getBoolean("late")),
                """
                update card_order u set asked_at = ?
                where u.client_id = ? and u.order_id = (
                  select o.order_id from card_order o
                  where o.client_id = ? and (o.provider = ? or o.provider is null) and (
                    (o.state = 'OPEN' or o.state = 'LINK' and o.way = 'KEYPAD')
                      and o.made_at <= ? and (o.asked_at is null or o.asked_at <= ?)
                    or o.state = 'PAID' and o.decided_at between ? and ? and (o.asked_at is null or o.asked_at <= ?))
                  order by o.state = 'PAID', o.asked_at nulls first, o.made_at, o.order_id limit 1
                  for update skip locked)
                returning u.order_id, u.provider_key, u.amount, u.currency, u.expires_at <= u.asked_at or exists (
                  select 1 from debt_hold h where h.client_id = u.client_id and h.debt_id = u.debt_id
                    and h.kind = any (?) and h.released_at is null and (h.until is null or h.until > u.asked_at)) as late
                """,
                now,
                client,
                client,
                provider.name(),
                now.minus(SILENCE),
                now.minus(SILENCE),
                now.minus(MAY_COME_BACK),
                now.minus(A_DAY),
                now.minus(A_DAY),
                STOPPING);
    }

    /** Asks for words that were lost, and ends what nobody paid in time. No lock is held while the provider thinks. */
    public Heard ask(ClientId client, Silent one) {
        Word word;
        try {
            word = said(client, one);
        } catch (UncheckedIOException away) {
            LOG.warn("FL5104 the payment provider does not answer: {}", Objects.toString(away.getMessage()));
            return new Heard(false, List.of());
        }
        if (!word.reference().equals(new Reference(client, one.order()))) {
            LOG.warn("FL5108 asked about card order {} the payment provider speaks of another", one.order());
            return new Heard(true, List.of());
        }
        List<Word> words = word.kind() == Kind.RETURNED
                // it was paid before it came back, and both words may be lost
                ? List.of(new Word(word.reference(), word.key(), Kind.PAID, word.payment(), word.amount()), word)
                : List.of(word);
        return new Heard(
                true, words.stream().filter(each -> hear(each) == Taken.NEW).toList());
    }

    private Word said(ClientId client, Silent one) {
        String key = one.key();
        if (key == null) {
            // the agent was told that it did not work: should the provider have it, it is taken back, or was paid
            Reference reference = new Reference(client, one.order());
            return provider.cancel(provider.begin(new PaymentProvider.Order(reference, one.amount(), "en", true))
                    .key());
        }
        Word word = provider.ask(key);
        return word.kind() == Kind.OPEN && one.late() ? provider.cancel(key) : word;
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
