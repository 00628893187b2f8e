package org.fairlead.collections.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fairlead.shared.Money;

/**
 * What the outsourcer earns of what it collects, in one version of the agreement with the client.
 *
 * @param from the first payment day for which it is in force
 */
public record FeePlan(int version, LocalDate from, List<Tier> tiers) {

    /** How the debtor paid. */
    public enum Way {
        /** To the outsourcer's trust account. */
        TRUST,
        /** Straight to the client. */
        DIRECT
    }

    /**
     * @param daysPastDue for debts from so many days past due on
     * @param legal for debts in the courts, or for those that are not
     * @param rate of what reached the debt: 0.18 for eighteen per cent
     */
    public record Tier(int daysPastDue, boolean legal, Way way, BigDecimal rate) {

        public Tier {
            if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("a rate is between 0 and 1: " + rate);
            }
        }
    }

    public FeePlan {
        tiers = List.copyOf(tiers);
    }

    /** Of several versions the one in force on the payment's day. */
    public static Optional<FeePlan> inForce(List<FeePlan> plans, LocalDate paidOn) {
        return plans.stream()
                .filter(plan -> !plan.from().isAfter(paidOn))
                .max(Comparator.comparing(FeePlan::from).thenComparingInt(FeePlan::version));
    }

    /**
     * For one payment. A payment that comes back takes back this very amount, not one worked out anew.
     *
     * @param allocated what reached the debt; a surplus earns nothing
     */
    public Money fee(Money allocated, int daysPastDue, boolean legal, Way way) {
        BigDecimal rate = tiers.stream()
                .filter(tier -> tier.legal() == legal && tier.way() == way && daysPastDue >= tier.daysPastDue())
                .max(Comparator.comparingInt(Tier::daysPastDue))
                .map(Tier::rate)
                .orElse(BigDecimal.ZERO);
        return allocated.times(rate, RoundingMode.HALF_UP);
    }
}
