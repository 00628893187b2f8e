package org.fairlead.campaign.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.campaign.LeadQuery;
import org.fairlead.campaign.LeadView;
import org.fairlead.campaign.Leads.AttemptHistory;
import org.fairlead.campaign.Leads.AttemptOrder;
import org.fairlead.campaign.Leads.AttemptView;
import org.fairlead.customer.MaskedNumber;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Leads and attempts as people read them. Numbers are masked here, before they leave the database's neighbourhood. */
public final class LeadBook {

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private static final int SHOWN_TO_AGENT = 50;
    private static final int SHOWN_ON_ITS_PAGE = 200;

    private LeadBook() {}

    private static final String MATCHES =
            """
             campaign_id = ? and (?::text is null or state = ?) and (?::text is null
               or name ilike ? escape '!' or reference ilike ? escape '!' or (length(?) >= 6 and (number like '%' || ?
                 or exists (select 1 from lead_number n where n.client_id = lead.client_id and n.lead_id = lead.lead_id
                   and n.number like '%' || ?))))
            """;

    /** What a reader may sort by; anything else is dialling order. */
    private static final Map<String, String> ORDERS = Map.of(
            "name", "name",
            "state", "state",
            "attempts", "attempts",
            "nextAt", "next_at",
            "city", "city",
            "reference", "reference");

    public static List<LeadView> page(Connection c, int site, UUID campaignId, LeadQuery query, int first, int size) {
        String column = query.sort() == null ? null : ORDERS.get(query.sort());
        String order = column == null
                ? "rank, next_at nulls first"
                : column + (query.descending() ? " desc nulls last" : " nulls last");
        List<@Nullable Object> parameters = new ArrayList<>(List.of(site));
        parameters.addAll(matching(campaignId, query));
        parameters.add(size);
        parameters.add(first);
        return Sql.list(
                c,
                LeadBook::lead,
                "select *, number_shown(client_id, ?) as shown from lead where" + MATCHES + " order by " + order
                        + ", lead_id limit ? offset ?",
                parameters.toArray());
    }

    public static int count(Connection c, UUID campaignId, LeadQuery query) {
        return Sql.number(
                c,
                "select count(*) from lead where" + MATCHES,
                matching(campaignId, query).toArray());
    }

    private static List<@Nullable Object> matching(UUID campaignId, LeadQuery query) {
        String search = query.search() == null || query.search().isBlank()
                ? null
                : query.search().strip();
        String part = search == null ? null : "%" + search.replaceAll("([!%_])", "!$1") + "%";
        String digits = search == null ? "" : search.replaceAll("[^0-9]", "");
        return new ArrayList<>(
                Arrays.asList(campaignId, query.state(), query.state(), search, part, part, digits, digits, digits));
    }

    static Optional<LeadView> one(Connection c, int site, UUID leadId) {
        return Sql.one(
                c,
                LeadBook::lead,
                "select *, number_shown(client_id, ?) as shown from lead where client_id = any (scope_clients())"
                        + " and lead_id = ?",
                site,
                leadId);
    }

    static List<AttemptView> attemptsOfLead(Connection c, int site, ClientId client, UUID leadId) {
        return Sql.list(
                c,
                LeadBook::attempt,
                "select *, number_shown(client_id, ?) as shown from attempt where client_id = ? and lead_id = ?"
                        + " order by written_at desc, attempt_id desc limit ?",
                site,
                client,
                leadId,
                SHOWN_ON_ITS_PAGE);
    }

    public static Optional<LeadView> ofContact(Connection c, int site, UUID contactId) {
        requireContact(c, contactId);
        return Sql.one(
                c,
                LeadBook::lead,
                "select l.*, number_shown(l.client_id, ?) as shown from contact k join lead l on l.client_id = k.client_id and l.lead_id = k.lead_id"
                        + " where k.contact_id = ?",
                site,
                contactId);
    }

    /** What a reader may order attempts by. */
    private static final Map<String, String> ATTEMPT_ORDERS = Map.of(
            "when", "written_at", "verdict", "allowed", "state", "coalesce(outcome, state)", "next", "next_allowed");

