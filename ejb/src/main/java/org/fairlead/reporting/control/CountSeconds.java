package org.fairlead.reporting.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.reporting.AgentSecondLedger.LedgerDay;
import org.fairlead.reporting.AgentSecondLedger.Line;
import org.fairlead.reporting.entity.PlanKept;
import org.fairlead.reporting.entity.SecondCount;
import org.fairlead.reporting.entity.SecondCount.Change;
import org.fairlead.routing.Presence;
import org.fairlead.security.AllClients;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/**
 * Reads an agent's presence from the journal and counts its seconds. It reads the agent's whole day, because time for
 * one client ends where time for another begins; whoever asks is given the lines of their own clients only.
 */
@ApplicationScoped
public class CountSeconds {

    /** The day's changes, and the last one before it, which says how the day began. */
    private static final String CHANGES =
            """
            (select position, at, client_id, presence from agent_event
              where person_id = ? and at < ? order by at desc, position desc limit 1)
            union all
            (select position, at, client_id, presence from agent_event
              where person_id = ? and at >= ? and at < ?)
            order by position
            """;

    @Inject
    @AllClients
    private DataSource everyClient;

    @Inject
    private Clock clock;

    public LedgerDay count(UUID personId, LocalDate date, ZoneId zone, Set<ClientId> seen) {
        Instant from = date.atStartOfDay(zone).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
        Instant now = clock.instant();
        Instant until = now.isBefore(end) ? now : end;
        if (until.isBefore(from)) {
            return new LedgerDay(personId, date, until, List.of(), 0);
        }
        List<Line> lines = SecondCount.lines(changes(personId, from, end), from, until).stream()
                .filter(line -> seen.contains(line.client()))
                .toList();
        return new LedgerDay(
                personId,
                date,
                until,
                lines,
                lines.stream().mapToLong(Line::seconds).sum());
    }

    /** What these people did in that time, the state in which it began first; work for every client counts. */
    public Map<UUID, List<PlanKept.Change>> presences(List<UUID> people, Instant from, Instant until) {
        return Sql.in(everyClient, "presences", c -> ShiftRows.changes(c, people, from, until));
    }

    private List<Change> changes(UUID personId, Instant from, Instant until) {
        try (Connection connection = everyClient.getConnection();
                PreparedStatement select = connection.prepareStatement(CHANGES)) {
            select.setObject(1, personId);
            select.setObject(2, utc(from));
            select.setObject(3, personId);
            select.setObject(4, utc(from));
            select.setObject(5, utc(until));
            return read(select);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the presence of " + personId, e);
        }
    }

    private static List<Change> read(PreparedStatement select) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                changes.add(new Change(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new ClientId(row.getInt("client_id")),
                        Presence.valueOf(row.getString("presence"))));
            }
        }
        return changes;
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
