package org.fairlead.campaign.control;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lead that is due, locked for this transaction. */
record LeadCandidate(
        UUID leadId,
        String number,
        @Nullable String language,
        String country,
        @Nullable String region,
        List<ZoneId> zones) {}
