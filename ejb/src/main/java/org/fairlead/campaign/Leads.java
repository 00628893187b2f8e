package org.fairlead.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people to be contacted, and the tries made to reach them. Reading only; agents see the lead of their contact. */
public interface Leads {

    /**
     * A page of a campaign's leads. Roles: supervisor, BPO admin, compliance officer, account manager.
     */
    List<LeadView> leads(UUID campaignId, LeadQuery query, int first, int size);

    int count(UUID campaignId, LeadQuery query);

    /** The lead that an outbound contact is about; empty for an inbound one. Also for agents. */
    Optional<LeadView> ofContact(UUID contactId);

    /** The tries to reach the number of a contact, newest first, over all campaigns of its client. Also for agents. */
    AttemptHistory historyOfContact(UUID contactId);

    /** A campaign's attempts, denied ones included. */
    List<AttemptView> attempts(UUID campaignId, AttemptOrder order, int first, int size);

    /**
     * In which order.
     *
     * @param by {@code when}, {@code verdict}, {@code state}, {@code next}; anything else is newest first
     */
    record AttemptOrder(@Nullable String by, boolean descending) {

        public static AttemptOrder newestFirst() {
            return new AttemptOrder(null, true);
        }
    }

    /**
     * How often a number was tried.
     *
     * @param counted attempts inside the cap's window
     * @param most the cap
     * @param days the cap's window
     * @param nextAllowed when it may be tried next, null for now or unknown
     */
    record AttemptHistory(List<AttemptView> attempts, int counted, int most, int days, @Nullable Instant nextAllowed) {}

    /**
     * One try.
     *
     * @param number masked
     * @param verdict the stored verdict as JSON
     */
    record AttemptView(
            UUID attemptId,
            UUID leadId,
            String number,
            String mode,
            boolean allowed,
            String state,
            @Nullable String outcome,
            Instant writtenAt,
            @Nullable Instant endedAt,
            @Nullable Instant nextAllowed,
            String verdict) {}
}
