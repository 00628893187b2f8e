package org.fairlead.collections.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fairlead.collections.entity.PaymentPromise.Paid;
import org.fairlead.shared.Money;

/**
 * Paying in parts, or paying less, by agreement. All days are days of the client's calendar. A payment counts once for all
 * lines together: what is paid ahead covers the next ones.
 *
 * @param lines in the order of their days
 * @param graceDays after each line's day, before the arrangement counts as broken
 * @param tolerance the part of what is due until then that is enough; the last line takes no less than all
 */
public record Arrangement(LocalDate made, List<Line> lines, int graceDays, BigDecimal tolerance) {

    /** What was agreed. */
    public enum Kind {
        PLAN,
        SETTLEMENT
    }

    /** How it stands. */
    public enum State {
        STANDING,
        DONE,
        DEFAULTED
    }

    /** @param amount interest and all */
    public record Line(LocalDate due, Money amount) {}

    /** @throws IllegalArgumentException for an arrangement that says nothing */
    public Arrangement {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || graceDays < 0) {
            throw new IllegalArgumentException("no arrangement: " + lines);
        }
        if (tolerance.signum() <= 0 || tolerance.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("tolerance is above 0 and at most 1: " + tolerance);
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean late = line.due().isBefore(i == 0 ? made : lines.get(i - 1).due());
            if (late || !line.amount().isPositive()) {
                throw new IllegalArgumentException("a line out of order: " + line);
            }
        }
    }

    /**
     * Decided anew from all that is known today, so that money inside a window that is posted late heals what seemed
     * broken, and a payment that comes back breaks what seemed done.
     *
     * @param payments those that stand; one that came back is left out
     */
    public State state(List<Paid> payments, LocalDate today) {
        Money due = zero();
        for (Line line : lines) {
            due = due.plus(line.amount());
            LocalDate last = line.due().plusDays(graceDays);
            boolean whole = due.equals(total());
            Money enough = whole ? due : due.times(tolerance, RoundingMode.UP);
            if (today.isAfter(last) && paid(payments, last).compareTo(enough) < 0) {
                return State.DEFAULTED;
            }
        }
        return paid(payments, lastDay()).compareTo(total()) >= 0 ? State.DONE : State.STANDING;
    }

    /** The first line that is not covered yet. */
    public Optional<Line> next(List<Paid> payments) {
        Money paid = paid(payments, lastDay());
        Money due = zero();
        for (Line line : lines) {
            due = due.plus(line.amount());
            if (paid.compareTo(due) < 0) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    public Money total() {
        return lines.stream().map(Line::amount).reduce(zero(), Money::plus);
    }

    /** The last day on which money keeps it. */
    public LocalDate lastDay() {
        return lines.get(lines.size() - 1).due().plusDays(graceDays);
    }

    private Money paid(List<Paid> payments, LocalDate until) {
        return payments.stream()
                .filter(payment -> !payment.valueDate().isBefore(made)
                        && !payment.valueDate().isAfter(until))
                .map(Paid::amount)
                .reduce(zero(), Money::plus);
    }

    private Money zero() {
        return Money.zero(lines.get(0).amount().currency());
    }
}
