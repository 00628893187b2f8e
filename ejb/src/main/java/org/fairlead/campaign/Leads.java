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

    /** One lead with all its numbers, its tries, and how likely it is to answer. */
    LeadDetail lead(UUID leadId);

    /**
     * A lead in full.
     *
     * @param attempts newest first, denied ones included
     */
    record LeadDetail(LeadView lead, List<NumberView> numbers, List<AttemptView> attempts, Likelihood likelihood) {}

    /**
     * One of its numbers.
     *
     * @param number masked
     * @param kind {@code MOBILE}, {@code HOME}, {@code WORK}, {@code OTHER}
     * @param dead no line, or a fax
     * @param next whether it is the one whose turn it is
     */
    record NumberView(
            String number,
            String kind,
            @Nullable Integer fromHour,
            @Nullable Integer untilHour,
            boolean dead,
            boolean next) {}

    /**
     * How likely a lead is to answer now, learned from its client's own attempts, and why.
     *
     * @param known false while too little was tried to say anything
     * @param usual the share of the client's usual leads that answers
     * @param now the share of leads such as this one, now
     * @param day the same for each hour of the lead's day, from 0 to 23
     */
    record Likelihood(boolean known, double usual, double now, List<Because> because, List<Double> day) {

        public static final Likelihood UNKNOWN = new Likelihood(false, 0, 0, List.of(), List.of());
    }

    /**
     * What one thing that is known of the lead is worth.
     *
     * @param factor {@code HOUR}, {@code WEEKDAY}, {@code EARLIER}, {@code KIND}, {@code LAST}
     * @param ratio by which it multiplies the odds of an answer
     * @param tries that it was learned from, older ones for less
     */
    record Because(String factor, String value, double ratio, double tries, double answers) {}

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
