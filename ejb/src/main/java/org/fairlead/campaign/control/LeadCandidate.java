package org.fairlead.campaign.control;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fairlead.campaign.entity.LeadNumber;
import org.fairlead.compliance.Jurisdictions.Address;
import org.fairlead.compliance.Outreach.Candidate;
import org.fairlead.compliance.PastContact.Place;
import org.jspecify.annotations.Nullable;

/**
 * A lead that is due, locked for this transaction.
 *
 * @param number to be dialled
 * @param turn which of its numbers is next
 * @param numbers how many there are in the book of numbers; 0 for a single plain one
 * @param odds how likely it is to answer, against the client's usual lead
 */
record LeadCandidate(
        UUID leadId,
        String number,
        @Nullable String language,
        String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String reference,
        @Nullable String debt,
        List<ZoneId> zones,
        int turn,
        int numbers,
        double odds) {

    /** @param attemptId when an attempt is written for it already and asks again */
    Candidate candidate(@Nullable UUID attemptId) {
        return new Candidate(
                number, reference, debt, Place.PERSONAL, new Address(country, region, city), zones, attemptId);
    }

    LeadCandidate likely(double ratio) {
        return new LeadCandidate(
                leadId, number, language, country, region, city, reference, debt, zones, turn, numbers, ratio);
    }

    /** The same person under this number. */
    LeadCandidate at(LeadNumber other) {
        return new LeadCandidate(
                leadId,
                other.number(),
                language,
                country,
                region,
                city,
                reference,
                debt,
                other.zones(),
                turn,
                numbers,
                odds);
    }
}
