package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.UUID;
import org.fairlead.collections.control.ArrangementStore.Draft;
import org.fairlead.collections.control.ArrangementStore.Stored;
import org.fairlead.collections.entity.Arrangement.Kind;
import org.fairlead.collections.entity.PlanSchedule;
import org.fairlead.compliance.DebtStops;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Plans and settlements: offered within the authority of whoever offers, else approved by a second person who may. While
 * one stands nobody is dialled and no interest is booked but the plan's own.
 */
public final class ArrangementBook {

    private static final Period EVERY = Period.ofMonths(1);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private final Connection c;
    private final Instant now;
    private final ArrangementStore store;
    private final ArrangementFate fate;

    public ArrangementBook(Connection c, DebtStops stops, Instant now) {
        this.c = c;
        this.now = now;
        this.store = new ArrangementStore(c);
        this.fate = new ArrangementFate(c, stops, now);
    }

    /**
     * Who offers, decides or takes back.
     *
     * @param role whose authority is asked
     * @param contactId in which it was agreed, null outside one
     */
    public record Author(String login, String role, @Nullable UUID contactId) {}

    /** @param amount that is enough, for a settlement; null for a plan, which pays all */
    public record Wish(@Nullable Money amount, int instalments, LocalDate firstDue) {

        Kind kind() {
            return amount == null ? Kind.PLAN : Kind.SETTLEMENT;
        }
    }

    /** @return whether it stands already; else it waits for a second person */
    public boolean offer(DebtFile debt, Wish wish, Author by) {
        DebtLedger.lock(c, debt.client(), debt.debtId());
        LocalDate today = today(debt);
        new AccrueInterest(c, debt.client(), debt.zone(), now).one(debt.debtId(), today);
        DebtFile current = DebtFile.one(c, debt.client(), debt.debtId());
        check(current, wish, today);
        PlanSchedule schedule = schedule(current, wish);
        UUID id = Ids.next();
        Money amount = wish.amount() == null ? current.owed() : wish.amount();
        Draft draft = new Draft(by.login(), by.role(), by.contactId(), today, now);
        store.insert(current, id, wish.kind(), amount, schedule.instalments(), draft);
        note(current, by.login(), wish.kind() + "_OFFERED", amount, schedule);
        boolean covered = covers(current, wish.amount(), schedule, by.role(), today);
        if (covered) {
            fate.stand(current, store.lock(id), by.login());
        }
        return covered;
    }

    /** What it would be, line by line. */
    public PlanSchedule schedule(DebtFile debt, Wish wish) {
        Money amount = wish.amount();
        return amount == null
                ? PlanSchedule.equal(debt.owed(), monthlyRate(debt), wish.instalments(), wish.firstDue(), EVERY)
                : PlanSchedule.equal(amount, BigDecimal.ZERO, wish.instalments(), wish.firstDue(), EVERY);
    }

    /** @throws Refused {@code arrangement.*} when this person may not, or not any more */
    public DebtFile approve(UUID id, Author by) {
        Stored one = waiting(id);
        if (one.madeBy().equals(by.login())) {
            throw new Refused("arrangement.four-eyes");
        }
        DebtFile debt = DebtFile.one(c, one.client(), one.debt());
        LocalDate today = today(debt);
        PlanSchedule schedule = new PlanSchedule(store.lines(one).stream()
                .map(line -> new PlanSchedule.Instalment(
                        line.due(),
                        line.amount(),
                        line.interest(),
                        line.amount().minus(line.interest())))
                .toList());
        Money settled = one.kind() == Kind.SETTLEMENT ? one.amount() : null;
        boolean changed = settled == null ? !debt.owed().equals(one.owedThen()) : settled.compareTo(debt.owed()) >= 0;
        if (debt.status().ended() || !debt.holds().isEmpty() || changed) {
            throw new Refused("arrangement.changed");
        }
        if (schedule.instalments().get(0).due().isBefore(today)) {
            throw new Refused("arrangement.late");
        }
        if (!covers(debt, settled, schedule, by.role(), today)) {
            throw new Refused("arrangement.authority");
        }
        store.decided(one, by.login(), now, null);
        fate.stand(debt, one, by.login());
        return debt;
    }

