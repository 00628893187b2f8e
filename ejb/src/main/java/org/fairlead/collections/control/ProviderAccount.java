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

    private static final String LEFT =
            "coalesce(sum(case when move in ('TAKEN','DEBITED','PAYOUT_UNDONE') then amount" + " else -amount end), 0)";

    /** What came back and it has not taken from the bank's account, should none have been kept from a payout. */
    private static final String NOT_TAKEN_BACK =
            "coalesce(sum(case when move in ('CAME_BACK','DEBIT_UNDONE') then amount"
                    + " when move = 'DEBITED' then -amount else 0 end), 0)";

    private final Connection c;
    private final Portfolio portfolio;

    public ProviderAccount(Connection c, Portfolio portfolio) {
        this.c = c;
        this.portfolio = portfolio;
    }

    enum Move {
        TAKEN,
        CAME_BACK,
        PAID_OUT,
        DEBITED,
        PAYOUT_UNDONE,
        DEBIT_UNDONE
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
        return sum(LEFT, provider, amount.currency()) >= amount.minor();
    }

    /** It paid out so much more than it took, less what came back. */
    boolean isOwed(String provider, Money amount) {
        return -sum(LEFT, provider, amount.currency()) >= amount.minor();
    }

    /** Nobody takes back more than came back: a person may say so even where the price that it keeps hides it. */
    boolean mayTakeBack(String provider, Money amount) {
        return sum(NOT_TAKEN_BACK, provider, amount.currency()) >= amount.minor();
    }

    private long sum(String what, String provider, String currency) {
        return Sql.one(
                        c,
                        row -> row.getLong(1),
                        "select " + what
                                + " from provider_line where client_id = ? and portfolio_id = ? and provider = ?"
                                + " and currency = ?",
                        portfolio.client(),
                        portfolio.portfolioId(),
                        provider,
                        currency)
                .orElse(0L);
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
                        || (payer.isBlank()
                                && PaymentMatch.isName(sign.words())
                                && names.contains(PaymentMatch.plain(sign.words()))))
                .map(Sign::provider)
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The next payout is known by these words; too few are none. */
    void learn(String provider, String words, String login, Instant now) {
        if (PaymentMatch.letters(words) >= PaymentMatch.SHORTEST) {
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
                            new Money(row.getLong("debited"), currency).amount(),
                            new Money(row.getLong("held"), currency).amount(),
                            row.getObject("last", LocalDate.class),
                            Sql.texts(row, "signs"));
                },
                """
                select provider, currency, coalesce(sum(amount) filter (where move = 'TAKEN'), 0) as taken,
                  coalesce(sum(amount) filter (where move = 'CAME_BACK'), 0) as back,
                  coalesce(sum(case move when 'PAID_OUT' then amount when 'PAYOUT_UNDONE' then -amount end), 0) as out,
                  coalesce(sum(case move when 'DEBITED' then amount when 'DEBIT_UNDONE' then -amount end), 0) as debited,
                  %s as held,
                  (select max(m.value_date) from provider_line m join payment p on p.client_id = m.client_id
                    and p.payment_id = case when m.reference like 'payment %%' then substr(m.reference, 9)::uuid end
                    and p.state = 'PAYOUT'
                    where m.client_id = l.client_id and m.portfolio_id = l.portfolio_id and m.provider = l.provider
                      and m.currency = l.currency and m.move = 'PAID_OUT') as last,
                  array(select s.words from provider_sign s where s.client_id = l.client_id and s.provider = l.provider
                    order by s.words limit 20) as signs
                from provider_line l where client_id = ? and portfolio_id = ?
                group by client_id, portfolio_id, provider, currency order by provider, currency limit 50
                """
                        .formatted(LEFT),
                portfolio.client(),
                portfolio.portfolioId());
    }

    /** A movement of the bank's that is a payout: it is for no debt, and known as that. */
    void paidOut(String provider, UUID payment, Money amount, String by, Slip slip) {
        post(provider, Move.PAID_OUT, amount, slip);
        known(payment, "PAYOUT", by);
    }

    /** A movement of the bank's with which a provider took back what came back: the debt and the trust know it already. */
    void debited(String provider, UUID payment, Money amount, String by, Slip slip) {
        post(provider, Move.DEBITED, amount, slip);
        known(payment, "DEBIT", by);
    }

    private void known(UUID payment, String state, String by) {
        Sql.update(
                c,
                "update payment set state = ?, matched_by = ?, reason = null where client_id = ? and payment_id = ?",
                state,
                by,
                portfolio.client(),
                payment);
    }

    /** With whom a movement was booked last. */
    Optional<String> bookedWith(UUID payment) {
        return Sql.one(
                c,
                row -> row.getString(1),
                "select provider from provider_line where client_id = ? and portfolio_id = ? and reference = ?"
                        + " and move in ('PAID_OUT','DEBITED') order by posted_at desc limit 1",
                portfolio.client(),
                portfolio.portfolioId(),
                "payment " + payment);
    }

    /** What was learned from a movement that turned out to be none of the provider's. */
    void unlearn(UUID payment, String words) {
        Sql.update(
                c,
                "delete from provider_sign s using provider_line l where s.client_id = ? and s.words = ?"
                        + " and l.client_id = s.client_id and l.portfolio_id = ? and l.reference = ?"
                        + " and l.move = 'PAID_OUT' and l.provider = s.provider and l.posted_at = s.said_at",
                portfolio.client(),
                words.strip(),
                portfolio.portfolioId(),
                "payment " + payment);
    }
}
