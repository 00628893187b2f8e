package org.fairlead.campaign.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.campaign.AttemptEnd;
import org.fairlead.campaign.Attempts.LeadFate;
import org.fairlead.campaign.control.AttemptStore.LeadChange;
import org.fairlead.campaign.entity.Retry;
import org.fairlead.campaign.entity.Retry.Next;
import org.fairlead.compliance.Outreach;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Ends an attempt once and lets the campaign's retry rules say what becomes of its lead. */
final class EndAttempt {

    private static final TypeReference<Map<String, RetryText>> RULES = new TypeReference<>() {};

    private final Connection c;
    private final Outreach outreach;

    EndAttempt(Connection c, Outreach outreach) {
        this.c = c;
        this.outreach = outreach;
    }

    /** A line of the campaign's retry rules as JSON: {@code {"after": "PT15M", "times": 3}}. */
    record RetryText(String after, int times) {}

    private record Ended(UUID leadId, UUID campaignId, String number, @Nullable Instant nextAllowed) {}

    Optional<LeadFate> end(AttemptEnd end) {
        return ended(end).map(attempt -> fate(end, attempt));
    }

    /** Only one caller gets the row: whoever ends it first. */
    private Optional<Ended> ended(AttemptEnd end) {
        return Sql.one(
                c,
                row -> new Ended(
                        row.getObject("lead_id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        row.getString("number"),
                        Sql.instant(row, "next_allowed")),
                """
                update attempt set state = 'ENDED', outcome = ?, ended_at = ?, agent_id = coalesce(?::uuid, agent_id)
                where client_id = ? and attempt_id = ? and state in ('WRITTEN', 'SENT')
                returning lead_id, campaign_id, number, next_allowed
                """,
                end.outcome(),
                end.endedAt(),
                end.agentId(),
                end.client(),
                end.attemptId());
    }

    private LeadFate fate(AttemptEnd end, Ended attempt) {
        String category = category(end, attempt.campaignId());
        outreach.ended(c, end.client(), attempt.campaignId(), end.outcome(), end.endedAt());
        if (category != null) {
            Sql.update(
                    c,
                    "update attempt set category = ? where client_id = ? and attempt_id = ?",
                    category,
                    end.client(),
                    end.attemptId());
        }
        String source = "disposition of contact " + end.attemptId();
        Next ruled = rules(end.client(), attempt.campaignId())
                .after(end.outcome(), category, end.callbackAt(), times(end, attempt.leadId()), end.endedAt());
        boolean kept = !left(end) && promiseStands(end);
        Next next = kept ? new Next(Next.CALLBACK, ruled.nextAt()) : ruled;
        boolean unwanted = next.state().equals(Next.DO_NOT_CALL);
        if (unwanted) {
            outreach.list(c, end.client(), attempt.number(), source, end.endedAt());
        }
        if (next.state().equals(Next.CALLBACK) && !kept) {
            writeCallback(end, attempt, next);
        }
        AttemptStore.change(c, end.client(), List.of(change(end, attempt, next)));
        boolean agreed = end.callbackAt() != null && !kept;
        String state = !agreed && withdrawn(end.client(), attempt.leadId()) ? Next.DONE : next.state();
        return new LeadFate(attempt.leadId(), attempt.number(), state, unwanted);
    }

    /** Not due any more since its call began: it is not dialled again, for a retry as little as for an earlier callback. */
    private boolean withdrawn(ClientId client, UUID leadId) {
        boolean withdrawn = Sql.update(
                        c,
                        "update lead set state = 'DONE', next_at = null where client_id = ? and lead_id = ? and withdrawn"
                                + " and state in ('READY', 'CALLBACK')",
                        client,
                        leadId)
                > 0;
        if (withdrawn) {
            Sql.update(
                    c,
                    "update callback set state = 'DROPPED' where client_id = ? and lead_id = ? and state = 'DUE'",
                    client,
                    leadId);
        }
        return withdrawn;
    }

    /** An attempt that never left is no attempt of the lead; a second verdict that said "later" is heard. */
    private static LeadChange change(AttemptEnd end, Ended attempt, Next next) {
        Instant nextAt = next.nextAt();
        Instant allowed = attempt.nextAllowed();
        Instant later = nextAt != null && allowed != null && allowed.isAfter(nextAt) ? allowed : nextAt;
        return new LeadChange(attempt.leadId(), next.state(), later, left(end) ? 0 : -1, end.outcome());
    }

    private static boolean left(AttemptEnd end) {
        return !end.outcome().equals("EXPIRED") && !end.outcome().equals("REFUSED");
    }

    /** A callback whose attempt never left is due as before. */
    private boolean promiseStands(AttemptEnd end) {
        return Sql.update(
                        c,
                        "update callback set state = 'DUE', attempt_id = null"
                                + " where client_id = ? and attempt_id = ? and state = 'DONE'",
                        end.client(),
                        end.attemptId())
                > 0;
    }

    private @Nullable String category(AttemptEnd end, UUID campaignId) {
        return Sql.one(
                        c,
                        row -> row.getString(1),
                        """
                        select d.category from disposition d join campaign c on c.client_id = d.client_id
                          and c.program_id = d.program_id
                        where c.client_id = ? and c.campaign_id = ? and d.code = ?
                        """,
                        end.client(),
                        campaignId,
                        end.disposition())
                .orElse(null);
    }

    private Retry rules(ClientId client, UUID campaignId) {
        String json = Sql.one(
                        c,
                        row -> row.getString(1),
                        "select retry from campaign where client_id = ? and campaign_id = ?",
                        client,
                        campaignId)
                .orElse("{}");
        Map<String, Retry.Rule> rules = new HashMap<>();
        Json.read(json, RULES)
                .forEach((outcome, line) ->
                        rules.put(outcome, new Retry.Rule(Duration.parse(line.after()), line.times())));
        return new Retry(rules);
    }

    private int times(AttemptEnd end, UUID leadId) {
        return Sql.number(
                c,
                "select count(*) from attempt where client_id = ? and lead_id = ? and outcome = ?",
                end.client(),
                leadId,
                end.outcome());
    }

    private void writeCallback(AttemptEnd end, Ended attempt, Next next) {
        Sql.update(
                c,
                """
                insert into callback (client_id, callback_id, campaign_id, lead_id, contact_id, agent_id, number, due_at, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'DUE')
                """,
                end.client(),
                Ids.next(),
                attempt.campaignId(),
                attempt.leadId(),
                end.attemptId(),
                end.callbackMine() ? end.agentId() : null,
                attempt.number(),
                next.nextAt());
    }
}
