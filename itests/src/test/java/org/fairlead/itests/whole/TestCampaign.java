package org.fairlead.itests.whole;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.fairlead.itests.stack.Stack;

/**
 * A campaign that may dial at any hour, so that its tests do not depend on the time of the day: it belongs to a
 * programme of support, which no calling hours bind, and has none of its own.
 */
final class TestCampaign {

    private static final UUID SUPPORT = UUID.fromString("01970000-0002-7000-8000-000000000201");
    private static final UUID COLLECTIONS = UUID.fromString("01970000-0002-7000-8000-000000000202");
    private static final String LIFT = "update program set kind = 'SUPPORT' where program_id = ?";
    private static final String FORGET = "update callback set state = 'DROPPED' where state = 'DUE' and client_id = 2";
    private static final String REST =
            "update campaign set state = 'PAUSED' where code like 'test-%' and client_id = 2";
    private static final String HOURS = "update campaign set call_from = ?, call_until = ? where campaign_id = ?";
    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final String INSERT =
            """
            insert into campaign (client_id, campaign_id, program_id, code, name, mode, state, gateway, caller_id,
                                  language, skills, country, call_from, call_until, cap_count, cap_days)
            values (2, ?, ?, ?, 'Deneme', 'PREVIEW', ?, 'izmir', '+908502001009',
                    'tr', '{"lang:tr": 3, "collections": 1}', ?, '00:00', '00:00', 50, 1)
            """;

    private TestCampaign() {}

    /** A running preview campaign of the Turkish bank; Deniz alone has its skills. */
    static UUID preview(Stack stack) throws SQLException, IOException {
        return insert(stack, "RUNNING", "TR");
    }

    /** Its calling hours are on the other half of the customers' day: nobody may be called now, somebody later. */
    static void sleeps(Stack stack, UUID campaign) throws SQLException, IOException {
        boolean early = LocalTime.now(Clock.system(ISTANBUL)).isBefore(LocalTime.NOON);
        try (Connection engine = stack.engine();
                PreparedStatement hours = engine.prepareStatement(HOURS)) {
            hours.setObject(1, LocalTime.of(early ? 22 : 1, 0));
            hours.setObject(2, LocalTime.of(early ? 23 : 2, 0));
            hours.setObject(3, campaign);
            hours.executeUpdate();
        }
    }

    /** One whose leads stay where they are. */
    static UUID paused(Stack stack) throws SQLException, IOException {
        return insert(stack, "PAUSED", "US");
    }

    /** A running preview campaign with the results of early collections, whose hours are lifted; nothing is promised yet, and other test campaigns rest. */
    static UUID collecting(Stack stack) throws SQLException, IOException {
        try (Connection engine = stack.engine();
                PreparedStatement lift = engine.prepareStatement(LIFT);
                PreparedStatement forget = engine.prepareStatement(FORGET);
                PreparedStatement rest = engine.prepareStatement(REST)) {
            lift.setObject(1, COLLECTIONS);
            lift.executeUpdate();
            forget.executeUpdate();
            rest.executeUpdate();
        }
        return insert(stack, COLLECTIONS, "RUNNING", "TR");
    }

    private static UUID insert(Stack stack, String state, String country) throws SQLException, IOException {
        return insert(stack, SUPPORT, state, country);
    }

    private static UUID insert(Stack stack, UUID program, String state, String country)
            throws SQLException, IOException {
        UUID id = UUID.randomUUID();
        try (Connection engine = stack.engine();
                PreparedStatement insert = engine.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setObject(2, program);
            insert.setString(3, "test-" + id);
            insert.setString(4, state);
            insert.setString(5, country);
            insert.executeUpdate();
        }
        return id;
    }
}
