package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.collections.Bucket;
import org.fairlead.collections.DebtStatus;
import org.fairlead.collections.control.ArrangementStore.Stored;
import org.fairlead.collections.control.ArrangementStore.StoredLine;
import org.fairlead.collections.entity.Arrangement;
import org.fairlead.collections.entity.Arrangement.Kind;
import org.fairlead.collections.entity.Arrangement.State;
import org.fairlead.collections.entity.Bookkeeping;
import org.fairlead.collections.entity.Bookkeeping.Slip;
import org.fairlead.collections.entity.DebtBook;
import org.fairlead.collections.entity.Interest.Span;
import org.fairlead.collections.entity.PlanInterest;
import org.fairlead.collections.entity.Posting;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.DebtStops.Stop;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;

/** What becomes of an arrangement as days pass and money comes and goes: decided anew each time, in both directions. */
final class ArrangementFate {

    private static final Set<String> DECIDED = Set.of("STANDING", "DONE", "DEFAULTED");

    private final Connection c;
    private final DebtStops stops;
    private final Instant now;
    private final ArrangementStore store;

    ArrangementFate(Connection c, DebtStops stops, Instant now) {
        this.c = c;
        this.stops = stops;
        this.now = now;
        this.store = new ArrangementStore(c);
    }

    /** From now on nobody is dialled for it, and a promise gives way to it. */
    void stand(DebtFile debt, Stored one, String who) {
        new PromiseBook(c, stops, now).replace(debt.client(), debt.debtId(), today(debt), who);
        store.state(one, "STANDING", null);
        suppress(debt, one);
        chargeWhatBegan(debt, one, today(debt), who);
        note(debt, who, one.kind() + "_STANDS", one);
    }

    void refuse(DebtFile debt, Stored one, String who) {
        store.state(one, "REFUSED", now);
        store.neverStood(one);
        note(debt, who, one.kind() + "_REFUSED", one);
    }

    void takeBack(DebtFile debt, Stored one, String who) {
        store.state(one, "REPLACED", now);
        free(debt, one);
        note(debt, who, one.kind() + "_TAKEN_BACK", one);
    }

    /** Nobody works the debt any more: what stands or waits ends. */
    void withdraw(DebtFile debt, String who) {
        store.last(debt.client(), debt.debtId()).filter(Stored::isOpen).ifPresent(one -> {
            store.state(one, "REPLACED", now);
            if (one.state().equals("WAITS_FOR_APPROVAL")) {
                store.neverStood(one);
            }
            stops.lift(c, debt.client(), one.id());
            note(debt, who, one.kind() + "_TAKEN_BACK", one);
        });
    }

    /**
     * Looks at the debt's last arrangement again.
     *
     * @return whether it changed
     */
    boolean decide(ClientId client, UUID debtId, LocalDate today, String who) {
        DebtLedger.lock(c, client, debtId);
        Optional<Stored> last = store.last(client, debtId).filter(one -> DECIDED.contains(one.state()));
        if (last.isEmpty()) {
            return false;
        }
        Stored one = last.get();
        DebtFile debt = DebtFile.one(c, client, debtId);
        State before = State.valueOf(one.state());
        State after =
                debt.status() == DebtStatus.PAID ? State.DONE : store.terms(one).state(store.payments(one), today);
        if (debt.status() == DebtStatus.RECALLED || debt.status() == DebtStatus.CLOSED || after == before) {
            if (after == State.STANDING
                    && before == State.STANDING
                    && !debt.status().ended()) {
                chargeWhatBegan(debt, one, today, who);
            }
            return false;
        }
        if (before == State.DONE) {
            restore(debt, one, who);
        }
        store.state(one, after.name(), after == State.STANDING ? null : now);
        switch (after) {
            case STANDING -> suppress(debt, one);
            case DEFAULTED -> free(debt, one);
            case DONE -> done(debt, one, who);
        }
        note(debt, who, one.kind() + "_" + after, one);
        return true;
    }

    private void suppress(DebtFile debt, Stored one) {
        Arrangement terms = store.terms(one);
        Instant until = terms.lastDay().plusDays(1).atStartOfDay(debt.zone()).toInstant();
        String kind = one.kind().name();
        status(debt, kind);
        stops.stop(
                c,
                debt.client(),
                new Stop(debt.person(), debt.debtId().toString(), kind.toLowerCase(Locale.ROOT), until, one.id()));
    }

