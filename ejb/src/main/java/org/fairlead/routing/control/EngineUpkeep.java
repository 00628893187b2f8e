package org.fairlead.routing.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Keeps the engine's tables in shape: months are made ahead, commands that were sent long ago go. */
public final class EngineUpkeep {

    private static final int MONTHS_AHEAD = 3;
    private static final Duration COMMANDS_KEPT = Duration.ofDays(7);

    private EngineUpkeep() {}

    /** This month and the next ones; a month that is there already is left as it is. */
    public static void makeMonths(Connection db, Instant now) throws SQLException {
        YearMonth first = YearMonth.from(now.atZone(ZoneOffset.UTC));
        try (PreparedStatement make = db.prepareStatement("call make_month(?)")) {
            for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
                LocalDate month = first.plusMonths(ahead).atDay(1);
                make.setObject(1, month);
                make.execute();
            }
        }
    }

    /** Commands that were sent and are older than a week; how many. */
    public static int forgetCommands(Connection db, Instant now) throws SQLException {
        String forget =
                """
                delete from engine_command
                where client_id in (select client_id from client) and at < ?
                  and position <= (select sent_position from engine_state)
                """;
        try (PreparedStatement statement = db.prepareStatement(forget)) {
            statement.setObject(1, now.minus(COMMANDS_KEPT).atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        }
    }
}
