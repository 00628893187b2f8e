package org.fairlead.collections.control;

import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.CardWay;
import org.fairlead.collections.Hold;
import org.fairlead.collections.PaymentProvider;
import org.fairlead.collections.PaymentProvider.Begun;
import org.fairlead.collections.PaymentProvider.Order;
import org.fairlead.collections.PaymentProvider.Reference;
import org.fairlead.collections.control.Correspondence.Link;
import org.fairlead.collections.entity.LinkToken;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Payments by card that were asked for: begun by an agent in a call, opened by the debtor, each once at the provider. Of one
 * debt one is open at a time, so that nobody pays twice: an order is in our books before the provider hears of it, and one
 * whose answer was lost is asked for again under its own name.
 */
public final class CardOrders {

    private static final Duration LINK_LASTS = Duration.ofDays(2);
    private static final Duration PAGE_LASTS = Duration.ofMinutes(30);

    /** An order goes from link to open and from there to its end. */
    private static final int LOOKS = 3;

    private final Connection c;
    private final PaymentProvider provider;
    private final CardLinks links;
    private final Instant now;

    public CardOrders(Connection c, PaymentProvider provider, CardLinks links, Instant now) {
        this.c = c;
        this.provider = provider;
        this.links = links;
        this.now = now;
    }

    /** What the agent asks for. */
    public record Wish(CardWay way, Money amount, UUID contact, String login) {}

    /** @param message that brings the link, still to be sent; null for a keypad */
    public record Made(UUID order, @Nullable UUID message) {}

    /**
     * Writes it into the books. A keypad is asked for by {@link #ring} when that is committed.
     *
     * @throws Refused {@code card.*}
     */
    public Made begin(DebtFile debt, Wish wish) {
        DebtLedger.lock(c, debt.client(), debt.debtId());
        DebtFile locked = DebtFile.one(c, debt.client(), debt.debtId());
        check(locked, wish.amount());
        Optional<UUID> unheard = unheard(locked, wish);
        if (unheard.isPresent()) {
            return new Made(unheard.get(), null);
        }
        UUID order = Ids.next();
        Instant until = now.plus(wish.way().isLink() ? LINK_LASTS : PAGE_LASTS);
        insert(locked, wish, order, until);
        UUID message = wish.way().isLink() ? write(locked, wish, order, until) : null;
        DebtTimeline.note(
                c,
                debt.client(),
                debt.debtId(),
                now,
                wish.login(),
                "CARD_" + wish.way(),
                Map.of("amount", wish.amount().toString()));
        return new Made(order, message);
    }

    private void check(DebtFile debt, Money amount) {
        if (debt.status().ended()) {
            throw new Refused("card.ended");
        }
        if (debt.holds().stream().anyMatch(Hold::stopsPayment)) {
            throw new Refused("card.hold");
        }
        if (!amount.isPositive() || amount.compareTo(debt.owed()) > 0) {
            throw new Refused("card.amount", debt.owed());
        }
    }

    private record UnderWay(UUID order, boolean unheard, Money amount) {}

    /**
     * The same wish again after the provider was silent is the same order: it may have the payment already. Any other payment
     * that is under way stands in the way; links that nobody opened make room.
     */
    private Optional<UUID> unheard(DebtFile debt, Wish wish) {
        // first, for it waits for whoever opens a link of this debt at this instant, and what is read then is what is
        // open
        Sql.update(
                c,
                "update card_order set state = 'CANCELLED', decided_at = ?"
                        + " where client_id = ? and debt_id = ? and state = 'LINK' and way <> 'KEYPAD'",
                now,
                debt.client(),
                debt.debtId());
        Optional<UnderWay> under = Sql.one(
                c,
                row -> new UnderWay(
                        row.getObject("order_id", UUID.class),
                        row.getBoolean("unheard"),
                        new Money(row.getLong("amount"), row.getString("currency"))),
                """
                select order_id, state = 'LINK' as unheard, amount, currency from card_order
                where client_id = ? and debt_id = ? and (state = 'OPEN' or state = 'LINK' and way = 'KEYPAD') limit 1
                """,
                debt.client(),
                debt.debtId());
        under.filter(one ->
                        !one.unheard() || wish.way().isLink() || !one.amount().equals(wish.amount()))
                .ifPresent(one -> {
                    throw new Refused("card.open");
                });
        under.ifPresent(one -> Sql.update(
                c,
                "update card_order set asked_at = ?, expires_at = ? where client_id = ? and order_id = ?",
                now,
                now.plus(PAGE_LASTS),
                debt.client(),
                one.order()));
        return under.map(UnderWay::order);
    }

