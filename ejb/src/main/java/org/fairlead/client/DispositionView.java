package org.fairlead.client;

/**
 * An outcome that ends a contact.
 *
 * @param digit the key that chooses it
 * @param name in the language that was asked for, else in the programme's first
 */
public record DispositionView(String code, int digit, String name, Category category) {

    /** What an outcome means to campaigns, reports and bills, whatever the programme calls it. */
    public enum Category {
        RESOLVED,
        SALE,
        PROMISE,
        REFUSED,
        CALLBACK,
        NO_CONTACT,
        WRONG_PARTY,
        DO_NOT_CALL,
        ESCALATED,
        OTHER
    }
}