    /** Says no to one that waits. */
    public DebtFile refuse(UUID id, String reason, Author by) {
        Stored one = waiting(id);
        if (one.madeBy().equals(by.login())) {
            throw new Refused("arrangement.four-eyes");
        }
        DebtFile debt = DebtFile.one(c, one.client(), one.debt());
        store.decided(one, by.login(), now, why(reason));
        fate.refuse(debt, one, by.login());
        return debt;
    }

    /** Takes back one that stands. */
    public DebtFile takeBack(UUID id, String reason, Author by) {
        Stored one = locked(id);
        if (!one.state().equals("STANDING")) {
            throw new Refused("arrangement.not-standing");
        }
        DebtFile debt = DebtFile.one(c, one.client(), one.debt());
        Sql.update(
                c,
                "update arrangement set reason = ? where client_id = ? and arrangement_id = ?",
                why(reason),
                one.client(),
                id);
        fate.takeBack(debt, one, by.login());
        return debt;
    }

    private Stored waiting(UUID id) {
        Stored one = locked(id);
        if (!one.state().equals("WAITS_FOR_APPROVAL")) {
            throw new Refused("arrangement.not-waiting");
        }
        return one;
    }

    /** The debt first, as whoever posts money does; two who wait for each other would wait for ever. */
    private Stored locked(UUID id) {
        Stored seen = store.one(id);
        DebtLedger.lock(c, seen.client(), seen.debt());
        return store.lock(id);
    }

    private boolean covers(
            DebtFile debt, @Nullable Money settled, PlanSchedule schedule, String role, LocalDate today) {
        Authority authority = Authority.of(c, debt);
        return authority.coversPlan(role, schedule)
                && (settled == null || authority.coversSettlement(role, debt, settled, today));
    }

    private void check(DebtFile debt, Wish wish, LocalDate today) {
        if (!debt.holds().isEmpty()) {
            throw new Refused("arrangement.hold");
        }
        if (debt.status().ended() || !debt.owed().isPositive()) {
            throw new Refused("arrangement.ended");
        }
        if (store.last(debt.client(), debt.debtId()).filter(Stored::isOpen).isPresent()) {
            throw new Refused("arrangement.stands");
        }
        Money amount = wish.amount();
        if (amount != null && (!amount.isPositive() || amount.compareTo(debt.owed()) >= 0)) {
            throw new Refused("arrangement.amount", debt.owed().toString());
        }
        LocalDate latest = today.plusDays(PromiseBook.LONGEST_DAYS);
        if (wish.firstDue().isBefore(today) || wish.firstDue().isAfter(latest)) {
            throw new Refused("arrangement.due", PromiseBook.LONGEST_DAYS);
        }
    }

    private BigDecimal monthlyRate(DebtFile debt) {
        return Sql.one(
                        c,
                        row -> row.getBigDecimal(1),
                        "select plan_rate from portfolio where client_id = ? and portfolio_id = ?",
                        debt.client(),
                        debt.portfolioId())
                .map(yearly -> yearly.divide(MONTHS, MathContext.DECIMAL128))
                .orElse(BigDecimal.ZERO);
    }

    private static String why(String reason) {
        if (reason.isBlank()) {
            throw new Refused("arrangement.why");
        }
        return reason.strip();
    }

    private LocalDate today(DebtFile debt) {
        return now.atZone(debt.zone()).toLocalDate();
    }

    private void note(DebtFile debt, String login, String kind, Money amount, PlanSchedule schedule) {
        DebtTimeline.note(
                c,
                debt.client(),
                debt.debtId(),
                now,
                login,
                kind,
                Map.of(
                        "amount", amount.toString(),
                        "instalments", Integer.toString(schedule.instalments().size()),
                        "first", schedule.instalments().get(0).due().toString()));
    }
}
