package org.fairlead.compliance.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.Jurisdictions.Address;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.Outreach.Candidate;
import org.fairlead.compliance.Outreach.Effort;
import org.fairlead.compliance.OutreachFacts.Manner;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.compliance.Rulebook.Rule;
import org.fairlead.compliance.Rulebook.RuleEdit;
import org.fairlead.compliance.Rulebook.Trial;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.entity.RuleLine;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.PublicHolidays;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Rules as rows: read, written anew, tried out. */
public final class RuleRegister {

    private static final TypeReference<JsonNode> PARAMETERS = new TypeReference<>() {};
    private static final String PREVIEW = "PREVIEW";

    private final Connection c;

    public RuleRegister(Connection c) {
        this.c = c;
    }

    public List<Rule> rules(ClientId client, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return Sql.list(
                c,
                row -> rule(row, today),
                """
                select r.*, lead(effective_from) over (partition by client_id, rule_id order by version) as next_from,
                       lead(version) over (partition by client_id, rule_id order by version) as next_version
                from outreach_rule r where client_id in (0, ?)
                order by jurisdiction, rule_id, client_id, version desc
                """,
                client);
    }

    private static Rule rule(ResultSet row, LocalDate today) throws SQLException {
        LocalDate from = row.getObject("effective_from", LocalDate.class);
        LocalDate to = row.getObject("effective_to", LocalDate.class);
        LocalDate next = row.getObject("next_from", LocalDate.class);
        boolean followed = row.getObject("next_version") != null && (next == null || !today.isBefore(next));
        boolean inForce = !followed && (from == null || !today.isBefore(from)) && (to == null || !today.isAfter(to));
        return new Rule(
                new ClientId(row.getInt("client_id")),
                row.getString("rule_id"),
                row.getInt("version"),
                row.getString("jurisdiction"),
                row.getString("scope"),
                row.getString("kind"),
                row.getString("parameters"),
                row.getString("citation"),
                row.getString("basis"),
                row.getString("evidence"),
                from,
                to,
                inForce,
                row.getString("made_by"),
                Objects.requireNonNull(Sql.instant(row, "made_at")),
                row.getString("reason"));
    }

    /** @return the new version's number */
    public int write(ClientId client, RuleEdit edit, String login, Instant now) {
        if (edit.reason().isBlank()) {
            throw new Refused("rule.reason");
        }
        if (edit.from().isBefore(now.atOffset(ZoneOffset.UTC).toLocalDate())) {
            throw new Refused("rule.from");
        }
        boolean houses =
                Sql.number(c, "select count(*) from outreach_rule where client_id = 0 and rule_id = ?", edit.id()) > 0;
        if (houses && !client.equals(ClientId.OUTSOURCER)) {
            throw new Refused("rule.foreign", edit.id());
        }
        int version = Sql.number(
                        c,
                        "select coalesce(max(version), 0) from outreach_rule where client_id = ? and rule_id = ?",
                        client,
                        edit.id())
                + 1;
        requireReadable(edit, version);
        Sql.update(
                c,
                """
                insert into outreach_rule (client_id, rule_id, version, jurisdiction, scope, kind, parameters, citation, basis,
                                           evidence, effective_from, effective_to, made_by, made_at, reason)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, '', ?, ?, ?, ?, ?)
                """,
                client,
                edit.id(),
                version,
                edit.jurisdiction(),
                edit.scope(),
                edit.kind(),
                edit.parameters(),
                edit.citation(),
                edit.basis(),
                edit.from(),
                edit.to(),
                login,
                now,
                edit.reason());
        return version;
    }

    /** A rule that the decision cannot read would be no rule at all. */
    private static void requireReadable(RuleEdit edit, int version) {
        try {
            RuleLine line = new RuleLine(
                    edit.id(),
                    version,
                    edit.jurisdiction(),
                    edit.scope(),
                    edit.kind(),
                    Json.read(edit.parameters(), PARAMETERS),
                    edit.citation(),
                    edit.basis(),
                    edit.from(),
                    edit.to());
            if (line.rules(null, new PublicHolidays()).isEmpty()) {
                throw new Refused("rule.parameters", edit.kind());
            }
        } catch (RuntimeException e) {
            throw e instanceof Refused refused
                    ? refused
                    : new Refused("rule.parameters", String.valueOf(e.getMessage()));
        }
    }

    /** A campaign as the decision sees it. */
    private record Seen(Effort effort, String country) {}

    /** Which client a campaign is of; empty when it is not in scope. */
    public Optional<ClientId> clientOf(UUID campaignId) {
        return Sql.one(
                c,
                row -> new ClientId(row.getInt(1)),
                "select client_id from campaign where campaign_id = ?",
                campaignId);
    }

    public Verdict tryOut(Outreach outreach, Trial trial) {
        ClientId client =
                clientOf(trial.campaignId()).orElseThrow(() -> new NotFound("campaign " + trial.campaignId()));
        Seen seen = seen(client, trial.campaignId());
        String number = PhoneNumbers.parse(trial.number(), seen.country(), null)
                .map(PhoneNumbers.PhoneNumber::e164)
                .orElseThrow(() -> new Refused("number", trial.number()));
        String country = PhoneNumbers.of(number).country();
        Candidate candidate = new Candidate(
                number,
                null,
                null,
                Place.PERSONAL,
                new Address(country, trial.region(), null),
                List.<ZoneId>of(),
                null);
        Instant at = trial.at() == null ? outreach.now(c) : trial.at();
        return outreach.judge(c, seen.effort(), List.of(candidate), at).get(0);
    }

    private Seen seen(ClientId client, UUID campaignId) {
        return Sql.one(
                        c,
                        row -> new Seen(
                                new Effort(
                                        client,
                                        campaignId,
                                        Channel.VOICE,
                                        List.of(row.getString("client_country"), row.getString("country")),
                                        new Manner(
                                                row.getString("mode").equals(PREVIEW),
                                                false,
                                                row.getInt("ring_seconds"),
                                                row.getString("caller_id"),
                                                true,
                                                null,
                                                null,
                                                null,
                                                Set.of()),
                                        new OutreachLimits(
                                                row.getString("program_kind"),
                                                row.getObject("call_from", LocalTime.class),
                                                row.getObject("call_until", LocalTime.class),
                                                row.getInt("cap_count"),
                                                row.getInt("cap_days"))),
                                row.getString("country")),
                        """
                        select c.*, p.kind as program_kind, k.country as client_country from campaign c
                        join program p on p.client_id = c.client_id and p.program_id = c.program_id
                        join client k on k.client_id = c.client_id
                        where c.client_id = ? and c.campaign_id = ?
                        """,
                        client,
                        campaignId)
                .orElseThrow(() -> new NotFound("campaign " + campaignId));
    }
}
