package org.fairlead.routing.control;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.fairlead.routing.Announcement;
import org.fairlead.routing.OutboundCall;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.jspecify.annotations.Nullable;

/** A lead of the retailer with an attempt that is written down and has not left. */
record DialledLead(UUID attempt) {

    /** Ready to be placed or shown. */
    OutboundCall call(EngineWorld world) throws SQLException {
        return call(world, null);
    }

    OutboundCall call(EngineWorld world, @Nullable Announcement announcement) throws SQLException {
        return new OutboundCall(
                new ClientId(3),
                id(world, "select program_id::text from campaign where code = 'northway-us'"),
                id(world, "select campaign_id::text from campaign where code = 'northway-us'"),
                "Telesales US",
                id(world, "select lead_id::text from lead limit 1"),
                attempt,
                null,
                "izmir",
                "+12125550123",
                "+12125550100",
                "en",
                "Telesales",
                Map.of("lang:en", 3),
                25,
                60,
                120,
                false,
                world.now().plusSeconds(10),
                announcement,
                null);
    }

    static DialledLead writtenIn(EngineWorld world) throws SQLException {
        UUID attempt = Ids.next();
        world.change(
                """
                insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none)
                select 3, ?, campaign_id, 'test', (select person_id from person limit 1), now(), 'LOADED', true
                from campaign where code = 'northway-us'
                """,
                attempt);
        world.change(
                """
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones)
                select 3, ?, campaign_id, ?, '+12125550123', 'x', 'US', '{America/New_York}'
                from campaign where code = 'northway-us'
                """,
                attempt,
                attempt);
        world.change(
                """
                insert into attempt (client_id, attempt_id, campaign_id, lead_id, number, mode, allowed, verdict, written_at,
                                     state)
                select 3, ?, campaign_id, ?, '+12125550123', 'PROGRESSIVE', true, '{}', now(), 'WRITTEN'
                from campaign where code = 'northway-us'
                """,
                attempt,
                attempt);
        return new DialledLead(attempt);
    }

    private static UUID id(EngineWorld world, String query) throws SQLException {
        return UUID.fromString(world.texts(query).get(0));
    }
}
