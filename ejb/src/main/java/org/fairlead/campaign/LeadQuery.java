package org.fairlead.campaign;

import org.jspecify.annotations.Nullable;

/**
 * Which leads of a campaign, in which order.
 *
 * @param state one of the lead states, null for all
 * @param search part of a name or of the client's reference, or the last six or more digits of a number: fewer would let
 *     a reader feel out a masked one digit by digit; null for all
 * @param sort {@code name}, {@code state}, {@code attempts}, {@code nextAt}, {@code city}; null for dialling order
 */
public record LeadQuery(@Nullable String state, @Nullable String search, @Nullable String sort, boolean descending) {

    public static LeadQuery all() {
        return new LeadQuery(null, null, null, false);
    }
}
