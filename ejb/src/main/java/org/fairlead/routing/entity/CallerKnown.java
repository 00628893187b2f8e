package org.fairlead.routing.entity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the customer behind a contact, for routing.
 *
 * @param vip served before everybody else
 * @param value to the client, as the client reckons it; 0 for unknown
 * @param lastAgent who talked with the customer last
 */
public record CallerKnown(boolean vip, int value, @Nullable UUID lastAgent) {

    /** A stranger. */
    public static final CallerKnown NOBODY = new CallerKnown(false, 0, null);
}
