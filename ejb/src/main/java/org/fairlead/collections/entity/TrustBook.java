package org.fairlead.collections.entity;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;

/**
 * The money of one client in one currency that the outsourcer holds in trust. Never pooled with another client's, never
 * below zero, and nothing that has not cleared leaves it.
 *
 * <p>A payment that comes back after it was paid over is not taken from the client's other money beyond what is there:
 * what misses is the outsourcer's to advance and the client's to give back, taken off the next remittance.
 */
public final class TrustBook {

    /** What moved. */
    public enum Move {
        RECEIVED,
        CLEARED,
        RETURNED,
        ADVANCED,
        ADVANCE_REPAID,
        FEE_MOVED,
        REFUNDED,
        REMITTED
    }

    /** @param amount positive */
    public record Line(Move move, Money amount, String reference) {}

    private final String currency;
    private final List<Line> lines = new ArrayList<>();
    private Money uncleared;
    private Money cleared;
    private Money advanced;

    public TrustBook(String currency) {
        this.currency = currency;
        uncleared = Money.zero(currency);
        cleared = Money.zero(currency);
        advanced = Money.zero(currency);
    }

    public static TrustBook of(String currency, List<Line> lines) {
        TrustBook book = new TrustBook(currency);
        lines.forEach(book::append);
        return book;
    }

    /**
     * Appends one line, or nothing.
     *
     * @throws Refused {@code trust.below-zero} when more would leave than is there
     */
    public void append(Line line) {
        Money amount = line.amount();
        if (!amount.isPositive() || !amount.currency().equals(currency)) {
            throw new Refused("trust.amount", amount, currency);
        }
        Money notCleared = uncleared;
        Money held = cleared;
        Money owedBack = advanced;
        switch (line.move()) {
            case RECEIVED -> notCleared = notCleared.plus(amount);
            case CLEARED -> {
                notCleared = notCleared.minus(amount);
                held = held.plus(amount);
            }
            case RETURNED, FEE_MOVED, REFUNDED, REMITTED -> held = held.minus(amount);
            case ADVANCED -> {
                held = held.plus(amount);
                owedBack = owedBack.plus(amount);
            }
            case ADVANCE_REPAID -> {
                held = held.minus(amount);
                owedBack = owedBack.minus(amount);
            }
        }
        if (notCleared.isNegative() || held.isNegative() || owedBack.isNegative()) {
            throw new Refused("trust.below-zero", line.move().name(), amount);
        }
        uncleared = notCleared;
        cleared = held;
        advanced = owedBack;
        lines.add(line);
    }

    /**
     * The lines for a payment that came back.
     *
     * @param hadCleared whether its money had cleared before
     */
    public List<Line> returned(Money amount, boolean hadCleared, String reference) {
        List<Line> made = new ArrayList<>();
        if (!hadCleared) {
            // it never arrived: it clears and goes back in one breath, so that both sides stay in the book
            made.add(new Line(Move.CLEARED, amount, reference));
        }
        Money there = hadCleared ? cleared : cleared.plus(amount);
        Money missing = amount.minus(there).max(Money.zero(currency));
        if (missing.isPositive()) {
            made.add(new Line(Move.ADVANCED, missing, reference));
        }
        made.add(new Line(Move.RETURNED, amount, reference));
        return made;
    }

    public Money uncleared() {
        return uncleared;
    }

    /** May be paid over. */
    public Money cleared() {
        return cleared;
    }

    /** What the outsourcer laid out for payments that came back. */
    public Money advanced() {
        return advanced;
    }

    /** Receipts and advances, less what was paid over, moved or given back. */
    public Money balance() {
        return uncleared.plus(cleared);
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }
}
