package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.PostPayment.Payment;
import org.fairlead.collections.control.PostPayment.PaymentTools;
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
            """;

    private static final String BY_SUM =
            """
            select d.debt_id from debt d where d.client_id = ? and d.portfolio_id = ?
              and d.status not in ('PAID','SETTLED','RECALLED','CLOSED')
              and (d.costs + d.fees + d.interest + d.principal = ? or exists (
                select 1 from promise m where m.client_id = d.client_id and m.debt_id = d.debt_id and m.state = 'STANDING'
                  and m.amount = ?))
            limit 200
            """;

    private final Connection c;
    private final Portfolio portfolio;
    private final PaymentTools tools;
    private final UUID file;
    private final PostPayment posting;
    private int posted;
    private int parked;
    private int known;

    EntryDesk(Connection c, Portfolio portfolio, PaymentTools tools, UUID file) {
        this.c = c;
        this.portfolio = portfolio;
        this.tools = tools;
        this.file = file;
        this.posting = new PostPayment(c, tools);
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

    void take(BankEntry entry) {
        if (isKnown(entry)) {
            known++;
        } else if (entry.isReturn()) {
            takeBack(entry);
        } else if (entry.amount().isPositive()) {
            takeIn(entry);
        } // what left the account is the outsourcer's own doing: remittances, fees
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
        receive(entry, id);
        PaymentMatch.Result found = match(entry);
        UUID debtId = found.debt();
        if (debtId == null) {
            park(id, found.reason());
            return;
        }
        DebtFile debt = DebtFile.one(c, debtId);
        if (debt.status().ended()) {
            park(id, Reason.DEBT_ENDED);
            return;
        }
        String by = found.by() == null ? "REFERENCE" : found.by().name();
        posting.post(debt, new Payment(id, entry.valueDate(), entry.amount(), "payment " + id), by);
        posted++;
    }

    private PaymentMatch.Result match(BankEntry entry) {
        if (!entry.amount().currency().equals(portfolio.currency())) {
            return PaymentMatch.Result.waits(Reason.CURRENCY);
        }
        String[] names = PaymentMatch.names(entry.reference()).toArray(String[]::new);
        List<Candidate> named = candidates(NAMED, portfolio.client(), portfolio.portfolioId(), names);
        long minor = entry.amount().minor();
        List<Candidate> bySum = named.isEmpty() && !entry.payer().isBlank()
                ? candidates(BY_SUM, portfolio.client(), portfolio.portfolioId(), minor, minor)
                : List.of();
        return PaymentMatch.of(entry.amount(), entry.payer(), named, bySum);
    }

    private List<Candidate> candidates(String sql, Object... parameters) {
        return Sql.list(c, row -> row.getObject(1, UUID.class), sql, parameters).stream()
                .map(id -> DebtFile.one(c, id))
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
        TrustAccount trust = trust(entry.amount().currency());
        trust.post(
                trust.book(),
                List.of(new Line(Move.RECEIVED, entry.amount(), "payment " + id)),
                new TrustAccount.Slip(entry.valueDate(), tools.now(), tools.login()));
    }

    /** @param paidOver what of it the client has already */
    private record Original(UUID payment, UUID debt, UUID posting, boolean cleared, long paidOver) {}

    private void takeBack(BankEntry entry) {
        Money amount = entry.amount().isNegative() ? entry.amount().negated() : entry.amount();
        Optional<Original> original = original(entry, amount);
        if (original.isEmpty()) {
            park(insert(entry, amount.minor(), true), Reason.RETURN_UNKNOWN);
            return;
        }
        Original one = original.get();
        Sql.update(
                c,
                "update payment set return_key = ? where client_id = ? and payment_id = ?",
                entry.key(),
                portfolio.client(),
                one.payment());
        posting.reverse(
                DebtFile.one(c, one.debt()),
                one.payment(),
                one.posting(),
                entry.valueDate(),
                "came back: " + entry.returned());
        TrustAccount trust = trust(amount.currency());
        var book = trust.book();
        trust.post(
                book, lines(book, one, amount), new TrustAccount.Slip(entry.valueDate(), tools.now(), tools.login()));
        posted++;
    }

    /**
     * What was paid over is advanced, even where the trust holds enough: that is for other payments, which are paid over
     * next.
     */
    private static List<Line> lines(TrustBook book, Original one, Money amount) {
        String reference = "payment " + one.payment();
        return one.paidOver() > 0
                ? List.of(
                        new Line(Move.ADVANCED, new Money(one.paidOver(), amount.currency()), reference),
                        new Line(Move.RETURNED, amount, reference))
                : book.returned(amount, one.cleared(), reference);
    }

    /** The one payment of this sum that the words name; two that fit are for a person. */
    private Optional<Original> original(BankEntry entry, Money amount) {
        String[] names = PaymentMatch.names(entry.reference()).toArray(String[]::new);
        List<Original> fit = Sql.list(
                c,
                row -> new Original(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getBoolean(4),
                        row.getLong(5)),
                """
                select p.payment_id, p.debt_id, p.posting_id, p.cleared,
                  case when p.remittance_id is not null then p.amount + g.overpaid else 0 end
                from payment p
                join debt_posting g on g.client_id = p.client_id and g.posting_id = p.posting_id
                join debt d on d.client_id = p.client_id and d.debt_id = p.debt_id
                where p.client_id = ? and p.portfolio_id = ? and p.state = 'POSTED' and p.amount = ? and p.currency = ?
                  and p.value_date <= ? and upper(regexp_replace(d.reference, '[^0-9A-Za-z]', '', 'g')) = any (?)
                """,
                portfolio.client(),
                portfolio.portfolioId(),
                amount.minor(),
                amount.currency(),
                entry.valueDate(),
                names);
        return fit.size() == 1 ? Optional.of(fit.get(0)) : Optional.empty();
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
        LocalDate clears = entry.valueDate().plusDays(clearingDays());
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

    private int clearingDays() {
        return Sql.number(
                c,
                "select clearing_days from portfolio where client_id = ? and portfolio_id = ?",
                portfolio.client(),
                portfolio.portfolioId());
    }

    private TrustAccount trust(String currency) {
        return new TrustAccount(c, portfolio.client(), portfolio.portfolioId(), currency);
    }
}
