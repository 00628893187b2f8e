package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.collections.Payments.ProviderView;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.entity.PaymentMatch;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;

/**
 * What payment providers hold for a portfolio. Their payments reached their debts when they were made: what they pay out
 * later is for no debt, and lowers what they hold. Whoever moves money holds the portfolio's lock.
 */
public final class ProviderAccount {

    private static final String LEFT = "coalesce(sum(case move when 'TAKEN' then amount else -amount end), 0)";

    private final Connection c;
    private final Portfolio portfolio;

    public ProviderAccount(Connection c, Portfolio portfolio) {
        this.c = c;
        this.portfolio = portfolio;
    }

    enum Move {
        TAKEN,
        CAME_BACK,
        PAID_OUT
    }

    /** @param why whose money it is, for the account's reader */
    record Slip(LocalDate day, Instant at, String who, String why) {}

    void post(String provider, Move move, Money amount, Slip slip) {
        Sql.update(
                c,
                "insert into provider_line (client_id, line_id, portfolio_id, provider, currency, move, amount, value_date,"
                        + " posted_at, reference, who) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                portfolio.client(),
                Ids.next(),
                portfolio.portfolioId(),
                provider,
                amount.currency(),
                move.name(),
                amount.minor(),
                slip.day(),
                slip.at(),
                slip.why(),
                slip.who());
    }

    /** Nobody pays out more than they hold: what is more is other money. */
    boolean holds(String provider, Money amount) {
        long left = Sql.one(
                        c,
                        row -> row.getLong(1),
                        "select " + LEFT
                                + " from provider_line where client_id = ? and portfolio_id = ? and provider = ?"
                                + " and currency = ?",
                        portfolio.client(),
                        portfolio.portfolioId(),
                        provider,
                        amount.currency())
                .orElse(0L);
        return left >= amount.minor();
    }

    private record Sign(String provider, String words) {}

    /**
     * The provider whom the bank's words name; two are none. Whoever pays writes the reference: it counts where the bank says
     * no payer alone.
     */
    Optional<String> named(String payer, String reference) {
        List<Sign> signs = Sql.list(
                c,
                row -> new Sign(row.getString(1), row.getString(2)),
                "select provider, words from provider_sign where client_id = ? order by words limit 200",
                portfolio.client());
        Set<String> names = PaymentMatch.names(reference);
        List<String> found = signs.stream()
                .filter(sign -> PaymentMatch.sameName(sign.words(), payer)
                        || (payer.isBlank() && names.contains(PaymentMatch.plain(sign.words()))))
                .map(Sign::provider)
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The next payout is known by these words; too few are none. */
    void learn(String provider, String words, String login, Instant now) {
        if (PaymentMatch.plain(words).length() >= PaymentMatch.SHORTEST) {
            Sql.update(
                    c,
                    "insert into provider_sign (client_id, provider, words, said_by, said_at) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing",
                    portfolio.client(),
                    provider,
                    words.strip(),
                    login,
                    now);
        }
    }

    /** @return whether there was such a sign */
    public boolean forget(String words) {
        return Sql.update(c, "delete from provider_sign where client_id = ? and words = ?", portfolio.client(), words)
                > 0;
    }

    /** Each provider that ever took money, with what it still holds. */
    public List<ProviderView> all() {
        return Sql.list(
                c,
                row -> {
                    String currency = row.getString("currency");
                    return new ProviderView(
                            row.getString("provider"),
                            currency,
                            new Money(row.getLong("taken"), currency).amount(),
                            new Money(row.getLong("back"), currency).amount(),
                            new Money(row.getLong("out"), currency).amount(),
                            new Money(row.getLong("held"), currency).amount(),
                            row.getObject("last", LocalDate.class),
                            Sql.texts(row, "signs"));
                },
                """
                select provider, currency, coalesce(sum(amount) filter (where move = 'TAKEN'), 0) as taken,
                  coalesce(sum(amount) filter (where move = 'CAME_BACK'), 0) as back,
                  coalesce(sum(amount) filter (where move = 'PAID_OUT'), 0) as out, %s as held,
                  max(value_date) filter (where move = 'PAID_OUT') as last,
                  array(select s.words from provider_sign s where s.client_id = l.client_id and s.provider = l.provider
                    order by s.words limit 20) as signs
                from provider_line l where client_id = ? and portfolio_id = ?
                group by client_id, provider, currency order by provider, currency limit 50
                """
                        .formatted(LEFT),
                portfolio.client(),
                portfolio.portfolioId());
    }

    /** A movement of the bank's that is a payout: it is for no debt, and known as that. */
    void paidOut(String provider, UUID payment, Money amount, String by, Slip slip) {
        post(provider, Move.PAID_OUT, amount, slip);
        Sql.update(
                c,
                "update payment set state = 'PAYOUT', matched_by = ?, reason = null where client_id = ? and payment_id = ?",
                by,
                portfolio.client(),
                payment);
    }
}
