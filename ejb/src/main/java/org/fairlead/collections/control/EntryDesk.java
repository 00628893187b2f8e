package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.PostPayment.Payment;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.TakeBack.Original;
import org.fairlead.collections.control.TakeBack.Return;
import org.fairlead.collections.entity.PaymentMatch;
import org.fairlead.collections.entity.PaymentMatch.Candidate;
import org.fairlead.collections.entity.PaymentMatch.Reason;
import org.fairlead.collections.entity.TrustBook;
import org.fairlead.collections.entity.TrustBook.Line;
import org.fairlead.collections.entity.TrustBook.Move;
import org.fairlead.collections.entity.bank.BankEntry;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Brings the movements of one file to where they belong: each once, whatever files it comes in. */
final class EntryDesk {

    private static final String NAMED =
            """
            select d.debt_id from debt d where d.client_id = ? and d.portfolio_id = ?
              and upper(regexp_replace(d.reference, '[^0-9A-Za-z]', '', 'g')) = any (?)
              and exists (select 1 from debt_party y where y.client_id = d.client_id and y.debt_id = d.debt_id
                and y.role = 'DEBTOR')
            """;

    private static final String BY_SUM =
            """
            select d.debt_id, u.name from debt d
            join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
            join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
            where d.client_id = ? and d.portfolio_id = ? and d.status not in ('PAID','SETTLED','RECALLED','CLOSED')
              and (d.costs + d.fees + d.interest + d.principal = ? or exists (
                select 1 from promise m where m.client_id = d.client_id and m.debt_id = d.debt_id and m.state = 'STANDING'
                  and m.amount = ?))
            limit ?
            """;

    /** More debts of one sum are not looked through for a name: whose it is is for a person then. */
    private static final int MOST_OF_ONE_SUM = 5_000;

    private final Connection c;
    private final Portfolio portfolio;
    private final PaymentTools tools;
    private final UUID file;
    private final PostPayment posting;
    private final int clearingDays;
    private final Map<String, TrustBook> books = new HashMap<>();
    private int posted;
    private int parked;
    private int known;
    private int outgoing;

    EntryDesk(Connection c, Portfolio portfolio, PaymentTools tools, UUID file) {
        this.c = c;
        this.portfolio = portfolio;
        this.tools = tools;
        this.file = file;
        this.posting = new PostPayment(c, tools);
        this.clearingDays = Sql.number(
                c,
                "select clearing_days from portfolio where client_id = ? and portfolio_id = ?",
                portfolio.client(),
                portfolio.portfolioId());
    }

    int posted() {
        return posted;
    }

    int parked() {
        return parked;
    }

    int known() {
        return known;
    }

    /** What left the account and is no return: the outsourcer's own doing, remittances and fees. */
    int outgoing() {
        return outgoing;
    }

    void take(BankEntry entry) {
        if (isKnown(entry)) {
            known++;
        } else if (entry.isReturn()) {
            takeBack(entry);
        } else if (entry.amount().isPositive()) {
            takeIn(entry);
        } else {
            letOut(entry);
        }
    }

    private boolean isKnown(BankEntry entry) {
        return Sql.number(
                        c,
                        "select count(*) from payment where client_id = ? and (source_key = ? or return_key = ?)",
                        portfolio.client(),
                        entry.key(),
                        entry.key())
                > 0;
    }

    private void takeIn(BankEntry entry) {
        UUID id = insert(entry, entry.amount().minor(), false);
        PaymentMatch.Result found = match(entry);
        UUID debtId = found.debt();
        ProviderAccount providers = new ProviderAccount(c, portfolio);
        // what names a debt, or several, is a debtor's, whatever else a debtor writes beside it
        Optional<String> provider = found.reason() == Reason.UNKNOWN_REFERENCE
                ? providers.named(entry.payer(), entry.reference())
                : Optional.empty();
        if (provider.isPresent()) {
            payOut(providers, provider.get(), entry, id);
            return;
        }
        receive(entry, id);
        if (debtId == null) {
            park(id, found.reason());
            return;
        }
        DebtFile debt = DebtFile.one(c, portfolio.client(), debtId);
        if (debt.status().ended()) {
            park(id, Reason.DEBT_ENDED);
            return;
        }
        String by = found.by() == null ? "REFERENCE" : found.by().name();
        posting.post(debt, new Payment(id, entry.valueDate(), entry.amount(), "payment " + id), by);
        posted++;
    }

    /** The trust has had this money since the debtors paid: only more than the provider holds is money of somebody's. */
    private void payOut(ProviderAccount providers, String provider, BankEntry entry, UUID id) {
        if (providers.holds(provider, entry.amount())) {
            ProviderAccount.Slip slip =
                    new ProviderAccount.Slip(entry.valueDate(), tools.now(), tools.login(), "payment " + id);
            providers.paidOut(provider, id, entry.amount(), "PROVIDER", slip);
            posted++;
        } else {
            receive(entry, id);
            park(id, Reason.PAYOUT_ABOVE);
        }
    }

    private PaymentMatch.Result match(BankEntry entry) {
        if (!entry.amount().currency().equals(portfolio.currency())) {
            return PaymentMatch.Result.waits(Reason.CURRENCY);
        }
        String[] names = PaymentMatch.names(entry.reference()).toArray(String[]::new);
        List<Candidate> named = candidates(Sql.list(
                c, row -> row.getObject(1, UUID.class), NAMED, portfolio.client(), portfolio.portfolioId(), names));
        if (!named.isEmpty() || entry.payer().isBlank()) {
            return PaymentMatch.of(entry.amount(), entry.payer(), named, List.of());
        }
        long minor = entry.amount().minor();
        List<Named> bySum = Sql.list(
                c,
                row -> new Named(row.getObject(1, UUID.class), row.getString(2)),
                BY_SUM,
                portfolio.client(),
                portfolio.portfolioId(),
                minor,
                minor,
                MOST_OF_ONE_SUM);
        if (bySum.size() == MOST_OF_ONE_SUM) {
            return PaymentMatch.Result.waits(Reason.AMBIGUOUS);
        }
        List<UUID> payers = bySum.stream()
                .filter(one -> PaymentMatch.sameName(one.debtor(), entry.payer()))
                .map(Named::debt)
                .toList();
        return PaymentMatch.of(entry.amount(), entry.payer(), named, candidates(payers));
    }

