package org.fairlead.collections.entity.bank;

import java.time.LocalDate;
import org.fairlead.shared.Money;

/**
 * One booked movement on the trust account.
 *
 * @param key the bank's own for this movement: the same movement in two files carries the same one
 * @param amount positive for money that came in, negative for money that left
 * @param reference what the payer wrote, all of it
 * @param payer the name of who paid it, or got what left; or empty
 * @param returned the bank's reason code when an earlier payment came back ({@code AC04}); empty otherwise
 */
public record BankEntry(
        String key, LocalDate valueDate, Money amount, String reference, String payer, String returned) {

    /** An earlier payment that came back. */
    public boolean isReturn() {
        return !returned.isEmpty();
    }
}
