package org.fairlead.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * One person to be contacted in a campaign.
 *
 * @param number masked
 * @param timeZones every zone in which the person may be
 * @param fields all further columns of the list, by name
 * @param state {@code READY}, {@code TAKEN}, {@code CALLBACK}, {@code DONE}, {@code EXHAUSTED}, {@code DO_NOT_CALL}
 */
public record LeadView(
        ClientId client,
        UUID leadId,
        UUID campaignId,
        String number,
        String name,
        @Nullable String language,
        String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String postalCode,
        List<String> timeZones,
        @Nullable String reference,
        Map<String, String> fields,
        String state,
        int attempts,
        @Nullable String lastOutcome,
        @Nullable Instant nextAt,
        int rank) {}
