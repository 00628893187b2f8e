package org.fairlead.itests.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
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
import org.fairlead.collections.entity.Arrangement;
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
import org.fairlead.collections.entity.PaymentPromise;
import org.fairlead.collections.entity.PlanSchedule;
import org.fairlead.collections.entity.Posting;
import org.fairlead.collections.entity.Remittance;
import org.fairlead.collections.entity.Remittance.Mode;
import org.fairlead.collections.entity.TrustBook;
import org.fairlead.collections.entity.TrustBook.Line;
import org.fairlead.collections.entity.TrustBook.Move;
import org.fairlead.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A year of debts with random payments, returns, costs, interest, recalls, plans and settlements, on the policies that the server uses. Beside
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
    private long agreements;
    private long fulfilled;
    private long defaults;

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
        private final List<Paid> paid = new ArrayList<>();
        private @Nullable Agreed agreed;
        private @Nullable UUID givenUp;

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

    /** A plan or a settlement, and how many payments came before it. */
    private record Agreed(Arrangement terms, boolean settlement, int payments) {}

    /** Money that came in; what of it was more than the debt is the debtor's. */
    private static final class Paid {
        private static final Paid NONE =
                new Paid(UUID.randomUUID(), FIRST, Money.zero(CURRENCY), Money.zero(CURRENCY), 0, FIRST);

        private final UUID posting;
        private final LocalDate day;
        private final Money amount;
        private final Money allocated;
        private final long fee;
        private final LocalDate clearsOn;
        private boolean cleared;
        private boolean settled;
        private boolean returned;

        Paid(UUID posting, LocalDate day, Money amount, Money allocated, long fee, LocalDate clearsOn) {
            this.posting = posting;
            this.day = day;
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
        if (life.agreed != null) {
            keep(life, life.agreed, day);
        } else if (day.getDayOfMonth() == 1) {
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
            life.agreed = null;
        } else if (dice < 0.0243) {
            agree(life, day);
        }
    }

    /** Every third is a settlement for 60 to 99 per cent. */
    private void agree(Life life, LocalDate day) {
        if (life.agreed != null || life.owes < 1_000) {
            return;
        }
        boolean settlement = chance.nextInt(3) == 0;
        long amount = settlement ? life.owes * (60 + chance.nextInt(40)) / 100 : life.owes;
        List<Arrangement.Line> lines = PlanSchedule.equal(
                        money(amount), BigDecimal.ZERO, 1 + chance.nextInt(6), day.plusDays(5), Period.ofMonths(1))
                .instalments()
                .stream()
                .map(line -> new Arrangement.Line(line.due(), line.amount()))
                .toList();
        Arrangement terms = new Arrangement(day, lines, 3, BigDecimal.ONE);
        life.agreed = new Agreed(terms, settlement, life.paid.size());
        agreements++;
    }

    /** Nine of ten instalments are paid on their day. */
    private void keep(Life life, Agreed agreed, LocalDate day) {
        for (Arrangement.Line line : agreed.terms().lines()) {
            if (line.due().equals(day) && chance.nextInt(10) > 0) {
                pay(life, day, line.amount());
            }
        }
        List<Paid> since = life.paid.subList(agreed.payments(), life.paid.size()).stream()
                .filter(paid -> !paid.returned)
                .toList();
        Arrangement.State state = agreed.terms()
                .state(
                        since.stream()
                                .map(paid -> new PaymentPromise.Paid(paid.day, paid.amount))
                                .toList(),
                        day);
        if (state == Arrangement.State.DEFAULTED) {
            life.agreed = null;
            defaults++;
        } else if (state == Arrangement.State.DONE) {
            life.agreed = null;
            done(life, agreed, day);
        }
    }

    private void done(Life life, Agreed agreed, LocalDate day) {
        if (agreed.settlement() && life.owes > 0) {
            Slip slip = slip(day);
            life.book.append(Bookkeeping.givenUp(slip, life.book));
            life.givenUp = slip.id();
            life.owes = 0;
        }
        fulfilled++;
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
        Paid paid = new Paid(slip.id(), day, amount, allocation.allocated(), fee, day.plusDays(CLEARS_AFTER));
        life.last = paid;
        life.paid.add(paid);
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
        restore(life, day);
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

    /** What a settlement gave up is owed again when its money comes back. */
    private void restore(Life life, LocalDate day) {
        UUID posting = life.givenUp;
        if (posting != null) {
            Posting given = life.book.postings().stream()
                    .filter(one -> one.id().equals(posting))
                    .findFirst()
                    .orElseThrow();
            life.book.append(given.reversal(id(), day, at(day), "bench", "not settled"));
            life.owes += given.on(Account.GIVEN_UP).minor();
            life.givenUp = null;
        }
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

    /** Plans and settlements that were made, paid as agreed, and broken. */
    List<Long> arrangements() {
        return List.of(agreements, fulfilled, defaults);
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