    /** It is worked again; the next night's strategy says how. */
    private void free(DebtFile debt, Stored one) {
        stops.lift(c, debt.client(), one.id());
        status(debt, "WORKING");
    }

    private void done(DebtFile debt, Stored one, String who) {
        stops.lift(c, debt.client(), one.id());
        DebtLedger ledger = new DebtLedger(c, debt.client());
        DebtBook book = ledger.lock(debt.debtId());
        if (one.kind() == Kind.SETTLEMENT && book.owed().isPositive()) {
            UUID posting = Ids.next();
            Slip slip = new Slip(posting, today(debt), now, who, "settlement " + one.id());
            ledger.post(debt.debtId(), book, Bookkeeping.givenUp(slip, book));
            store.givenUp(one, posting);
        }
        status(debt, one.kind() == Kind.SETTLEMENT ? "SETTLED" : "WORKING");
    }

    /** What a settlement gave up is owed again: the exact negation. */
    private void restore(DebtFile debt, Stored one, String who) {
        UUID posting = one.givenUp();
        if (posting != null) {
            DebtLedger ledger = new DebtLedger(c, debt.client());
            DebtBook book = ledger.lock(debt.debtId());
            Posting given = book.postings().stream()
                    .filter(each -> each.id().equals(posting))
                    .findFirst()
                    .orElseThrow();
            ledger.post(
                    debt.debtId(),
                    book,
                    given.reversal(Ids.next(), today(debt), now, who, "settlement " + one.id() + " is not paid"));
            store.givenUp(one, null);
        }
    }

    /**
     * A period's own interest is due when the period begins: who pays all before it saves it. Nothing is due for days on
     * which a hold stops interest: what was charged before such a hold came is given up for its days.
     */
    private void chargeWhatBegan(DebtFile debt, Stored one, LocalDate today, String who) {
        List<Span> held = store.held(one, debt.zone());
        LocalDate begins = one.made();
        for (StoredLine line : store.lines(one)) {
            LocalDate next = line.due().plusDays(1);
            if (line.interest().isPositive() && !begins.isAfter(today)) {
                Money due = PlanInterest.due(line.interest(), new Span(begins, next), held);
                book(debt, one, line, due.minus(line.booked()), new Slip(Ids.next(), today, now, who, why(one, line)));
            }
            begins = next;
        }
    }

    private static String why(Stored one, StoredLine line) {
        return "plan " + one.id() + ", instalment " + line.line();
    }

    private void book(DebtFile debt, Stored one, StoredLine line, Money change, Slip slip) {
        DebtLedger ledger = new DebtLedger(c, debt.client());
        if (change.isPositive()) {
            DebtBook book = ledger.lock(debt.debtId());
            ledger.post(debt.debtId(), book, Bookkeeping.charge(slip, Bucket.INTEREST, change));
            store.booked(one, line.line(), slip.id(), change);
        } else if (change.isNegative()) {
            DebtBook book = ledger.lock(debt.debtId());
            // what was paid of it already is taken off the interest of the next periods
            Money less = change.negated().min(book.balance(Bucket.INTEREST));
            if (less.isPositive()) {
                ledger.post(debt.debtId(), book, Bookkeeping.givenUp(slip, Bucket.INTEREST, less));
                store.booked(one, line.line(), slip.id(), less.negated());
            }
        }
    }

    private void status(DebtFile debt, String status) {
        Sql.update(
                c,
                "update debt set status = ? where client_id = ? and debt_id = ?"
                        + " and status not in ('PAID','RECALLED','CLOSED')",
                status,
                debt.client(),
                debt.debtId());
    }

    private LocalDate today(DebtFile debt) {
        return now.atZone(debt.zone()).toLocalDate();
    }

    private void note(DebtFile debt, String who, String kind, Stored one) {
        DebtTimeline.note(
                c,
                debt.client(),
                debt.debtId(),
                now,
                who,
                kind,
                Map.of("amount", one.amount().toString()));
    }
}