    private void insert(DebtFile debt, Wish wish, UUID order, Instant until) {
        Sql.update(
                c,
                """
                insert into card_order (client_id, order_id, portfolio_id, debt_id, contact_id, way, amount, currency, state,
                  made_by, made_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, 'LINK', ?, ?, ?)
                """,
                debt.client(),
                order,
                debt.portfolioId(),
                debt.debtId(),
                wish.contact(),
                wish.way().name(),
                wish.amount().minor(),
                wish.amount().currency(),
                wish.login(),
                now,
                until);
    }

    private UUID write(DebtFile debt, Wish wish, UUID order, Instant until) {
        String address = links.address(new LinkToken(debt.client(), order, until));
        Link link = new Link(
                wish.way().name(),
                address,
                order,
                until.atZone(debt.zone()).toLocalDate(),
                wish.amount(),
                wish.login());
        UUID message = new Correspondence(c, now).write(debt, link).orElseThrow(() -> new Refused("card.wording"));
        Sql.update(
                c,
                "update card_order set message_id = ? where client_id = ? and order_id = ?",
                message,
                debt.client(),
                order);
        return message;
    }

    /**
     * Asks the provider for the keypad of an order that is committed: should its answer be lost, the order is there for its
     * word, for another try, and to be taken back.
     *
     * @throws Refused {@code card.provider} when it does not answer
     */
    public void ring(DebtFile debt, UUID order) {
        Sql.one(
                        c,
                        CardOrders::waiting,
                        "select * from card_order where client_id = ? and debt_id = ? and order_id = ? and way = 'KEYPAD'",
                        debt.client(),
                        debt.debtId(),
                        order)
                .filter(one -> one.state().equals("LINK"))
                .ifPresent(one -> {
                    Reference reference = new Reference(debt.client(), order);
                    // its word may have been quicker than its answer: then the order is further already
                    isOpenNow(reference, begun(reference, one.amount(), language(debt), true));
                });
    }

    private Begun begun(Reference reference, Money amount, String language, boolean keypad) {
        try {
            return provider.begin(new Order(reference, amount, language, keypad));
        } catch (UncheckedIOException away) {
            throw new Refused("card.provider");
        }
    }

    /** @return false when the order is not what it was: taken back, opened or paid meanwhile */
    private boolean isOpenNow(Reference reference, Begun begun) {
        return Sql.update(
                        c,
                        "update card_order set state = 'OPEN', provider = ?, provider_key = ?, expires_at = ?"
                                + " where client_id = ? and order_id = ? and state = 'LINK'",
                        provider.name(),
                        begun.key(),
                        now.plus(PAGE_LASTS),
                        reference.client(),
                        reference.order())
                == 1;
    }

    private record Waiting(UUID debt, Money amount, String state, Instant until) {}

    /**
     * The debtor opens a link; it is used up by that. No lock is held while the provider thinks: the page is shown to whoever
     * used the link up, and to nobody when it was taken back meanwhile.
     *
     * @return the provider's page
     */
    public URI open(LinkToken token) {
        Waiting order = one(token).filter(one -> mayOpen(one, token)).orElseThrow(() -> new Refused("card.link"));
        DebtFile debt = DebtFile.one(c, token.client(), order.debt());
        Reference reference = new Reference(token.client(), token.order());
        Begun begun = begun(reference, order.amount(), language(debt), false);
        if (!isOpenNow(reference, begun)) {
            if (one(token).filter(one -> one.state().equals("CANCELLED")).isPresent()) {
                unbegin(begun.key());
            }
            throw new Refused("card.link");
        }
        return begun.page();
    }

    private void unbegin(String key) {
        try {
            provider.cancel(key);
        } catch (UncheckedIOException away) {
            throw new Refused("card.provider");
        }
    }

