package org.fairlead.customer.control;

import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a contact, as far as the contact itself says.
 *
 * @param remote the customer's number
 * @param lead what the lead list says of a person whom the client has not named as its customer; nobody for inbound
 */
record ContactAtHand(UUID id, ClientId client, @Nullable UUID customer, @Nullable String remote, Lead lead) {

    /** A lead's own particulars. */
    record Lead(
            String name,
            @Nullable String language,
            @Nullable String country,
            @Nullable String city,
            @Nullable String reference,
            @Nullable String timeZone) {

        static final Lead NOBODY = new Lead("", null, null, null, null, null);
    }
}
