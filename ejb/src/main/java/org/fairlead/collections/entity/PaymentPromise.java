package org.fairlead.collections.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.fairlead.shared.Money;

/**
 * A debtor's promise to pay. All days are days of the client's calendar.
 *
 * @param graceDays after the due day, before it counts as broken
 * @param tolerance the part of the amount that is enough: 0.95 lets 95 of 100 pass
 */
public record PaymentPromise(LocalDate made, LocalDate due, Money amount, int graceDays, BigDecimal tolerance) {

    /** How a promise stands. */
    public enum State {
        STANDING,
        KEPT,
        BROKEN
    }

    /** @param valueDate from which the money counts, whenever it was posted */
    public record Paid(LocalDate valueDate, Money amount) {}

    /** @throws IllegalArgumentException for a promise that says nothing */
    public PaymentPromise {
        if (due.isBefore(made) || !amount.isPositive() || graceDays < 0) {
            throw new IllegalArgumentException("no promise: " + amount + " made " + made + " due " + due);
        }
        if (tolerance.signum() <= 0 || tolerance.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("tolerance is above 0 and at most 1: " + tolerance);
        }
    }

    /** The last day on which money keeps it; until this day has ended nobody is dialled for it. */
    public LocalDate lastDay() {
        return due.plusDays(graceDays);
    }

    /**
     * Decided anew from all that is known today: money inside the window that is posted late turns a broken promise into
     * a kept one, a payment that came back turns it round again.
     *
     * @param payments those that stand; one that came back is left out
     */
    public State state(List<Paid> payments, LocalDate today) {
        Money zero = Money.zero(amount.currency());
        Money paid = payments.stream()
                .filter(payment -> !payment.valueDate().isBefore(made)
                        && !payment.valueDate().isAfter(lastDay()))
                .map(Paid::amount)
                .reduce(zero, Money::plus);
        if (paid.compareTo(amount.times(tolerance, RoundingMode.UP)) >= 0) {
            return State.KEPT;
        }
        return today.isAfter(lastDay()) ? State.BROKEN : State.STANDING;
    }

    /** While it stands nobody is dialled for it. */
    public boolean suppresses(List<Paid> payments, LocalDate today) {
        return state(payments, today) == State.STANDING;
    }
}