    private Optional<Waiting> one(LinkToken token) {
        return Sql.one(
                c,
                CardOrders::waiting,
                "select * from card_order where client_id = ? and order_id = ?",
                token.client(),
                token.order());
    }

    /** Without using it up. */
    public boolean mayOpen(LinkToken token) {
        return one(token).filter(one -> mayOpen(one, token)).isPresent();
    }

    private boolean mayOpen(Waiting order, LinkToken token) {
        if (!order.state().equals("LINK") || !now.isBefore(order.until()) || !now.isBefore(token.until())) {
            return false;
        }
        DebtFile debt = DebtFile.one(c, token.client(), order.debt());
        return !debt.status().ended()
                && debt.holds().stream().noneMatch(Hold::stopsPayment)
                && order.amount().compareTo(debt.owed()) <= 0;
    }

    /** Who reads the link, and whose debt it is about; nothing of the debt. */
    public record Reader(String language, String client) {}

    /** Empty where there is no such order. */
    public Optional<Reader> shown(LinkToken token) {
        return one(token).map(order -> {
            String language = language(DebtFile.one(c, token.client(), order.debt()));
            String client = Sql.one(
                            c, row -> row.getString(1), "select name from client where client_id = ?", token.client())
                    .orElseThrow();
            return new Reader(language, client);
        });
    }

    private record AtProvider(@Nullable String key, String state, CardWay way, Money amount) {}

    /**
     * Takes one back that is not paid; what the provider took meanwhile is told by it. No lock is held while the provider
     * thinks: an order that somebody opened or paid meanwhile is looked at once more.
     */
    public void cancel(ClientId client, UUID debt, UUID order) {
        for (int look = 0; look < LOOKS; look++) {
            AtProvider one = atProvider(client, debt, order);
            if (one.state().equals("PAID") || !isBackAtProvider(client, debt, order, one)) {
                throw new Refused("card.paid");
            }
            int taken = Sql.update(
                    c,
                    "update card_order set state = 'CANCELLED', decided_at = ? where client_id = ? and order_id = ?"
                            + " and state = ? and provider_key is not distinct from ?",
                    now,
                    client,
                    order,
                    one.state(),
                    one.key());
            if (taken == 1) {
                return;
            }
        }
        throw new Refused("card.open");
    }

    private AtProvider atProvider(ClientId client, UUID debt, UUID order) {
        return Sql.one(
                        c,
                        row -> new AtProvider(
                                row.getString("provider_key"),
                                row.getString("state"),
                                CardWay.valueOf(row.getString("way")),
                                new Money(row.getLong("amount"), row.getString("currency"))),
                        "select * from card_order where client_id = ? and debt_id = ? and order_id = ?"
                                + " and state in ('LINK','OPEN','PAID')",
                        client,
                        debt,
                        order)
                .orElseThrow(() -> new NotFound("card order " + order));
    }

    private boolean isBackAtProvider(ClientId client, UUID debt, UUID order, AtProvider one) {
        String key = one.key();
        if (key == null && !one.way().isLink()) {
            // it may have it, though its answer was lost
            String language = language(DebtFile.one(c, client, debt));
            key = begun(new Reference(client, order), one.amount(), language, true)
                    .key();
        }
        try {
            return key == null || provider.cancel(key).kind() == PaymentProvider.Kind.FAILED;
        } catch (UncheckedIOException away) {
            throw new Refused("card.provider");
        }
    }

    /** What the debtor reads: the person's own language, else the programme's first. */
    public String language(DebtFile debt) {
        return Sql.one(
                        c,
                        row -> row.getString(1),
                        """
                        select coalesce(u.language, g.languages[1]) from customer u
                        join portfolio p on p.client_id = u.client_id and p.portfolio_id = ?
                        join program g on g.client_id = p.client_id and g.program_id = p.program_id
                        where u.client_id = ? and u.customer_id = ?
                        """,
                        debt.portfolioId(),
                        debt.client(),
                        debt.customerId())
                .orElseThrow();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject("debt_id", UUID.class),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getString("state"),
                Objects.requireNonNull(Sql.instant(row, "expires_at")));
    }
}
