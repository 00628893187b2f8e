package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.collections.entity.Account;
import org.fairlead.collections.entity.AllocationOrder.Allocation;
import org.fairlead.collections.entity.Bookkeeping;
import org.fairlead.collections.entity.Bookkeeping.Slip;
import org.fairlead.collections.entity.DebtBook;
import org.fairlead.collections.entity.FeePlan;
import org.fairlead.collections.entity.FeePlan.Way;
import org.fairlead.collections.entity.Posting;
import org.fairlead.compliance.DebtStops;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** Brings a payment to its debt: ledger, fee, promise and what the debt's people are called for afterwards. */
public final class PostPayment {

    private final Connection c;
    private final PaymentTools tools;

    public PostPayment(Connection c, PaymentTools tools) {
        this.c = c;
        this.tools = tools;
    }

    /** Who posts, when, and what else hears of it. */
    public record PaymentTools(DebtStops stops, LeadOffers leads, String login, Instant now) {}

    /** @param why for the ledger's reader: file and movement */
    record Payment(UUID id, LocalDate valueDate, Money amount, String why) {}

    void post(DebtFile debt, Payment payment, String matchedBy) {
        post(debt, payment, matchedBy, Way.TRUST);
    }

    /** @param way on which it came: money that went to the client itself earns another fee */
    void post(DebtFile debt, Payment payment, String matchedBy, Way way) {
        DebtLedger ledger = new DebtLedger(c, debt.client());
        DebtBook book = ledger.lock(debt.debtId());
        Allocation allocation = debt.order().allocate(payment.amount(), book.buckets());
        UUID posting = Ids.next();
        Slip slip = new Slip(posting, payment.valueDate(), tools.now(), tools.login(), payment.why());
        ledger.post(debt.debtId(), book, Bookkeeping.payment(slip, allocation));
        Optional<FeePlan> plan =
                FeePlan.inForce(FeeShelf.of(c, debt.client(), debt.portfolioId()), payment.valueDate());
        int days = (int) ChronoUnit.DAYS.between(debt.pastDueSince(), payment.valueDate());
        long fee = plan.map(one ->
                        one.fee(allocation.allocated(), days, debt.legal(), way).minor())
                .orElse(0L);
        Sql.update(
                c,
                "update payment set debt_id = ?, posting_id = ?, state = 'POSTED', matched_by = ?, reason = null, fee = ?,"
                        + " fee_version = ? where client_id = ? and payment_id = ?",
                debt.debtId(),
                posting,
                matchedBy,
                fee,
                plan.map(FeePlan::version).orElse(null),
                debt.client(),
                payment.id());
        note(debt, "PAYMENT", payment.amount(), payment.valueDate());
        if (book.owed().isZero()) {
            paid(debt, payment);
        }
        promises(debt);
        withdrawWhenEnded(debt);
    }

    /**
     * The exact negation, of a payment that stands as returned already; its fee is taken back with the next remittance.
     */
    void reverse(DebtFile debt, UUID posting, LocalDate day, String why) {
        DebtLedger ledger = new DebtLedger(c, debt.client());
        DebtBook book = ledger.lock(debt.debtId());
        Posting original = book.postings().stream()
                .filter(one -> one.id().equals(posting))
                .findFirst()
                .orElseThrow(() -> new NotFound("posting " + posting));
        ledger.post(debt.debtId(), book, original.reversal(Ids.next(), day, tools.now(), tools.login(), why));
        Sql.update(
                c,
                "update debt set status = 'WORKING' where client_id = ? and debt_id = ? and status = 'PAID'",
                debt.client(),
                debt.debtId());
        note(debt, "PAYMENT_RETURNED", original.on(Account.COLLECTED), day);
        promises(debt);
    }

    private void paid(DebtFile debt, Payment payment) {
        Sql.update(
                c,
                "update debt set status = 'PAID' where client_id = ? and debt_id = ?"
                        + " and status not in ('PAID','SETTLED','RECALLED','CLOSED')",
                debt.client(),
                debt.debtId());
        note(debt, "PAID", payment.amount(), payment.valueDate());
    }

    /** Nobody is called about a debt that has ended. */
    private void withdrawWhenEnded(DebtFile debt) {
        if (DebtFile.one(c, debt.client(), debt.debtId()).status().ended()) {
            tools.leads().withdraw(c, debt.client(), List.of(debt.debtId()));
            TaskBook.withdraw(c, debt.client(), debt.debtId(), tools.login(), null, tools.now());
        }
    }

    private void promises(DebtFile debt) {
        LocalDate today = tools.now().atZone(debt.zone()).toLocalDate();
        new PromiseBook(c, tools.stops(), tools.now()).decide(debt.client(), debt.debtId(), today, tools.login());
        new ArrangementFate(c, tools.stops(), tools.now()).decide(debt.client(), debt.debtId(), today, tools.login());
    }

    private void note(DebtFile debt, String kind, Money amount, LocalDate day) {
        DebtTimeline.note(
                c,
                debt.client(),
                debt.debtId(),
                tools.now(),
                tools.login(),
                kind,
                Map.of("amount", amount.toString(), "day", day.toString()));
    }
}
