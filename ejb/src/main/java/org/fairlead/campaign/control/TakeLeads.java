package org.fairlead.campaign.control;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.campaign.control.AttemptStore.LeadChange;
import org.fairlead.campaign.control.AttemptStore.Written;
import org.fairlead.compliance.Jurisdictions;
import org.fairlead.compliance.Jurisdictions.Address;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachFacts.Manner;
import org.fairlead.compliance.OutreachFacts.Standing;
import org.fairlead.compliance.OutreachFacts.Target;
import org.fairlead.compliance.OutreachFacts.Whereabouts;
import org.fairlead.compliance.PastContact;
import org.fairlead.compliance.Verdict;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Sql;

/**
 * Takes leads for one campaign: due ones, locked; their numbers locked against other campaigns of the client; the verdict
 * for each; the attempt and the lead's new state. One transaction, a handful of statements however many leads.
 */
final class TakeLeads {

    /** A dial that did not leave by then is not wanted any more: the agent it was for has other work. */
    private static final Duration DIAL_LIFE = Duration.ofSeconds(30);

    /** Leads that may be denied in one round, so that a list out of its hours does not hold the transaction for long. */
    private static final int DENIED_AT_MOST = 200;

    /** A call that is under way is over soon; only the decision has to reckon with the longest. */
    private static final Duration IN_FLIGHT = Duration.ofMinutes(2);

    private final Connection c;
    private final RunningCampaign campaign;
    private final Outreach outreach;
    private final Instant now;
    private final List<TakenLead> taken = new ArrayList<>();
    private final Set<UUID> seen = new HashSet<>();

    TakeLeads(Connection c, RunningCampaign campaign, Outreach outreach, Instant now) {
        this.c = c;
        this.campaign = campaign;
        this.outreach = outreach;
        this.now = now;
    }

    List<TakenLead> take(int wanted) {
        for (String state : List.of("CALLBACK", "READY")) {
            boolean more = true;
            while (more && taken.size() < wanted && seen.size() < wanted + DENIED_AT_MOST) {
                int missing = wanted - taken.size();
                List<LeadCandidate> due = AttemptStore.due(c, campaign, state, now, seen, missing);
                due.forEach(lead -> seen.add(lead.leadId()));
                write(ours(due), state);
                more = due.size() == missing;
            }
        }
        return taken;
    }

    /** One callback that its agent makes now: the same decision as for any other lead. */
    Written takeOne(LeadCandidate lead) {
        AttemptStore.await(c, campaign.client(), lead.number());
        return write(List.of(lead), "CALLBACK").get(0);
    }

    private List<LeadCandidate> ours(List<LeadCandidate> due) {
        List<String> numbers = due.stream().map(LeadCandidate::number).toList();
        Set<String> locked = due.isEmpty() ? Set.of() : AttemptStore.lock(c, campaign.client(), numbers);
        return due.stream().filter(lead -> locked.contains(lead.number())).toList();
    }

    private List<Written> write(List<LeadCandidate> leads, String state) {
        if (leads.isEmpty()) {
            return List.of();
        }
        List<String> numbers = leads.stream().map(LeadCandidate::number).toList();
        Map<String, List<PastContact>> tries = AttemptStore.tries(c, campaign.client(), numbers, null, now);
        Set<String> listed = outreach.listed(c, campaign.client(), numbers);
        List<Written> attempts = new ArrayList<>();
        List<LeadChange> changes = new ArrayList<>();
        for (LeadCandidate lead : leads) {
            Verdict verdict = outreach.decide(
                    facts(campaign, lead, listed.contains(lead.number()), tries.getOrDefault(lead.number(), List.of())),
                    campaign.limits(),
                    now);
            Written attempt = new Written(Ids.next(), lead, verdict);
            attempts.add(attempt);
            changes.add(change(attempt, state));
            if (verdict.allowed()) {
                taken.add(taken(attempt));
            }
        }
        AttemptStore.write(c, campaign, attempts, now, expiresAt());
        AttemptStore.change(c, campaign.client(), changes);
        closeCallbacks(attempts);
        moveCallbacks(attempts);
        return attempts;
    }

    static OutreachFacts facts(RunningCampaign campaign, LeadCandidate lead, boolean listed, List<PastContact> tries) {
        Whereabouts where = Jurisdictions.of(
                lead.number(),
                new Address(lead.country(), lead.region(), null),
                lead.zones(),
                List.of(campaign.clientCountry(), campaign.country()));
        Set<String> lists = listed ? Set.of("INTERNAL") : Set.of();
        return OutreachFacts.of(
                        campaign.client(),
                        Target.call(lead.number()),
                        lead.zones().isEmpty() ? new Whereabouts(List.of(), where.jurisdictions()) : where,
                        Manner.byHand(campaign.ringSeconds(), campaign.callerId()))
                .with(new Standing(lists, Map.of(), List.of(), List.of()))
                .after(tries);
    }

    /** A callback that is denied stays a callback. */
    private static LeadChange change(Written attempt, String state) {
        Verdict verdict = attempt.verdict();
        UUID lead = attempt.lead().leadId();
        if (verdict.allowed()) {
            return new LeadChange(lead, "TAKEN", null, 1, null);
        }
        if (verdict.deniedBy("in_flight")) {
            return new LeadChange(lead, state, verdict.at().plus(IN_FLIGHT), 0, null);
        }
        if (verdict.deniedBy("do_not_call")) {
            return new LeadChange(lead, "DO_NOT_CALL", null, 0, "DENIED");
        }
        return verdict.nextAllowed() == null
                ? new LeadChange(lead, "EXHAUSTED", null, 0, "DENIED")
                : new LeadChange(lead, state, verdict.nextAllowed(), 0, null);
    }

    TakenLead taken(Written attempt) {
        LeadCandidate lead = attempt.lead();
        String language = lead.language() == null ? campaign.language() : lead.language();
        return new TakenLead(attempt.attemptId(), lead.leadId(), lead.number(), language, expiresAt());
    }

    private Instant expiresAt() {
        return campaign.mode() == DialMode.PREVIEW
                ? now.plusSeconds(campaign.previewSeconds()).plus(DIAL_LIFE)
                : now.plus(DIAL_LIFE);
    }

    private void closeCallbacks(List<Written> attempts) {
        List<Written> allowed =
                attempts.stream().filter(a -> a.verdict().allowed()).toList();
        Sql.update(
                c,
                """
                update callback k set state = 'DONE', attempt_id = x.attempt
                from unnest(?::uuid[], ?::uuid[]) as x(lead, attempt)
                where k.client_id = ? and k.state = 'DUE' and k.lead_id = x.lead
                """,
                allowed.stream().map(a -> a.lead().leadId()).toArray(UUID[]::new),
                allowed.stream().map(Written::attemptId).toArray(UUID[]::new),
                campaign.client());
    }

    /** A promise that the law does not allow now is due when it does, or never. */
    private void moveCallbacks(List<Written> attempts) {
        for (Written attempt : attempts) {
            if (!attempt.verdict().allowed()) {
                Instant next = attempt.verdict().nextAllowed();
                Sql.update(
                        c,
                        "update callback set due_at = coalesce(?::timestamptz, due_at), state = ?"
                                + " where client_id = ? and lead_id = ? and state = 'DUE'",
                        next == null ? null : next.toString(),
                        next == null ? "DROPPED" : "DUE",
                        campaign.client(),
                        attempt.lead().leadId());
            }
        }
    }
}
