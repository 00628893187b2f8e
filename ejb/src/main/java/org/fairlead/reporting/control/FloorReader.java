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
import org.fairlead.reporting.entity.CampaignDay.Stock;
import org.fairlead.reporting.entity.FloorNames;
import org.fairlead.reporting.entity.FloorNames.ClientName;
import org.fairlead.reporting.entity.FloorNames.GatewaySite;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** The parts of the floor that come from the database: names, and what the campaigns did today. */
final class FloorReader {

    private static final String CLIENTS =
            """
            select c.client_id, c.name, coalesce(min(b.mark), left(c.name, 1)) as mark
            from client c left join brand b on b.client_id = c.client_id
            group by c.client_id, c.name
            """;

    /** What there is to call in a campaign {@code c} at an instant that is asked for twice, and why the last was not. */
    static final String STOCK =
            """
            cross join lateral (select exists (select 1 from lead l where l.client_id = c.client_id
                and l.campaign_id = c.campaign_id and l.state in ('READY','CALLBACK') and l.next_at is null)
              or exists (select 1 from lead l where l.client_id = c.client_id and l.campaign_id = c.campaign_id
                and l.state in ('READY','CALLBACK') and l.next_at <= ?::timestamptz) as due) d
            cross join lateral (select min(l.next_at) as next from lead l where l.client_id = c.client_id
                and l.campaign_id = c.campaign_id and l.state in ('READY','CALLBACK') and l.next_at > ?::timestamptz) n
            left join lateral (select a.verdict -> 'denials' -> 0 ->> 'rule' as denied_by from attempt a
              where a.client_id = c.client_id and a.campaign_id = c.campaign_id
              order by a.written_at desc limit 1) last on true
            """;

    /** With {@link #STOCK}: what {@link #stock} reads. */
    static final String STANDING =
            """
             (select count(*) from attempt a
               where a.client_id = c.client_id and a.campaign_id = c.campaign_id and a.state in ('WRITTEN', 'SENT'))
               as in_flight,
             d.due, n.next, last.denied_by,
             d.due or n.next is not null or exists (select 1 from lead l where l.client_id = c.client_id
               and l.campaign_id = c.campaign_id and l.state = 'TAKEN') as stock
            """;

    /** Abandoned calls are counted over the campaign's own window, whose days begin at its client's midnight. */
    private static final String CAMPAIGNS =
            """
            select c.client_id, c.campaign_id, c.name, c.mode, c.state, c.abandon_limit, c.abandon_window,
                   k.live, k.abandoned,
            """
                    + STANDING
                    + """
            from campaign c
            join client on client.client_id = c.client_id
            cross join lateral campaign_abandonment(
              c.client_id, c.campaign_id, c.abandon_window, client.time_zone, ?::timestamptz) k
            """
                    + STOCK
                    + """
            where c.state in ('RUNNING', 'PAUSED')
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
            for (int place = 1; place <= 3; place++) {
                select.setObject(place, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            }
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
                            row.getLong("live"),
                            row.getLong("abandoned"),
                            row.getDouble("abandon_limit"),
                            row.getString("abandon_window"),
                            stock(row)));
                }
            }
            return campaigns;
        }
    }

    static Stock stock(ResultSet row) throws SQLException {
        return new Stock(
                row.getBoolean("stock"), row.getBoolean("due"), Sql.instant(row, "next"), row.getString("denied_by"));
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
