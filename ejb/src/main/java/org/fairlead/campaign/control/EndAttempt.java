package org.fairlead.campaign.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.campaign.AttemptEnd;
import org.fairlead.campaign.Attempts.LeadFate;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.control.AttemptStore.LeadChange;
import org.fairlead.campaign.entity.Retry;
import org.fairlead.campaign.entity.Retry.Day;
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

    /** A line of the campaign's retry rules as JSON: {@code {"after": "PT15M", "times": 3, "otherNumber": true}}. */
    record RetryText(String after, int times, boolean otherNumber, boolean otherHour) {}

    private record Ended(
            UUID leadId, UUID campaignId, String number, boolean agentless, @Nullable Instant nextAllowed) {}

    /** What the campaign says of retries, and what there is to know of the lead for them. */
    private record Strategy(Retry rules, Day day, int numbers) {}

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
                        row.getString("mode").equals(DialMode.AGENTLESS.name()),
                        Sql.instant(row, "next_allowed")),
                """
                update attempt set state = 'ENDED', outcome = ?, ended_at = ?, agent_id = coalesce(?::uuid, agent_id)
                where client_id = ? and attempt_id = ? and state in ('WRITTEN', 'SENT')
                returning lead_id, campaign_id, number, mode, next_allowed
                """,
                end.outcome(),
                end.endedAt(),
                end.agentId(),
                end.client(),
                end.attemptId());
    }

    private LeadFate fate(AttemptEnd end, Ended attempt) {
        String category = category(end, attempt);
        if (!attempt.agentless()) {
            // nobody is abandoned who was called to hear a text
            outreach.ended(
                    c, end.client(), attempt.campaignId(), late(end) ? "ABANDONED" : end.outcome(), end.endedAt());
        }
        if (category != null) {
            Sql.update(
                    c,
                    "update attempt set category = ? where client_id = ? and attempt_id = ?",
                    category,
                    end.client(),
                    end.attemptId());
        }
        String source = "disposition of contact " + end.attemptId();
        Next ruled = next(end, attempt, category);
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
                                + " and state in ('READY', 'CALLBACK', 'EXHAUSTED')",
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

    /** A customer's own key is a disposition by the name of its category. */
    private @Nullable String category(AttemptEnd end, Ended attempt) {
        if (attempt.agentless() && Next.DO_NOT_CALL.equals(end.disposition())) {
            return Next.DO_NOT_CALL;
        }
        return Sql.one(
                        c,
                        row -> row.getString(1),
                        """
                        select d.category from disposition d join campaign c on c.client_id = d.client_id
                          and c.program_id = d.program_id
                        where c.client_id = ? and c.campaign_id = ? and d.code = ?
                        """,
                        end.client(),
                        attempt.campaignId(),
                        end.disposition())
                .orElse(null);
    }

    /** An agent came, but not within the two seconds after which the law calls a call abandoned. */
    private boolean late(AttemptEnd end) {
        return end.outcome().equals("HANDLED")
                && Sql.number(
                                c,
                                "select count(*) from contact where client_id = ? and contact_id = ?"
                                        + " and connected_at > queued_at + interval '2 seconds'",
                                end.client(),
                                end.attemptId())
                        > 0;
    }

    private Next next(AttemptEnd end, Ended attempt, @Nullable String category) {
        UUID lead = attempt.leadId();
        Strategy strategy = strategy(end.client(), attempt);
        Next next = strategy.rules()
                .after(end.outcome(), category, end.callbackAt(), times(end, lead), end.endedAt(), strategy.day());
        if (strategy.numbers() < 2) {
            return next;
        }
        if (Retry.deadNumber(end.outcome())) {
            int left = NumberBook.dead(c, end.client(), lead, attempt.number());
            boolean said = next.state().equals(Next.DO_NOT_CALL) || end.callbackAt() != null;
            if (!said) {
                next = left > 0
                        ? strategy.rules().underAnother(end.outcome(), end.endedAt())
                        : new Next(Next.EXHAUSTED, null);
            }
        }
        if (next.otherNumber() || next.state().equals(Next.CALLBACK)) {
            NumberBook.turn(c, end.client(), lead, attempt.number(), next.otherNumber() ? 1 : 0);
        }
        return next;
    }

    private Strategy strategy(ClientId client, Ended attempt) {
        return Sql.one(
                        c,
                        row -> new Strategy(
                                rules(row.getString("retry")),
                                day(Sql.texts(row, "time_zones"), row.getObject("call_from", LocalTime.class)),
                                row.getInt("numbers")),
                        """
                        select c.retry, c.call_from, l.time_zones, l.numbers from lead l
                        join campaign c on c.client_id = l.client_id and c.campaign_id = l.campaign_id
                        where l.client_id = ? and l.lead_id = ?
                        """,
                        client,
                        attempt.leadId())
                .orElseThrow();
    }

    private static Day day(List<String> zones, LocalTime begins) {
        List<ZoneId> known = AttemptStore.zones(zones);
        return new Day(known.isEmpty() ? ZoneOffset.UTC : known.get(0), begins);
    }

    private static Retry rules(String json) {
        Map<String, Retry.Rule> rules = new HashMap<>();
        Json.read(json, RULES)
                .forEach((outcome, line) -> rules.put(
                        outcome,
                        new Retry.Rule(
                                Duration.parse(line.after()), line.times(), line.otherNumber(), line.otherHour())));
        return new Retry(rules);
    }

    /** Since somebody made the lead ready again, if that was done. */
    private int times(AttemptEnd end, UUID leadId) {
        return Sql.number(
                c,
                """
                select count(*) from attempt a join lead l on l.client_id = a.client_id and l.lead_id = a.lead_id
                where a.client_id = ? and a.lead_id = ? and a.outcome = ?
                  and (l.recycled_at is null or a.written_at >= l.recycled_at)
                """,
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