    private record Named(UUID debt, String debtor) {}

    private List<Candidate> candidates(List<UUID> debts) {
        return debts.stream()
                .map(id -> DebtFile.one(c, portfolio.client(), id))
                .map(debt ->
                        new Candidate(debt.debtId(), PaymentMatch.plain(debt.reference()), debt.debtor(), sums(debt)))
                .toList();
    }

    private List<Money> sums(DebtFile debt) {
        List<Money> promised = Sql.list(
                c,
                row -> new Money(row.getLong(1), debt.currency()),
                "select amount from promise where client_id = ? and debt_id = ? and state = 'STANDING'",
                debt.client(),
                debt.debtId());
        return Stream.concat(Stream.of(debt.owed()), promised.stream()).toList();
    }

    /** The money lies in the trust from now on, whoever it will turn out to be for. */
    private void receive(BankEntry entry, UUID id) {
        String currency = entry.amount().currency();
        trust(currency)
                .post(
                        book(currency),
                        List.of(new Line(Move.RECEIVED, entry.amount(), "payment " + id)),
                        new TrustAccount.Slip(entry.valueDate(), tools.now(), tools.login()));
    }

    /**
     * The one payment of this sum that the words name; two that fit are for a person. So is what came in, whatever the bank
     * calls it: a debit of ours that came back takes nothing from anybody, and lies in the trust.
     */
    private void takeBack(BankEntry entry) {
        if (entry.amount().isPositive()) {
            UUID id = insert(entry, entry.amount().minor(), false);
            receive(entry, id);
            park(id, Reason.RETURN_UNKNOWN);
            return;
        }
        Money amount = entry.amount().negated();
        TakeBack back = new TakeBack(c, portfolio, tools);
        List<Original> fit = back.named(
                amount, entry.valueDate(), PaymentMatch.names(entry.reference()).toArray(String[]::new));
        if (fit.size() != 1) {
            UUID id = insert(entry, amount.minor(), true);
            String provider = provider(entry);
            if (fit.isEmpty() && provider != null && new ProviderAccount(c, portfolio).isOwed(provider, amount)) {
                debit(provider, amount, entry, id);
            } else {
                park(id, Reason.RETURN_UNKNOWN);
            }
            return;
        }
        back.take(
                fit.get(0),
                new Return(entry.key(), amount, entry.valueDate(), "came back: " + entry.returned()),
                book(amount.currency()));
        posted++;
    }

    /**
     * Most of it is the outsourcer's own doing; a provider takes back what came back and no payout was lowered by. The bank's
     * file may come before the provider's word: then it waits, and is not lost from sight.
     */
    private void letOut(BankEntry entry) {
        String provider = provider(entry);
        if (provider == null) {
            outgoing++;
            return;
        }
        Money amount = entry.amount().negated();
        ProviderAccount providers = new ProviderAccount(c, portfolio);
        UUID id = insert(entry, amount.minor(), true);
        if (providers.mayTakeBack(provider, amount) && providers.isOwed(provider, amount)) {
            debit(provider, amount, entry, id);
        } else {
            park(id, Reason.DEBIT_ABOVE);
        }
    }

    private void debit(String provider, Money amount, BankEntry entry, UUID id) {
        new ProviderAccount(c, portfolio)
                .debited(
                        provider,
                        id,
                        amount,
                        "PROVIDER",
                        new ProviderAccount.Slip(entry.valueDate(), tools.now(), tools.login(), "payment " + id));
        posted++;
    }

    private @Nullable String provider(BankEntry entry) {
        return new ProviderAccount(c, portfolio)
                .named(entry.payer(), entry.reference())
                .orElse(null);
    }

    private void park(UUID payment, @Nullable Reason reason) {
        Sql.update(
                c,
                "update payment set reason = ? where client_id = ? and payment_id = ?",
                reason == null ? Reason.UNKNOWN_REFERENCE.name() : reason.name(),
                portfolio.client(),
                payment);
        parked++;
    }

    private UUID insert(BankEntry entry, long minor, boolean outgoing) {
        UUID id = Ids.next();
        LocalDate clears = entry.valueDate().plusDays(clearingDays);
        Sql.update(
                c,
                """
                insert into payment (client_id, payment_id, portfolio_id, source, source_key, way, value_date, amount, currency,
                                     reference, payer, state, cleared_on, booked_at, file_id, outgoing)
                values (?, ?, ?, 'file', ?, 'TRUST', ?, ?, ?, ?, ?, 'UNMATCHED', ?, ?, ?, ?)
                """,
                portfolio.client(),
                id,
                portfolio.portfolioId(),
                entry.key(),
                entry.valueDate(),
                minor,
                entry.amount().currency(),
                entry.reference(),
                entry.payer(),
                clears,
                tools.now(),
                file,
                outgoing);
        return id;
    }

    /** The portfolio is locked: nobody else moves its money while the file is read. */
    private TrustBook book(String currency) {
        return books.computeIfAbsent(currency, one -> trust(one).book());
    }

    private TrustAccount trust(String currency) {
        return new TrustAccount(c, portfolio.client(), portfolio.portfolioId(), currency);
    }
}
