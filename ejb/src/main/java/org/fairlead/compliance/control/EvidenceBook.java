package org.fairlead.compliance.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.compliance.Evidence.Alarm;
import org.fairlead.compliance.Evidence.Attempt;
import org.fairlead.compliance.Evidence.Dossier;
import org.fairlead.compliance.Evidence.Event;
import org.fairlead.compliance.Evidence.RuleCount;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Wishes;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;

/** What was done and why, as it is stored. */
public final class EvidenceBook {

    private static final int MOST = 1_000;

    /** Days before a register is too old for the strictest rule that asks for it. */
    private static final int SOON = 5;

    private static final int DENIED_PERCENT = 50;
    private static final int FEW = 20;

    private static final String ATTEMPTS =
            """
            select a.*, c.name as campaign_name from attempt a
            join campaign c on c.client_id = a.client_id and c.campaign_id = a.campaign_id
            where a.client_id = ?
            """;

    private final Connection c;
    private final ClientId client;

    public EvidenceBook(Connection c, ClientId client) {
        this.c = c;
        this.client = client;
    }

    public Dossier dossier(String written, WishBook wishes, String login, Instant now) {
        String number = wishes.number(written);
        Wishes.Said said = wishes.said(number);
        return new Dossier(
                client,
                number,
                now,
                login,
                Sql.list(
                        c,
                        EvidenceBook::attempt,
                        ATTEMPTS + " and a.number = ? order by a.written_at desc limit " + MOST,
                        client,
                        number),
                events(number),
                said.consents(),
                said.holds(),
                lists(number, now));
    }

    private List<Event> events(String number) {
        return Sql.list(
                c,
                row -> new Event(
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        row.getString("channel"),
                        row.getBoolean("inbound"),
                        row.getString("result")),
                """
                select p.at, p.channel, p.inbound, p.result from outreach_past p
                where p.client_id = ? and p.number = ?
                  and not exists (select 1 from attempt a where a.client_id = p.client_id and a.attempt_id = p.id)
                order by p.at desc limit
                """
                        + MOST,
                client,
                number);
    }

    private List<String> lists(String number, Instant now) {
        return Sql.list(
                c,
                row -> row.getString(1),
                """
                select case client_id when 0 then 'OUTSOURCER' else 'INTERNAL' end from do_not_call
                where client_id in (0, ?) and number = ? and (expires_at is null or expires_at > ?)
                union
                select r.name from outreach_register r join outreach_register_number n
                  on n.client_id = r.client_id and n.generation = r.generation
                where r.client_id in (0, ?) and n.number = ? order by 1
                """,
                client,
                number,
                now,
                client,
                number);
    }

    public Optional<Attempt> attempt(UUID attemptId) {
        return Sql.one(c, EvidenceBook::attempt, ATTEMPTS + " and a.attempt_id = ?", client, attemptId);
    }

    public List<Attempt> denied(int first, int size) {
        return Sql.list(
                c,
                EvidenceBook::attempt,
                ATTEMPTS + " and not a.allowed order by a.written_at desc limit ? offset ?",
                client,
                size,
                first);
    }

    /** Rules of a jurisdiction, by the attempts whose verdicts name them. */
    public List<RuleCount> report(String jurisdiction, LocalDate from, LocalDate until) {
        return Sql.list(
                c,
                row -> new RuleCount(row.getString("rule"), row.getInt("attempts"), row.getInt("denied")),
                """
                select asked.rule, count(*) as attempts,
                       count(*) filter (where a.verdict -> 'denials' @> jsonb_build_array(
                         jsonb_build_object('rule', split_part(asked.rule, '@', 1)))) as denied
                from attempt a cross join lateral jsonb_array_elements_text(a.verdict -> 'rules') as asked (rule)
                where a.client_id = ? and a.written_at >= ? and a.written_at < ?
                  and split_part(asked.rule, '@', 1) in (
                    select rule_id from outreach_rule where client_id in (0, ?) and jurisdiction like ? || '%')
                group by asked.rule order by asked.rule
                """,
                client,
                from.atStartOfDay().toInstant(ZoneOffset.UTC),
                until.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                client,
                jurisdiction);
    }

    public List<Alarm> alarms(Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        List<Alarm> alarms = new ArrayList<>();
        Sql.list(
                c,
                row -> alarms.add(new Alarm(
                        "register", List.of(row.getString("name"), row.getString("list_date"), row.getString("age")))),
                """
                select name, list_date::text, (?::date - list_date)::text as age from outreach_register
                where client_id in (0, ?) and list_date < ?::date - (15 - ?) order by name
                """,
                today,
                client,
                today,
                SOON);
        Sql.list(
                c,
                row -> alarms.add(new Alarm(
                        "denied", List.of(row.getString("name"), row.getString("denied"), row.getString("attempts")))),
                """
                select c.name, count(*) filter (where not a.allowed)::text as denied, count(*)::text as attempts
                from attempt a join campaign c on c.client_id = a.client_id and c.campaign_id = a.campaign_id
                where a.client_id = ? and a.written_at > ?
                group by c.name having count(*) >= ? and count(*) filter (where not a.allowed) * 100 > count(*) * ?
                """,
                client,
                now.minus(1, ChronoUnit.DAYS),
                FEW,
                DENIED_PERCENT);
        Sql.list(
                c,
                row -> alarms.add(new Alarm("rule", List.of(row.getString("rule_id"), row.getString("day")))),
                """
                select rule_id, effective_from::text as day from outreach_rule
                where client_id in (0, ?) and effective_from > ?::date and effective_from <= ?::date + 30
                union all
                select rule_id, effective_to::text from outreach_rule
                where client_id in (0, ?) and effective_to >= ?::date and effective_to <= ?::date + 30
                order by 2, 1
                """,
                client,
                today,
                today,
                client,
                today,
                today);
        return alarms;
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getObject("attempt_id", UUID.class),
                Objects.requireNonNull(Sql.instant(row, "written_at")),
                row.getString("number"),
                row.getString("campaign_name"),
                row.getString("mode"),
                row.getBoolean("allowed"),
                row.getString("state"),
                row.getString("outcome"),
                Sql.instant(row, "next_allowed"),
                Json.read(row.getString("verdict"), Verdict.class));
    }
}
