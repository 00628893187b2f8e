package org.fairlead.collections.entity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;

/** The instalments of a plan: equal ones by the annuity formula P i / (1 - (1 + i)^-n), the last takes the residue. */
public record PlanSchedule(List<Instalment> instalments) {

    /** More than ten years of months is no plan but a wish. */
    private static final int MOST = 120;

    /** @param amount interest and principal together */
    public record Instalment(LocalDate due, Money amount, Money interest, Money principal) {}

    public PlanSchedule {
        instalments = List.copyOf(instalments);
    }

    /**
     * @param rate for one period: 0.01 for one per cent a month with monthly instalments
     * @throws Refused {@code plan.count} for fewer than one or more than 120 instalments, {@code plan.too-small} when an
     *     instalment would not even pay its interest
     */
    public static PlanSchedule equal(Money principal, BigDecimal rate, int count, LocalDate firstDue, Period every) {
        if (count < 1 || count > MOST) {
            throw new Refused("plan.count", count, MOST);
        }
        Money line = line(principal, rate, count);
        List<Instalment> lines = new ArrayList<>();
        Money left = principal;
        for (int i = 0; i < count; i++) {
            Money interest = left.times(rate, RoundingMode.DOWN);
            Money part = i == count - 1 ? left : line.minus(interest);
            if (!part.isPositive() || part.compareTo(left) > 0) {
                throw new Refused("plan.too-small", count, principal.toString());
            }
            lines.add(new Instalment(firstDue.plus(every.multipliedBy(i)), part.plus(interest), interest, part));
            left = left.minus(part);
        }
        return new PlanSchedule(lines);
    }

    private static Money line(Money principal, BigDecimal rate, int count) {
        MathContext exact = MathContext.DECIMAL128;
        BigDecimal amount = principal.amount();
        BigDecimal line = rate.signum() == 0
                ? amount.divide(BigDecimal.valueOf(count), exact)
                : amount.multiply(rate)
                        .divide(BigDecimal.ONE.subtract(BigDecimal.ONE.add(rate).pow(-count, exact)), exact);
        return Money.rounded(line, principal.currency(), RoundingMode.DOWN);
    }
}
