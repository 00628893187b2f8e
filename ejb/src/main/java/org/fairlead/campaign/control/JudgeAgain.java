package org.fairlead.campaign.control;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.Outreach.Candidate;
import org.fairlead.compliance.Verdict;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;

/** The outreach decision once more, for an attempt that was written a while ago; itself it does not count. */
final class JudgeAgain {

    private final Connection c;
    private final Outreach outreach;

    JudgeAgain(Connection c, Outreach outreach) {
        this.c = c;
        this.outreach = outreach;
    }

    Optional<Verdict> judge(ClientId client, UUID attemptId, Instant now) {
        Optional<LeadCandidate> lead = Sql.one(
                c,
                AttemptStore::candidate,
                """
                select l.lead_id, a.number, l.language, l.country, l.region, l.city, l.reference, l.fields ->> 'debt' as debt,
                       l.turn, l.numbers, coalesce(n.time_zones, case when l.number = a.number then l.time_zones end) as time_zones
                from attempt a join lead l on l.client_id = a.client_id and l.lead_id = a.lead_id
                left join lead_number n on n.client_id = a.client_id and n.lead_id = a.lead_id and n.number = a.number
                where a.client_id = ? and a.attempt_id = ? and a.state = 'WRITTEN' for update of a
                """,
                client,
                attemptId);
        return lead.map(waiting -> judge(client, attemptId, waiting, now));
    }

    private Verdict judge(ClientId client, UUID attemptId, LeadCandidate lead, Instant now) {
        RunningCampaign campaign = AttemptBook.ofAttempt(c, client, attemptId).orElseThrow();
        Candidate candidate = lead.candidate(attemptId);
        outreach.await(c, client, candidate);
        Verdict verdict = outreach.judge(c, TakeLeads.effort(campaign), List.of(candidate), now)
                .get(0);
        Sql.update(
                c,
                "update attempt set verdict = ?::jsonb, next_allowed = ? where client_id = ? and attempt_id = ?",
                Json.write(verdict),
                verdict.nextAllowed(),
                client,
                attemptId);
        return verdict;
    }
}
