package org.fairlead.itests.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.fairlead.collections.Bucket;
import org.fairlead.collections.entity.Account;
import org.fairlead.collections.entity.AllocationOrder;
import org.fairlead.collections.entity.AllocationOrder.Allocation;
import org.fairlead.collections.entity.Bookkeeping;
import org.fairlead.collections.entity.Bookkeeping.Slip;
import org.fairlead.collections.entity.DayCount;
import org.fairlead.collections.entity.DebtBook;
import org.fairlead.collections.entity.FeePlan;
import org.fairlead.collections.entity.FeePlan.Tier;
import org.fairlead.collections.entity.FeePlan.Way;
import org.fairlead.collections.entity.Interest;
import org.fairlead.collections.entity.Interest.Span;
import org.fairlead.collections.entity.Interest.Stretch;
import org.fairlead.collections.entity.Posting;
import org.fairlead.collections.entity.Remittance;
import org.fairlead.collections.entity.Remittance.Mode;
import org.fairlead.collections.entity.TrustBook;
import org.fairlead.collections.entity.TrustBook.Line;
import org.fairlead.collections.entity.TrustBook.Move;
import org.fairlead.shared.Money;

/**
 * A year of debts with random payments, returns, costs, interest and recalls, on the policies that the server uses. Beside
 * each book runs a tally that knows nothing of double entry; the two are compared each day.
 */
final class CollectionsYear {

    private static final String CURRENCY = "EUR";
    private static final int DAYS = 365;
    private static final int CLEARS_AFTER = 2;
    private static final int SETTLED_EVERY = 14;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final BigDecimal RATE = new BigDecimal("0.08");
    private static final FeePlan FEES =
            new FeePlan(1, FIRST, List.of(new Tier(0, false, Way.TRUST, new BigDecimal("0.15"))));

    private final Random chance;
    private final List<Life> lives = new ArrayList<>();
    private final TrustBook trust = new TrustBook(CURRENCY);
    private final Deque<Paid> clearing = new ArrayDeque<>();
    private final List<Paid> toSettle = new ArrayList<>();
    private final List<Remittance> remittances = new ArrayList<>();
    private int ids;
    private long trustTally;
    private long feesBack;
    private long daysOutOfStep;
    private long payments;
    private long returns;

    CollectionsYear(long seed, int debts) {
        chance = new Random(seed);
        for (int i = 0; i < debts; i++) {
            lives.add(new Life(money(10_000 + chance.nextInt(500_000))));
        }
    }

    /** One debt, and the tally beside its book. */
    private final class Life {
        private final DebtBook book = new DebtBook(CURRENCY);
        private long owes;
        private boolean recalled;
        private Paid last = Paid.NONE;

        Life(Money principal) {
            book.append(Bookkeeping.placed(slip(FIRST), Map.of(Bucket.PRINCIPAL, principal)));
            owes = principal.minor();
        }

        boolean isInStep() {
            return book.owed().minor() == owes && sumOfAll() == 0;
        }

        private long sumOfAll() {
            return Arrays.stream(Account.values())
                    .mapToLong(account -> book.balance(account).minor())
                    .sum();
        }
    }

    /** Money that came in; what of it was more than the debt is the debtor's. */
    private static final class Paid {
        private static final Paid NONE =
                new Paid(UUID.randomUUID(), Money.zero(CURRENCY), Money.zero(CURRENCY), 0, FIRST);

        private final UUID posting;
        private final Money amount;
        private final Money allocated;
        private final long fee;
        private final LocalDate clearsOn;
        private boolean cleared;
        private boolean settled;
        private boolean returned;

        Paid(UUID posting, Money amount, Money allocated, long fee, LocalDate clearsOn) {
            this.posting = posting;
            this.amount = amount;
            this.allocated = allocated;
            this.fee = fee;
            this.clearsOn = clearsOn;
        }
    }

    CollectionsYear play() {
        for (int i = 1; i <= DAYS; i++) {
            LocalDate day = FIRST.plusDays(i);
            clear(day);
            for (Life life : lives) {
                live(life, day);
            }
            if (i % SETTLED_EVERY == 0) {
                settle();
            }
            check();
        }
        return this;
    }

    private void live(Life life, LocalDate day) {
        double dice = chance.nextDouble();
        if (life.recalled) {
            return;
        }
        if (day.getDayOfMonth() == 1) {
            interest(life, day);
        }
        if (dice < 0.0200) {
            pay(life, day, money(500 + chance.nextInt(30_000)));
        } else if (dice < 0.0210) {
            giveBack(life, day);
        } else if (dice < 0.0220) {
            Money costs = money(100 + chance.nextInt(2_000));
            life.book.append(Bookkeeping.charge(slip(day), Bucket.COSTS, costs));
            life.owes += costs.minor();
        } else if (dice < 0.0223) {
            life.recalled = true;
        }
    }

