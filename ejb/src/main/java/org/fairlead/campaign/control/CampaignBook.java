package org.fairlead.campaign.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.campaign.CampaignSettings;
import org.fairlead.campaign.CampaignSettings.RetryRule;
import org.fairlead.campaign.CampaignView;
import org.fairlead.campaign.CampaignView.Counts;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.Dialing;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Campaigns as rows: what they are and how they stand. The database shows those of the caller's clients only. */
public final class CampaignBook {

    private static final String SELECT =
            """
            select c.*, l.*, a.*, k.*
            from campaign c,
              lateral (select count(*) as leads,
                  count(*) filter (where state = 'READY') as ready,
                  count(*) filter (where state = 'CALLBACK') as callbacks,
                  count(*) filter (where state = 'DONE') as done,
                  count(*) filter (where state = 'EXHAUSTED') as exhausted,
                  count(*) filter (where state = 'DO_NOT_CALL') as do_not_call
                from lead where lead.client_id = c.client_id and lead.campaign_id = c.campaign_id) l,
              lateral (select count(*) filter (where state in ('WRITTEN', 'SENT')) as open,
                  count(*) filter (where allowed) as attempts_today,
                  count(*) filter (where not allowed) as denied_today
                from attempt where attempt.client_id = c.client_id and attempt.campaign_id = c.campaign_id
                  and attempt.written_at > ?) a,
              lateral (select time_zone from client where client.client_id = c.client_id) w,
              campaign_abandonment(c.client_id, c.campaign_id, c.abandon_window, w.time_zone, now()) k
            """;

    private static final TypeReference<Map<String, Integer>> SKILLS = new TypeReference<>() {};

    private static final TypeReference<Map<String, RetryRule>> RETRY = new TypeReference<>() {};

    private CampaignBook() {}

    public static List<CampaignView> all(Connection c, Instant since) {
        return Sql.list(c, CampaignBook::view, SELECT + " order by c.client_id, c.name", since);
    }

    public static CampaignView one(Connection c, UUID campaignId, Instant since) {
        return Sql.one(c, CampaignBook::view, SELECT + " where c.campaign_id = ?", since, campaignId)
                .orElseThrow(() -> new NotFound("campaign " + campaignId));
    }

    /** The campaign's client and country, for those who need no counts. */
    public record Basics(ClientId client, String country, String state) {}

    public static Basics basics(Connection c, UUID campaignId) {
        return Sql.one(
                        c,
                        row -> new Basics(new ClientId(row.getInt(1)), row.getString(2), row.getString(3)),
                        "select client_id, country, state from campaign where campaign_id = ?",
                        campaignId)
                .orElseThrow(() -> new NotFound("campaign " + campaignId));
    }

    public static void insert(Connection c, UUID campaignId, CampaignSettings s) {
        requireProgram(c, s);
        requireGateway(c, s);
        requireFreeCode(c, campaignId, s);
        Sql.update(
                c,
                """
                insert into campaign (client_id, campaign_id, program_id, state, code, name, mode, gateway, caller_id,
                  language, skills, country, call_from, call_until, ring_seconds, detect_machine, cap_count, cap_days,
                  lines_per_agent, abandon_limit, abandon_window, weight, agentless, retry)
                values (?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                """,
                s.client(),
                campaignId,
                s.programId(),
                s.code(),
                s.name(),
                s.mode().name(),
                s.gateway(),
                s.callerId(),
                s.language(),
                Json.write(s.skills()),
                s.country(),
                s.callFrom(),
                s.callUntil(),
                s.ringSeconds(),
                s.detectMachine(),
                s.capCount(),
                s.capDays(),
                s.dialing().lines(),
                s.dialing().abandonLimit(),
                s.dialing().window().name(),
                s.dialing().weight(),
                Json.write(s.agentless()),
                Json.write(s.retry()));
    }

    public static CampaignSettings settings(Connection c, UUID campaignId) {
        return Sql.one(c, CampaignBook::settings, "select * from campaign where campaign_id = ?", campaignId)
                .orElseThrow(() -> new NotFound("campaign " + campaignId));
    }

