package org.fairlead.campaign.control;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fairlead.campaign.AgentlessPlan;
import org.fairlead.campaign.AttemptEnd;
import org.fairlead.campaign.Attempts;
import org.fairlead.campaign.DialMode;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.Verdict;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;

/** The attempts of all campaigns, on PostgreSQL. */
@Dependent
public class AttemptBook implements Attempts {

    private static final String CAMPAIGN =
            """
            select c.*, p.kind as program_kind, k.country as client_country, k.time_zone as client_zone
            from campaign c
            join program p on p.client_id = c.client_id and p.program_id = c.program_id
            join client k on k.client_id = c.client_id
            """;

    private static final TypeReference<Map<String, Integer>> SKILLS = new TypeReference<>() {};

    static final TypeReference<AgentlessPlan> AGENTLESS = new TypeReference<>() {};

    private final Outreach outreach;
    private final ZoneTurns turns;

    @Inject
    public AttemptBook(Outreach outreach, ZoneTurns turns) {
        this.outreach = outreach;
        this.turns = turns;
    }

    /** For those who are alone with it. */
    public AttemptBook(Outreach outreach) {
        this(outreach, new ZoneTurns());
    }

    @Override
    public List<RunningCampaign> running(Connection allClients) {
        return Sql.list(
                allClients,
                AttemptBook::campaign,
                CAMPAIGN + " where c.state = 'RUNNING' and k.active order by c.client_id, c.campaign_id");
    }

    @Override
    public Dialing.Count abandonment(Connection allClients, RunningCampaign campaign, Instant now) {
        return AbandonCount.of(allClients, campaign, now);
    }

    @Override
    public List<TakenLead> take(Connection transaction, RunningCampaign campaign, int wanted, Supplier<Instant> clock) {
        return new TakeLeads(transaction, campaign, outreach, clock, turns).take(wanted);
    }

    @Override
    public Optional<Verdict> judgeAgain(Connection transaction, ClientId client, UUID attemptId, Instant now) {
        return new JudgeAgain(transaction, outreach).judge(client, attemptId, now);
    }

    @Override
    public List<ClientId> busy(Connection allClients) {
        return Sql.list(
                allClients,
                row -> new ClientId(row.getInt(1)),
                "select distinct client_id from attempt where state in ('WRITTEN', 'SENT')");
    }

    @Override
    public List<UUID> unwanted(Connection transaction, ClientId client, Instant now) {
        return new UnwantedAttempts(transaction, outreach).find(client, now);
    }

    @Override
    public Optional<LeadFate> end(Connection transaction, AttemptEnd end) {
        return new EndAttempt(transaction, outreach).end(end);
    }

    @Override
    public Optional<LeadFate> giveBack(Connection transaction, ClientId client, UUID attemptId, Instant now) {
        boolean open = Sql.one(
                        transaction,
                        row -> true,
                        """
                        select 1 from attempt a where a.client_id = ? and a.attempt_id = ? and a.state = 'WRITTEN'
                          and not exists (select 1 from contact k where k.client_id = a.client_id
                                          and k.contact_id = a.attempt_id)
                        for update
                        """,
                        client,
                        attemptId)
                .isPresent();
        AttemptEnd end = new AttemptEnd(client, attemptId, "EXPIRED", null, null, null, false, now);
        return open ? end(transaction, end) : Optional.empty();
    }

    @Override
    public List<ClientId> learners(Connection allClients, Instant now) {
        return Sql.list(
                allClients,
                row -> new ClientId(row.getInt(1)),
                """
                select k.client_id from client k left join answer_learning l on l.client_id = k.client_id
                where k.active and exists (select 1 from attempt a where a.client_id = k.client_id and a.allowed
                  and a.ended_at > coalesce(l.learned_until, '-infinity') and a.ended_at <= ?::timestamptz)
                """,
                now.minusSeconds(60).toString());
    }

    @Override
    public boolean learn(Connection transaction, ClientId client, Instant now) {
        return OddsBook.learn(transaction, client, now) > 0;
    }

    @Override
    public List<AttemptEnd> unreported(Connection allClients, Instant now) {
        return UnreportedAttempts.find(allClients, now);
    }

    static Optional<RunningCampaign> ofAttempt(Connection c, ClientId client, UUID attemptId) {
        return Sql.one(
                c,
                AttemptBook::campaign,
                CAMPAIGN
                        + " join attempt a on a.client_id = c.client_id and a.campaign_id = c.campaign_id"
                        + " where a.client_id = ? and a.attempt_id = ?",
                client,
                attemptId);
    }

    /** A running campaign, its numbers shown to an agent before they are dialled, whatever its own mode is. */
    static Optional<RunningCampaign> previewed(Connection c, ClientId client, UUID campaignId) {
        return Sql.one(
                        c,
                        AttemptBook::campaign,
                        CAMPAIGN + " where c.client_id = ? and c.campaign_id = ? and c.state = 'RUNNING'",
                        client,
                        campaignId)
                .map(RunningCampaign::previewed);
    }

    private static RunningCampaign campaign(ResultSet row) throws SQLException {
        return new RunningCampaign(
                new ClientId(row.getInt("client_id")),
                row.getObject("campaign_id", UUID.class),
                row.getObject("program_id", UUID.class),
                row.getString("name"),
                DialMode.valueOf(row.getString("mode")),
                row.getString("gateway"),
                row.getString("caller_id"),
                row.getString("language"),
                Json.read(row.getString("skills"), SKILLS),
                row.getString("country"),
                row.getString("client_country"),
                row.getInt("ring_seconds"),
                row.getBoolean("detect_machine"),
                row.getInt("wrap_up_seconds"),
                row.getInt("preview_seconds"),
                new OutreachLimits(
                        row.getString("program_kind"),
                        row.getObject("call_from", LocalTime.class),
                        row.getObject("call_until", LocalTime.class),
                        row.getInt("cap_count"),
                        row.getInt("cap_days")),
                row.getString("client_zone"),
                new Dialing(
                        row.getDouble("lines_per_agent"),
                        row.getDouble("abandon_limit"),
                        Dialing.Window.valueOf(row.getString("abandon_window")),
                        row.getInt("weight")),
                Json.read(row.getString("agentless"), AGENTLESS));
    }
}
