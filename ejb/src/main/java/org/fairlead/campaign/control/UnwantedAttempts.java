package org.fairlead.campaign.control;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.Outreach.Candidate;
import org.fairlead.compliance.Verdict;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** Attempts that are under way while their person has been put on a list, has revoked, or is on hold. */
final class UnwantedAttempts {

    /** What a person or a register says, as against what time and counts say. */
    private static final Set<String> SAID = Set.of("do_not_call", "consent", "hold", "scrub_age");

    private static final String OPEN =
            """
            select a.campaign_id, a.attempt_id, l.lead_id, a.number, l.language, l.country, l.region, l.city, l.reference,
                   l.fields ->> 'debt' as debt, l.turn, l.numbers,
                   coalesce(n.time_zones, case when l.number = a.number then l.time_zones end) as time_zones
            from attempt a join lead l on l.client_id = a.client_id and l.lead_id = a.lead_id
            left join lead_number n on n.client_id = a.client_id and n.lead_id = a.lead_id and n.number = a.number
            where a.client_id = ? and a.state in ('WRITTEN', 'SENT')
            """;

    private final Connection c;
    private final Outreach outreach;

    UnwantedAttempts(Connection c, Outreach outreach) {
        this.c = c;
        this.outreach = outreach;
    }

    private record Open(UUID campaignId, UUID attemptId, Candidate candidate) {}

    List<UUID> find(ClientId client, Instant now) {
        Map<UUID, List<Open>> byCampaign = new LinkedHashMap<>();
        Sql.list(
                c,
                row -> {
                    UUID attempt = row.getObject("attempt_id", UUID.class);
                    Candidate person = AttemptStore.candidate(row).candidate(attempt);
                    Open open = new Open(row.getObject("campaign_id", UUID.class), attempt, person);
                    return byCampaign
                            .computeIfAbsent(open.campaignId(), id -> new ArrayList<>())
                            .add(open);
                },
                OPEN,
                client);
        List<UUID> unwanted = new ArrayList<>();
        byCampaign.values().forEach(open -> unwanted.addAll(among(client, open, now)));
        return unwanted;
    }

    private List<UUID> among(ClientId client, List<Open> open, Instant now) {
        RunningCampaign campaign =
                AttemptBook.ofAttempt(c, client, open.get(0).attemptId()).orElseThrow();
        List<Candidate> candidates = open.stream().map(Open::candidate).toList();
        List<Verdict> verdicts = outreach.judge(c, TakeLeads.effort(campaign), candidates, now);
        List<UUID> unwanted = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (SAID.stream().anyMatch(verdicts.get(i)::deniedBy)) {
                unwanted.add(open.get(i).attemptId());
            }
        }
        return unwanted;
    }
}
