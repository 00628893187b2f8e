package org.fairlead.collections.entity;

import org.fairlead.shared.Money;

/**
 * What is paid over to a client for a period, and what of the fees is taken where.
 *
 * @param repaid of what the outsourcer had advanced for payments that came back
 * @param feesMoved from the trust account to the outsourcer
 * @param paid to the client
 * @param invoiced fees that the client is billed for
 */
public record Remittance(Money repaid, Money feesMoved, Money paid, Money invoiced) {

    /** How the client and the outsourcer settle. */
    public enum Mode {
        /** The fees for money in trust are kept back; those for direct payments are billed. */
        NET,
        /** Everything is paid over, all fees are billed. */
        GROSS,
        /** All fees, those for direct payments too, are kept back as far as the money reaches. */
        COMBINED
    }

    /**
     * @param cleared what is in trust and has cleared
     * @param advanced what the outsourcer laid out, taken back first
     * @param fees earned on money in trust and not yet settled
     * @param directFees earned on money that went straight to the client and not yet settled
     */
    public static Remittance of(Mode mode, Money cleared, Money advanced, Money fees, Money directFees) {
        Money repaid = advanced.min(cleared);
        Money left = cleared.minus(repaid);
        Money zero = Money.zero(cleared.currency());
        Money wanted =
                switch (mode) {
                    case NET -> fees;
                    case GROSS -> zero;
                    case COMBINED -> fees.plus(directFees);
                };
        Money moved = wanted.max(zero).min(left);
        return new Remittance(
                repaid, moved, left.minus(moved), fees.plus(directFees).minus(moved));
    }
}
