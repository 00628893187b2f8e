package org.fairlead.collections.entity;

import org.fairlead.collections.Bucket;

/**
 * The accounts of a debt's ledger. A debit is positive: a bucket's balance is what the debtor still owes, and each
 * posting sums to zero over all accounts.
 */
public enum Account {
    COSTS,
    FEES,
    INTEREST,
    PRINCIPAL,

    /** What the debtor paid beyond the debt: owed back, so never above zero. */
    OVERPAID,

    /** Against the balances that the client handed over. */
    PLACED,

    /** Against interest, fees and costs that came up while the debt was worked. */
    CHARGED,

    /** Against what was paid. */
    COLLECTED,

    /** Against what was given up: write-off, or the rest of a settlement. */
    GIVEN_UP;

    public static Account of(Bucket bucket) {
        return switch (bucket) {
            case COSTS -> COSTS;
            case FEES -> FEES;
            case INTEREST -> INTEREST;
            case PRINCIPAL -> PRINCIPAL;
        };
    }

    boolean mayHold(long minor) {
        return switch (this) {
            case COSTS, FEES, INTEREST, PRINCIPAL -> minor >= 0;
            case OVERPAID -> minor <= 0;
            case PLACED, CHARGED, COLLECTED, GIVEN_UP -> true;
        };
    }
}