    private static CampaignSettings settings(ResultSet row) throws SQLException {
        return new CampaignSettings(
                new ClientId(row.getInt("client_id")),
                row.getObject("program_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                DialMode.valueOf(row.getString("mode")),
                row.getString("gateway"),
                row.getString("caller_id"),
                row.getString("language"),
                Json.read(row.getString("skills"), SKILLS),
                row.getString("country"),
                row.getObject("call_from", LocalTime.class),
                row.getObject("call_until", LocalTime.class),
                row.getInt("ring_seconds"),
                row.getBoolean("detect_machine"),
                row.getInt("cap_count"),
                row.getInt("cap_days"),
                dialing(row),
                Json.read(row.getString("agentless"), AttemptBook.AGENTLESS),
                Json.read(row.getString("retry"), RETRY),
                row.getInt("version"));
    }

    private static Dialing dialing(ResultSet row) throws SQLException {
        return new Dialing(
                row.getDouble("lines_per_agent"),
                row.getDouble("abandon_limit"),
                Dialing.Window.valueOf(row.getString("abandon_window")),
                row.getInt("weight"));
    }

    public static void update(Connection c, UUID campaignId, CampaignSettings s) {
        CampaignSettings now = settings(c, campaignId);
        if (!now.client().equals(s.client()) || !now.programId().equals(s.programId())) {
            throw new NotFound("campaign " + campaignId + " of programme " + s.programId());
        }
        requireGateway(c, s);
        requireFreeCode(c, campaignId, s);
        int changed = Sql.update(
                c,
                """
                update campaign set code = ?, name = ?, mode = ?, gateway = ?, caller_id = ?, language = ?, skills = ?::jsonb,
                  country = ?, call_from = ?, call_until = ?, ring_seconds = ?, detect_machine = ?, cap_count = ?,
                  cap_days = ?, lines_per_agent = ?, abandon_limit = ?, abandon_window = ?, weight = ?, agentless = ?::jsonb,
                  retry = ?::jsonb,
                  version = version + 1
                where client_id = ? and campaign_id = ? and program_id = ? and version = ?
                """,
                s.code(),
                s.name(),
                s.mode().name(),
                s.gateway(),
                s.callerId(),
                s.language(),
                Json.write(s.skills()),
                s.country(),
                s.callFrom(),
                s.callUntil(),
                s.ringSeconds(),
                s.detectMachine(),
                s.capCount(),
                s.capDays(),
                s.dialing().lines(),
                s.dialing().abandonLimit(),
                s.dialing().window().name(),
                s.dialing().weight(),
                Json.write(s.agentless()),
                Json.write(s.retry()),
                s.client(),
                campaignId,
                s.programId(),
                s.version());
        if (changed == 0) {
            throw new Refused("setup.changed");
        }
    }

    public static void changeState(Connection c, UUID campaignId, String state) {
        Sql.update(c, "update campaign set state = ? where campaign_id = ?", state, campaignId);
    }

    private static void requireGateway(Connection c, CampaignSettings s) {
        if (Sql.number(c, "select count(*) from site where gateway = ?", s.gateway()) == 0) {
            throw new Refused("campaign.gateway", s.gateway());
        }
    }

    private static void requireProgram(Connection c, CampaignSettings s) {
        int found = Sql.number(
                c, "select count(*) from program where client_id = ? and program_id = ?", s.client(), s.programId());
        if (found == 0) {
            throw new NotFound("program " + s.programId());
        }
    }

    private static void requireFreeCode(Connection c, UUID campaignId, CampaignSettings s) {
        int taken = Sql.number(
                c,
                "select count(*) from campaign where client_id = ? and code = ? and campaign_id <> ?",
                s.client(),
                s.code(),
                campaignId);
        if (taken > 0) {
            throw new Refused("campaign.code-taken", s.code());
        }
    }

    private static CampaignView view(ResultSet row) throws SQLException {
        return new CampaignView(
                new ClientId(row.getInt("client_id")),
                row.getObject("campaign_id", UUID.class),
                row.getObject("program_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                DialMode.valueOf(row.getString("mode")),
                row.getString("state"),
                row.getString("gateway"),
                row.getString("caller_id"),
                row.getString("language"),
                Json.read(row.getString("skills"), SKILLS),
                row.getString("country"),
                row.getObject("call_from", LocalTime.class),
                row.getObject("call_until", LocalTime.class),
                row.getInt("ring_seconds"),
                row.getInt("cap_count"),
                row.getInt("cap_days"),
                dialing(row),
                new Dialing.Count(row.getInt("live"), row.getInt("abandoned")),
                counts(row));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt("leads"),
                row.getInt("ready"),
                row.getInt("callbacks"),
                row.getInt("done"),
                row.getInt("exhausted"),
                row.getInt("do_not_call"),
                row.getInt("open"),
                row.getInt("attempts_today"),
                row.getInt("denied_today"));
    }
}
