package org.fairlead.agreement.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.entity.Blending;
import org.fairlead.agreement.entity.CreditScheme;
import org.fairlead.agreement.entity.CreditScheme.Band;

/** What is owed for bad days, how many contacts a day still brings, and when agents are kept for calls. */
public final class CreditReader {

    private static final double PERCENT = 100;
    private static final long SECOND = 1000;
    private static final Duration WEEK = Duration.ofDays(7);

    private static final String BANDS =
            "select agreement_id, below_percent, credit from agreement_credit order by agreement_id, below_percent desc";

    private static final String CAME =
            """
            select count(*) from contact
            where client_id = ? and program_id = ? and direction = 'INBOUND' and offered_at > ? and offered_at <= ?
            """;

    private CreditReader() {}

    /** By agreement. */
    public static Map<UUID, CreditScheme> schemes(Connection connection) throws SQLException {
        Map<UUID, List<Band>> bands = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(BANDS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                bands.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new Band(
                                row.getDouble(2) / PERCENT,
                                row.getBigDecimal(3).movePointRight(2).longValueExact()));
            }
        }
        Map<UUID, CreditScheme> schemes = new HashMap<>();
        bands.forEach((agreement, each) -> schemes.put(agreement, new CreditScheme(each)));
        return schemes;
    }

    /** When agents are kept for calls, by programme. */
    public static Map<UUID, Blending> blending(Connection connection) throws SQLException {
        Map<UUID, Blending> rules = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select program_id, low_percent, high_percent, stay_seconds from blending");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rules.put(
                        row.getObject(1, UUID.class),
                        new Blending(row.getDouble(2) / PERCENT, row.getDouble(3) / PERCENT, row.getInt(4) * SECOND));
            }
        }
        return rules;
    }

    /**
     * Contacts expected until midnight, by programme: as many as came in these hours a week ago. Where nothing is known of
     * that day, as many as have come, in proportion to what is left of the day.
     */
    public static Map<UUID, Double> rest(Connection connection, List<ServiceLevelDay> days, Instant now)
            throws SQLException {
        Map<UUID, Double> rest = new HashMap<>();
        for (ServiceLevelDay day : days) {
            Instant begins = day.date().atStartOfDay(day.zone()).toInstant();
            Instant ends = day.date().plusDays(1).atStartOfDay(day.zone()).toInstant();
            long before = came(connection, day, begins, now);
            long after = came(connection, day, now, ends);
            double left = Math.max(0, Duration.between(now, ends).toMillis());
            double gone = Math.max(1, Duration.between(begins, now).toMillis());
            boolean unknown = before + after == 0;
            rest.put(day.programId(), unknown ? day.counts().offered() * left / gone : (double) after);
        }
        return rest;
    }

    private static long came(Connection connection, ServiceLevelDay day, Instant from, Instant until)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CAME)) {
            select.setInt(1, day.client().value());
            select.setObject(2, day.programId());
            select.setObject(3, from.minus(WEEK).atOffset(ZoneOffset.UTC));
            select.setObject(4, until.minus(WEEK).atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
