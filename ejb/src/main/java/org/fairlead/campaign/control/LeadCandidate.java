package org.fairlead.campaign.control;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fairlead.compliance.Jurisdictions.Address;
import org.fairlead.compliance.Outreach.Candidate;
import org.fairlead.compliance.PastContact.Place;
import org.jspecify.annotations.Nullable;

/** A lead that is due, locked for this transaction. */
record LeadCandidate(
        UUID leadId,
        String number,
        @Nullable String language,
        String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String reference,
        @Nullable String debt,
        List<ZoneId> zones) {

    /** @param attemptId when an attempt is written for it already and asks again */
    Candidate candidate(@Nullable UUID attemptId) {
        return new Candidate(
                number, reference, debt, Place.PERSONAL, new Address(country, region, city), zones, attemptId);
    }
}
