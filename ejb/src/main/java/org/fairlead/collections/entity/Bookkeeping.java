package org.fairlead.collections.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.collections.Bucket;
import org.fairlead.collections.entity.AllocationOrder.Allocation;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;

/**
 * The postings of a debt's life, made of what happened. Each is complete in itself; {@link DebtBook#append} decides
 * whether the book may take it.
 */
public final class Bookkeeping {

    private Bookkeeping() {}

    /**
     * What every posting says about itself.
     *
     * @param valueDate from which day it counts, in the client's calendar
     */
    public record Slip(UUID id, LocalDate valueDate, Instant at, String who, String why) {}

    /** The balances that the client handed over. */
    public static Posting placed(Slip slip, Map<Bucket, Money> balances) {
        List<Entry> entries = debits(balances);
        entries.add(new Entry(Account.PLACED, sum(entries).negated()));
        return posting(slip, Posting.Kind.PLACEMENT, entries);
    }

    /** Interest that came up; {@code amount} is positive. */
    public static Posting interest(Slip slip, Money amount) {
        return charged(slip, Posting.Kind.INTEREST, Bucket.INTEREST, amount);
    }

    /** A fee or a cost that came up. */
    public static Posting charge(Slip slip, Bucket bucket, Money amount) {
        return charged(slip, Posting.Kind.CHARGE, bucket, amount);
    }

    private static Posting charged(Slip slip, Posting.Kind kind, Bucket bucket, Money amount) {
        return posting(
                slip,
                kind,
                List.of(new Entry(Account.of(bucket), positive(amount)), new Entry(Account.CHARGED, amount.negated())));
    }

    /** A payment by the allocation that was worked out for it; what is left over is owed back. */
    public static Posting payment(Slip slip, Allocation allocation) {
        List<Entry> entries = new ArrayList<>();
        Money paid = allocation.allocated().plus(allocation.surplus());
        entries.add(new Entry(Account.COLLECTED, positive(paid)));
        for (Bucket bucket : Bucket.values()) {
            Money part = allocation.parts().get(bucket);
            if (part != null) {
                entries.add(new Entry(Account.of(bucket), part.negated()));
            }
        }
        if (allocation.surplus().isPositive()) {
            entries.add(new Entry(Account.OVERPAID, allocation.surplus().negated()));
        }
        return posting(slip, Posting.Kind.PAYMENT, entries);
    }

    /** What was paid beyond the debt goes back to the debtor. */
    public static Posting refund(Slip slip, Money amount) {
        return posting(
                slip,
                Posting.Kind.REFUND,
                List.of(new Entry(Account.OVERPAID, positive(amount)), new Entry(Account.COLLECTED, amount.negated())));
    }

    /** All that is still owed is given up: a write-off, or the rest after a settlement was paid. */
    public static Posting givenUp(Slip slip, DebtBook book) {
        if (!book.owed().isPositive()) {
            throw new Refused("ledger.nothing-owed");
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(Account.GIVEN_UP, book.owed()));
        debits(book.buckets()).forEach(entry -> entries.add(entry.negated()));
        return posting(slip, Posting.Kind.GIVEN_UP, entries);
    }

    /** A part of one bucket is given up: interest of days on which none ran. */
    public static Posting givenUp(Slip slip, Bucket bucket, Money amount) {
        return posting(
                slip,
                Posting.Kind.GIVEN_UP,
                List.of(
                        new Entry(Account.GIVEN_UP, positive(amount)),
                        new Entry(Account.of(bucket), amount.negated())));
    }

    private static Posting posting(Slip slip, Posting.Kind kind, List<Entry> entries) {
        return new Posting(slip.id(), kind, slip.valueDate(), slip.at(), null, slip.who(), slip.why(), entries);
    }

    private static List<Entry> debits(Map<Bucket, Money> balances) {
        List<Entry> entries = new ArrayList<>();
        for (Bucket bucket : Bucket.values()) {
            Money balance = balances.get(bucket);
            if (balance != null && !balance.isZero()) {
                entries.add(new Entry(Account.of(bucket), positive(balance)));
            }
        }
        if (entries.isEmpty()) {
            throw new Refused("ledger.nothing-owed");
        }
        return entries;
    }

    private static Money sum(List<Entry> entries) {
        return entries.stream().map(Entry::amount).reduce(Money::plus).orElseThrow();
    }

    private static Money positive(Money amount) {
        if (!amount.isPositive()) {
            throw new Refused("ledger.not-positive", amount);
        }
        return amount;
    }
}
