package org.fairlead.agreement.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.agreement.AgreementView;
import org.fairlead.agreement.ClockStart;
import org.fairlead.agreement.Formula;
import org.fairlead.agreement.entity.CountedProgram;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/** Reads programmes with the agreement that is in force on a day of the client's time zone. */
final class AgreementReader {

    private static final String PROGRAMS =
            """
            select p.client_id, p.program_id, c.time_zone, a.*
            from program p
            join client c on c.client_id = p.client_id
            left join lateral (
              select agreement_id, formula, threshold_seconds, short_abandon_seconds, clock_start, target_percent,
                     clause, valid_from
              from agreement a
              where a.client_id = p.client_id and a.program_id = p.program_id
                and a.valid_from <= coalesce(?::date, (?::timestamptz at time zone c.time_zone)::date)
              order by valid_from desc limit 1) a on true
            """;

    private static final String ONE = PROGRAMS + " where p.program_id = ?";

    private static final String WITH_QUEUES = PROGRAMS
            + " where exists (select 1 from queue q where q.client_id = p.client_id and q.program_id = p.program_id)";

    private AgreementReader() {}

    /** @param date null for the day that {@code now} lies in at the client's */
    static Optional<CountedProgram> program(
            Connection connection, UUID programId, @Nullable LocalDate date, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, date);
            select.setString(2, now.toString());
            select.setObject(3, programId);
            return read(select).stream().findFirst();
        }
    }

    /** Every programme with a queue, with the agreement of its present day. */
    static List<CountedProgram> programsWithQueues(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WITH_QUEUES)) {
            select.setObject(1, null);
            select.setString(2, now.toString());
            return read(select);
        }
    }

    private static List<CountedProgram> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<CountedProgram> programs = new ArrayList<>();
            while (row.next()) {
                programs.add(new CountedProgram(
                        new ClientId(row.getInt("client_id")),
                        row.getObject("program_id", UUID.class),
                        ZoneId.of(row.getString("time_zone")),
                        agreement(row)));
            }
            return programs;
        }
    }

    private static @Nullable AgreementView agreement(ResultSet row) throws SQLException {
        UUID id = row.getObject("agreement_id", UUID.class);
        return id == null
                ? null
                : new AgreementView(
                        id,
                        Formula.valueOf(row.getString("formula")),
                        row.getInt("threshold_seconds"),
                        row.getInt("short_abandon_seconds"),
                        ClockStart.valueOf(row.getString("clock_start")),
                        row.getBigDecimal("target_percent"),
                        row.getString("clause"),
                        row.getObject("valid_from", LocalDate.class));
    }
}
