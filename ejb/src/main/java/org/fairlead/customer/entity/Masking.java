package org.fairlead.customer.entity;

import org.fairlead.customer.CustomerCard;
import org.fairlead.customer.MaskedNumber;
import org.jspecify.annotations.Nullable;

/** What of a customer's particulars is shown before somebody has a reason to see more. */
public final class Masking {

    private static final String HIDDEN = "••••";
    private static final int SHOWN_OF_REFERENCE = 4;

    private Masking() {}

    public static String point(CustomerCard.Kind kind, String value, MaskedNumber.Shown shown) {
        return switch (kind) {
            case PHONE -> MaskedNumber.of(value, shown);
            case EMAIL -> email(value);
        };
    }

    /** The first letter and the domain: {@code g•••@example.it}. */
    static String email(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return HIDDEN;
        }
        return address.substring(0, address.offsetByCodePoints(0, 1)) + "•••" + address.substring(at);
    }

    /** The last four characters: {@code •••• 4418}; a short reference is hidden whole. */
    public static @Nullable String reference(@Nullable String reference) {
        if (reference == null) {
            return null;
        }
        if (reference.length() <= SHOWN_OF_REFERENCE) {
            return HIDDEN;
        }
        return HIDDEN + " " + reference.substring(reference.length() - SHOWN_OF_REFERENCE);
    }
}