    public static List<AttemptView> attempts(
            Connection c, int site, UUID campaignId, AttemptOrder order, int first, int size) {
        String column = order.by() == null ? null : ATTEMPT_ORDERS.get(order.by());
        String asked = column == null ? "" : column + (order.descending() ? " desc nulls last, " : " nulls last, ");
        return Sql.list(
                c,
                LeadBook::attempt,
                "select *, number_shown(client_id, ?) as shown from attempt where campaign_id = ?" + " order by "
                        + asked + "written_at desc, attempt_id desc limit ? offset ?",
                site,
                campaignId,
                size,
                first);
    }

    /** A number's cap: what one campaign of the client allows. */
    private record Cap(int most, int days) {}

    public static AttemptHistory history(Connection c, int site, UUID contactId, Instant now) {
        requireContact(c, contactId);
        List<AttemptView> attempts = Sql.list(
                c,
                LeadBook::attempt,
                """
                select a.*, number_shown(a.client_id, ?) as shown from contact k join attempt a on a.client_id = k.client_id and a.number = k.remote
                where k.contact_id = ? order by a.written_at desc limit ?
                """,
                site,
                contactId,
                SHOWN_TO_AGENT);
        Cap cap = Sql.one(
                        c,
                        row -> new Cap(row.getInt(1), row.getInt(2)),
                        """
                        select g.cap_count, g.cap_days from contact k
                        join campaign g on g.client_id = k.client_id and (g.campaign_id = k.campaign_id
                          or exists (select 1 from attempt a where a.client_id = k.client_id and a.number = k.remote
                                     and a.campaign_id = g.campaign_id))
                        where k.contact_id = ?
                        order by g.campaign_id = k.campaign_id desc nulls last, g.cap_count limit 1
                        """,
                        contactId)
                .orElse(new Cap(0, 0));
        List<Instant> counted = attempts.stream()
                .filter(AttemptView::allowed)
                .filter(a -> !"EXPIRED".equals(a.outcome()) && !"REFUSED".equals(a.outcome()))
                .map(AttemptView::writtenAt)
                .filter(at -> at.isAfter(now.minus(Duration.ofDays(cap.days()))))
                .sorted()
                .toList();
        boolean full = cap.most() > 0 && counted.size() >= cap.most();
        Instant next = full ? counted.get(counted.size() - cap.most()).plus(Duration.ofDays(cap.days())) : null;
        return new AttemptHistory(attempts, counted.size(), cap.most(), cap.days(), next);
    }

    private static void requireContact(Connection c, UUID contactId) {
        if (Sql.number(c, "select count(*) from contact where contact_id = ?", contactId) == 0) {
            throw new NotFound("contact " + contactId);
        }
    }

    private static LeadView lead(ResultSet row) throws SQLException {
        return new LeadView(
                new ClientId(row.getInt("client_id")),
                row.getObject("lead_id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                MaskedNumber.of(row.getString("number"), row.getString("shown")),
                row.getString("name"),
                row.getString("language"),
                row.getString("country"),
                row.getString("region"),
                row.getString("city"),
                row.getString("postal_code"),
                Sql.texts(row, "time_zones"),
                row.getString("reference"),
                Json.read(row.getString("fields"), FIELDS),
                row.getString("state"),
                row.getInt("attempts"),
                row.getString("last_outcome"),
                Sql.instant(row, "next_at"),
                row.getInt("rank"));
    }

    /** What a rule compared may be the number itself: it is masked there too. */
    private static AttemptView attempt(ResultSet row) throws SQLException {
        String masked = MaskedNumber.of(row.getString("number"), row.getString("shown"));
        return new AttemptView(
                row.getObject("attempt_id", UUID.class),
                row.getObject("lead_id", UUID.class),
                masked,
                row.getString("mode"),
                row.getBoolean("allowed"),
                row.getString("state"),
                row.getString("outcome"),
                Objects.requireNonNull(Sql.instant(row, "written_at")),
                Sql.instant(row, "ended_at"),
                Sql.instant(row, "next_allowed"),
                row.getString("verdict").replace(row.getString("number"), masked));
    }
}
