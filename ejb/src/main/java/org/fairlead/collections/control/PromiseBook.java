package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.entity.PaymentPromise;
import org.fairlead.collections.entity.PaymentPromise.Paid;
import org.fairlead.collections.entity.PaymentPromise.State;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.DebtStops.Stop;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Promises: made, and decided anew whenever money or a day may have changed them. While one stands, nobody is dialled. */
public final class PromiseBook {

    /** So far ahead somebody may promise at most; what is longer is a plan. */
    public static final int LONGEST_DAYS = 45;

    private final Connection c;
    private final DebtStops stops;
    private final Instant now;

    public PromiseBook(Connection c, DebtStops stops, Instant now) {
        this.c = c;
        this.stops = stops;
        this.now = now;
    }

    /** @param contactId in which it was made, null outside one */
    public record Word(Money amount, LocalDate due, @Nullable UUID contactId, String login) {}

    private record Kept(UUID id, UUID debt, PaymentPromise promise, State state) {}

    /** Makes a promise; it takes the place of one that stands. */
    public UUID make(DebtFile seen, Word word) {
        DebtLedger.lock(c, seen.client(), seen.debtId());
        DebtFile debt = DebtFile.one(c, seen.client(), seen.debtId());
        LocalDate today = now.atZone(debt.zone()).toLocalDate();
        check(debt, word, today);
        replace(debt.client(), debt.debtId(), today, word.login());
        UUID id = Ids.next();
        Sql.update(
                c,
                """
                insert into promise (client_id, promise_id, debt_id, contact_id, made_on, due_on, amount, grace_days, tolerance,
                                     state, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'STANDING', ?)
                """,
                debt.client(),
                id,
                debt.debtId(),
                word.contactId(),
                today,
                word.due(),
                word.amount().minor(),
                debt.graceDays(),
                debt.tolerance(),
                word.login());
        status(debt.client(), debt.debtId(), "PROMISE", "WORKING", "VALIDATION");
        DebtTimeline.note(
                c,
                debt.client(),
                debt.debtId(),
                now,
                word.login(),
                "PROMISE_MADE",
                Map.of("amount", word.amount().toString(), "due", word.due().toString()));
        stop(debt, id, word.due().plusDays(debt.graceDays()));
        return id;
    }

    private void stop(DebtFile debt, UUID promise, LocalDate lastDay) {
        Instant until = lastDay.plusDays(1).atStartOfDay(debt.zone()).toInstant();
        stops.stop(
                c, debt.client(), new Stop(debt.person(), debt.debtId().toString(), DebtStops.PROMISE, until, promise));
    }

    /** What stands gives way to something else that was agreed. */
    void replace(ClientId client, UUID debt, LocalDate today, String who) {
        for (Kept before : standing(client, debt)) {
            decide(client, before, "REPLACED", today, who);
        }
    }

    private static void check(DebtFile debt, Word word, LocalDate today) {
        if (!debt.holds().isEmpty()) {
            throw new Refused("promise.hold");
        }
        if (debt.status().ended()) {
            throw new Refused("promise.ended");
        }
        if (debt.arranged()) {
            throw new Refused("promise.arranged");
        }
        if (!word.amount().isPositive() || word.amount().compareTo(debt.owed()) > 0) {
            throw new Refused("promise.amount", debt.owed());
        }
        if (word.due().isBefore(today) || word.due().isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new Refused("promise.due", LONGEST_DAYS);
        }
    }

    /**
     * Looks at a debt's promises again: those that stand, and those that were broken, which late money turns round. The
     * debt is locked first: money that is being posted at the same time is waited for.
     *
     * @return how many changed
     */
    public int decide(ClientId client, UUID debt, LocalDate today, String who) {
        int changed = 0;
        DebtLedger.lock(c, client, debt);
        List<Kept> promises = read(client, debt, "and m.state in ('STANDING','KEPT','BROKEN')");
        if (promises.isEmpty()) {
            return 0;
        }
        List<Paid> payments =
                payments(client, debt, promises.get(0).promise().amount().currency());
        for (Kept one : promises) {
            State state = one.promise().state(payments, today);
            if (state != one.state()) {
                decide(client, one, state.name(), today, who);
                changed++;
            }
        }
        return changed;
    }

    private void decide(ClientId client, Kept one, String state, LocalDate today, String who) {
        Sql.update(
                c,
                "update promise set state = ?, decided_on = ? where client_id = ? and promise_id = ?",
                state,
                today,
                client,
                one.id());
        DebtTimeline.note(
                c,
                client,
                one.debt(),
                now,
                who,
                "PROMISE_" + state,
                Map.of(
                        "amount", one.promise().amount().toString(),
                        "due", one.promise().due().toString()));
        stops.lift(c, client, one.id());
        if (state.equals("STANDING")) {
            // the money that kept it came back in time: it stands as on its first day
            status(client, one.debt(), "PROMISE", "WORKING", "VALIDATION");
            stop(DebtFile.one(c, client, one.debt()), one.id(), one.promise().lastDay());
        } else if (standing(client, one.debt()).isEmpty()) {
            status(client, one.debt(), "WORKING", "PROMISE");
        }
    }

    private void status(ClientId client, UUID debt, String status, String... from) {
        Sql.update(
                c,
                "update debt set status = ? where client_id = ? and debt_id = ? and status = any (?)",
                status,
                client,
                debt,
                (Object) from);
    }

    private List<Kept> standing(ClientId client, UUID debt) {
        return read(client, debt, "and m.state = 'STANDING'");
    }

    private List<Kept> read(ClientId client, UUID debt, String which) {
        return Sql.list(
                c,
                row -> new Kept(
                        row.getObject("promise_id", UUID.class),
                        debt,
                        new PaymentPromise(
                                Objects.requireNonNull(row.getObject("made_on", LocalDate.class)),
                                Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                                new Money(row.getLong("amount"), row.getString("currency")),
                                row.getInt("grace_days"),
                                row.getBigDecimal("tolerance")),
                        State.valueOf(row.getString("state"))),
                "select m.*, d.currency from promise m join debt d on d.client_id = m.client_id and d.debt_id ="
                        + " m.debt_id where m.client_id = ? and m.debt_id ="
                        + " ? " + which + " order by m.made_on, m.promise_id",
                client,
                debt);
    }

    /** Those that stand; one that came back is not among them. */
    private List<Paid> payments(ClientId client, UUID debt, String currency) {
        return Sql.list(
                c,
                row -> new Paid(
                        Objects.requireNonNull(row.getObject(1, LocalDate.class)), new Money(row.getLong(2), currency)),
                "select value_date, amount from payment where client_id = ? and debt_id = ? and state = 'POSTED'",
                client,
                debt);
    }
}
