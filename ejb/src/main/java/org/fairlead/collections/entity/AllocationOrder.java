package org.fairlead.collections.entity;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.fairlead.collections.Bucket;
import org.fairlead.shared.Money;

/** Which bucket a payment reaches first. Data of the client and of the debt's law. */
public record AllocationOrder(List<Bucket> buckets) {

    /** Costs, then interest, then principal, as for most debts (German Civil Code, section 367). */
    public static final AllocationOrder USUAL =
            new AllocationOrder(List.of(Bucket.COSTS, Bucket.FEES, Bucket.INTEREST, Bucket.PRINCIPAL));

    /** Costs, then principal, then interest: German consumer credit (Civil Code, section 497 (3)). */
    public static final AllocationOrder GERMAN_CONSUMER_CREDIT =
            new AllocationOrder(List.of(Bucket.COSTS, Bucket.FEES, Bucket.PRINCIPAL, Bucket.INTEREST));

    /** @throws IllegalArgumentException unless each bucket stands in it once */
    public AllocationOrder {
        buckets = List.copyOf(buckets);
        if (buckets.size() != Bucket.values().length || !EnumSet.copyOf(buckets).equals(EnumSet.allOf(Bucket.class))) {
            throw new IllegalArgumentException("each bucket once: " + buckets);
        }
    }

    /**
     * Where a payment goes. The parts and what is left over make up the payment to the cent.
     *
     * @param balances what is owed in each bucket, none below zero
     */
    public Allocation allocate(Money payment, Map<Bucket, Money> balances) {
        if (!payment.isPositive()) {
            throw new IllegalArgumentException("nothing to allocate: " + payment);
        }
        Map<Bucket, Money> parts = new EnumMap<>(Bucket.class);
        Money left = payment;
        for (Bucket bucket : buckets) {
            Money part = left.min(balances.getOrDefault(bucket, Money.zero(payment.currency())));
            if (part.isPositive()) {
                parts.put(bucket, part);
                left = left.minus(part);
            }
        }
        return new Allocation(parts, left);
    }

    /** @param surplus what was paid beyond the debt: owed back to the debtor */
    public record Allocation(Map<Bucket, Money> parts, Money surplus) {

        public Allocation {
            parts = Map.copyOf(parts);
        }

        /** What reached the debt. */
        public Money allocated() {
            return parts.values().stream().reduce(Money.zero(surplus.currency()), Money::plus);
        }
    }
}
