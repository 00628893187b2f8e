package org.fairlead.campaign.control;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.campaign.control.AttemptStore.LeadChange;
import org.fairlead.campaign.control.AttemptStore.Written;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.Outreach.Candidate;
import org.fairlead.compliance.Outreach.Effort;
import org.fairlead.compliance.OutreachFacts.Manner;
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
    private final Supplier<Instant> clock;
    private final ZoneTurns turns;
    private final List<TakenLead> taken = new ArrayList<>();
    private final Set<UUID> seen = new HashSet<>();
    private Instant now;

    /**
     * @param clock asked again once people are locked: of two attempts to one person the later one then has the later
     *     time, or each could be counted as after the other
     */
    TakeLeads(Connection c, RunningCampaign campaign, Outreach outreach, Supplier<Instant> clock, ZoneTurns turns) {
        this.c = c;
        this.campaign = campaign;
        this.outreach = outreach;
        this.clock = clock;
        this.turns = turns;
        this.now = clock.get();
    }

    List<TakenLead> take(int wanted) {
        for (String state : List.of("CALLBACK", "READY")) {
            boolean more = true;
            while (more && taken.size() < wanted && seen.size() < wanted + DENIED_AT_MOST) {
                int missing = wanted - taken.size();
                List<LeadCandidate> due = AttemptStore.due(c, campaign, state, now, seen, missing, turns);
                due.forEach(lead -> seen.add(lead.leadId()));
                write(ours(NumberBook.chosen(c, campaign.client(), due, now)), state);
                more = due.size() == missing;
            }
        }
        return taken;
    }

    /** One callback that its agent makes now: the same decision as for any other lead. */
    Written takeOne(LeadCandidate lead) {
        Candidate candidate = lead.candidate(null);
        outreach.await(c, campaign.client(), candidate);
        now = clock.get();
        return write(Map.of(lead, candidate), "CALLBACK").get(0);
    }

    /** Whom nobody else has at hand: a person may be on two lists, under two numbers. */
    private Map<LeadCandidate, Candidate> ours(List<LeadCandidate> due) {
        Map<LeadCandidate, Candidate> candidates = new LinkedHashMap<>();
        due.forEach(lead -> candidates.put(lead, lead.candidate(null)));
        List<Candidate> locked = outreach.lock(c, campaign.client(), List.copyOf(candidates.values()));
        candidates.values().retainAll(locked);
        now = clock.get();
        return onceEach(candidates);
    }

    /** The second lead of one person waits for a later round, in which the first one's attempt counts. */
    private static Map<LeadCandidate, Candidate> onceEach(Map<LeadCandidate, Candidate> candidates) {
        Set<String> seen = new HashSet<>();
        Map<LeadCandidate, Candidate> once = new LinkedHashMap<>();
        candidates.forEach((lead, candidate) -> {
            String person = candidate.person();
            boolean known = seen.contains(candidate.number()) || (person != null && seen.contains(":" + person));
            if (!known) {
                once.put(lead, candidate);
            }
            seen.add(candidate.number());
            if (person != null) {
                seen.add(":" + person);
            }
        });
        return once;
    }

    private List<Written> write(Map<LeadCandidate, Candidate> leads, String state) {
        if (leads.isEmpty()) {
            return List.of();
        }
        List<Verdict> verdicts = outreach.judge(c, effort(campaign), List.copyOf(leads.values()), now);
        List<Written> attempts = new ArrayList<>();
        List<LeadChange> changes = new ArrayList<>();
        int next = 0;
        for (LeadCandidate lead : leads.keySet()) {
            Written attempt = new Written(Ids.next(), lead, verdicts.get(next++));
            attempts.add(attempt);
            changes.add(change(attempt, state));
            if (attempt.verdict().allowed()) {
                taken.add(taken(attempt));
            }
        }
        AttemptStore.write(c, campaign, attempts, now, expiresAt());
        AttemptStore.change(c, campaign.client(), changes);
        closeCallbacks(attempts);
        moveCallbacks(attempts);
        return attempts;
    }

    /** A call without a held agent has the safe-harbour message that the engine plays. */
    static Effort effort(RunningCampaign campaign) {
        boolean held = campaign.mode() == DialMode.PREVIEW;
        boolean recorded = campaign.mode() == DialMode.AGENTLESS;
        Manner manner = new Manner(
                held, recorded, campaign.ringSeconds(), campaign.callerId(), true, null, null, null, Set.of());
        return new Effort(
                campaign.client(),
                campaign.campaignId(),
                Channel.VOICE,
                List.of(campaign.clientCountry(), campaign.country()),
                manner,
                campaign.limits());
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
        return new TakenLead(attempt.attemptId(), lead.leadId(), lead.number(), language, expiresAt(), lead.odds());
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
