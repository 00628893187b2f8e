package org.fairlead.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in one currency, kept in its minor units (cents, kuruş). Amounts of two currencies never meet: to add
 * them is an error, not a conversion.
 *
 * @param minor the amount in minor units, negative for what is owed the other way
 * @param currency ISO 4217 code
 */
public record Money(long minor, String currency) implements Comparable<Money> {

    /** @throws IllegalArgumentException for a code that ISO 4217 does not know */
    public Money {
        Currency.getInstance(currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /** @throws ArithmeticException when the amount has more decimals than the currency, or is too large */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount.movePointRight(decimals(currency)).longValueExact(), currency);
    }

    /** To the minor unit by the given rounding. */
    public static Money rounded(BigDecimal amount, String currency, RoundingMode rounding) {
        return of(amount.setScale(decimals(currency), rounding), currency);
    }

    /** In major units, with the currency's number of decimals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, decimals(currency));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money times(BigDecimal factor, RoundingMode rounding) {
        return rounded(amount().multiply(factor), currency, rounding);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("two currencies: " + currency + " and " + other.currency);
        }
        return other;
    }

    private static int decimals(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