    private void interest(Life life, LocalDate day) {
        Stretch month = new Stretch(new Span(day.minusMonths(1), day), life.book.balance(Bucket.PRINCIPAL));
        Money due = Interest.over(month, RATE, DayCount.ACT_365F, List.of()).rounded();
        if (due.isPositive()) {
            life.book.append(Bookkeeping.interest(slip(day), due));
            life.owes += due.minor();
        }
    }

    private void pay(Life life, LocalDate day, Money amount) {
        if (life.owes == 0) {
            return;
        }
        Slip slip = slip(day);
        Allocation allocation = AllocationOrder.USUAL.allocate(amount, life.book.buckets());
        life.book.append(Bookkeeping.payment(slip, allocation));
        life.owes -= Math.min(life.owes, amount.minor());
        long fee = FEES.fee(allocation.allocated(), 30, false, Way.TRUST).minor();
        Paid paid = new Paid(slip.id(), amount, allocation.allocated(), fee, day.plusDays(CLEARS_AFTER));
        life.last = paid;
        trust.append(new Line(Move.RECEIVED, amount, "payment"));
        trustTally += amount.minor();
        clearing.add(paid);
        payments++;
    }

    private void giveBack(Life life, LocalDate day) {
        Paid paid = life.last;
        if (paid == Paid.NONE || paid.returned) {
            return;
        }
        Posting original = life.book.postings().stream()
                .filter(one -> one.id().equals(paid.posting))
                .findFirst()
                .orElseThrow();
        life.book.append(original.reversal(id(), day, at(day), "bench", "came back"));
        life.owes += paid.allocated.minor();
        List<Line> back = paid.settled
                ? List.of(
                        new Line(Move.ADVANCED, paid.allocated, "payment"),
                        new Line(Move.RETURNED, paid.amount, "payment"))
                : trust.returned(paid.amount, paid.cleared, "payment");
        for (Line line : back) {
            trust.append(line);
            trustTally += line.move() == Move.ADVANCED ? line.amount().minor() : 0;
        }
        trustTally -= paid.amount.minor();
        feesBack += paid.settled ? paid.fee : 0;
        paid.returned = true;
        returns++;
    }

    private void clear(LocalDate day) {
        while (!clearing.isEmpty() && !clearing.getFirst().clearsOn.isAfter(day)) {
            Paid paid = clearing.remove();
            if (!paid.returned) {
                trust.append(new Line(Move.CLEARED, paid.amount, "payment"));
                paid.cleared = true;
                toSettle.add(paid);
            }
        }
    }

    private void settle() {
        Money collected = Money.zero(CURRENCY);
        long fees = -feesBack;
        for (Paid paid : toSettle) {
            if (!paid.returned) {
                collected = collected.plus(paid.allocated);
                fees += paid.fee;
                paid.settled = true;
            }
        }
        toSettle.clear();
        feesBack = 0;
        Remittance made = Remittance.of(Mode.NET, collected, trust.advanced(), money(fees), Money.zero(CURRENCY));
        move(Move.ADVANCE_REPAID, made.repaid());
        move(Move.FEE_MOVED, made.feesMoved());
        move(Move.REMITTED, made.paid());
        remittances.add(made);
    }

    private void move(Move move, Money amount) {
        if (amount.isPositive()) {
            trust.append(new Line(move, amount, "remittance"));
            trustTally -= amount.minor();
        }
    }

    private void check() {
        boolean inStep = lives.stream().allMatch(Life::isInStep)
                && trust.balance().minor() == trustTally
                && !trust.cleared().isNegative()
                && !trust.uncleared().isNegative();
        daysOutOfStep += inStep ? 0 : 1;
    }

    List<Remittance> remittances() {
        return List.copyOf(remittances);
    }

    long daysOutOfStep() {
        return daysOutOfStep;
    }

    long payments() {
        return payments;
    }

    long returns() {
        return returns;
    }

    private Slip slip(LocalDate day) {
        return new Slip(id(), day, at(day), "bench", "a year");
    }

    /** The same in each run. */
    private UUID id() {
        return OutreachBench.id(12, ++ids);
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Money money(long minor) {
        return new Money(minor, CURRENCY);
    }
}
