package org.fairlead.reporting.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.reporting.entity.CampaignDay;
import org.fairlead.reporting.entity.FloorNames;
import org.fairlead.reporting.entity.FloorNames.ClientName;
import org.fairlead.reporting.entity.FloorNames.GatewaySite;
import org.fairlead.shared.ClientId;

/** The parts of the floor that come from the database: names, and what the campaigns did today. */
final class FloorReader {

    private static final String CLIENTS =
            """
            select c.client_id, c.name, coalesce(min(b.mark), left(c.name, 1)) as mark
            from client c left join brand b on b.client_id = c.client_id
            group by c.client_id, c.name
            """;

    /** A campaign's day begins at its client's midnight. */
    private static final String CAMPAIGNS =
            """
            select c.client_id, c.campaign_id, c.name, c.mode, c.state,
                   (select count(*) from attempt a
                     where a.client_id = c.client_id and a.campaign_id = c.campaign_id and a.state in ('WRITTEN', 'SENT'))
                     as in_flight,
                   count(e.kind) filter (where e.kind = 'ANSWERED') as answered,
                   count(e.kind) filter (where e.kind = 'ENDED' and e.detail ->> 'outcome' = 'ABANDONED') as abandoned
            from campaign c
            join client k on k.client_id = c.client_id
            left join contact_event e
              on e.client_id = c.client_id and e.program_id = c.program_id and e.campaign_id = c.campaign_id
             and e.kind in ('ANSWERED', 'ENDED')
             and e.at >= date_trunc('day', ?::timestamptz at time zone k.time_zone) at time zone k.time_zone
            where c.state in ('RUNNING', 'PAUSED')
            group by c.client_id, c.campaign_id, c.name, c.mode, c.state
            order by c.name
            """;

    private FloorReader() {}

    static FloorNames names(Connection connection) throws SQLException {
        Map<ClientId, ClientName> clients = new HashMap<>();
        each(
                connection,
                CLIENTS,
                row -> clients.put(
                        new ClientId(row.getInt("client_id")),
                        new ClientName(row.getString("name"), row.getString("mark"))));
        Map<Integer, String> sites = new HashMap<>();
        List<GatewaySite> gateways = new ArrayList<>();
        each(connection, "select site_id, name, gateway from site", row -> {
            sites.put(row.getInt("site_id"), row.getString("name"));
            gateways.add(new GatewaySite(row.getString("gateway"), row.getString("name")));
        });
        Map<UUID, String> queues = new HashMap<>();
        each(
                connection,
                "select queue_id, name from queue",
                row -> queues.put(row.getObject("queue_id", UUID.class), row.getString("name")));
        return new FloorNames(clients, sites, gateways, queues);
    }

    static List<CampaignDay> campaigns(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CAMPAIGNS)) {
            select.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            List<CampaignDay> campaigns = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    campaigns.add(new CampaignDay(
                            row.getInt("client_id"),
                            row.getObject("campaign_id", UUID.class),
                            row.getString("name"),
                            row.getString("mode"),
                            row.getString("state"),
                            row.getInt("in_flight"),
                            row.getLong("answered"),
                            row.getLong("abandoned")));
                }
            }
            return campaigns;
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String query, RowReader reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }
}
