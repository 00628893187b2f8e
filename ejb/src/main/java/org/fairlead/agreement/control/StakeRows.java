package org.fairlead.agreement.control;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.agreement.Stakes.Band;
import org.fairlead.agreement.Stakes.Blend;
import org.fairlead.agreement.Stakes.Stake;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** Bands of credits and bounds of blending, in the present scope. */
public final class StakeRows {

    private static final String PROGRAMS =
            """
            select p.client_id, l.name as client, p.program_id, p.name, a.agreement_id, b.low_percent, b.high_percent,
              b.stay_seconds
            from program p join client l on l.client_id = p.client_id
            left join blending b on b.client_id = p.client_id and b.program_id = p.program_id
            left join lateral (select g.agreement_id from agreement g
              where g.client_id = p.client_id and g.program_id = p.program_id
                and g.valid_from <= (?::timestamptz at time zone l.time_zone)::date
              order by g.valid_from desc limit 1) a on true
            where p.client_id = any (scope_clients())
            order by l.name, p.name, p.program_id
            """;

    private StakeRows() {}

    public static List<Stake> all(Connection c, Instant now) {
        Map<UUID, List<Band>> bands = Sql.list(
                        c,
                        row -> Map.entry(
                                row.getObject("agreement_id", UUID.class),
                                new Band(row.getBigDecimal("below_percent"), row.getBigDecimal("credit"))),
                        """
                        select agreement_id, below_percent, credit from agreement_credit
                        where client_id = any (scope_clients()) order by agreement_id, below_percent desc
                        """)
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return Sql.list(c, row -> stake(row, bands), PROGRAMS, now);
    }

    private static Stake stake(ResultSet row, Map<UUID, List<Band>> bands) throws SQLException {
        UUID agreement = row.getObject("agreement_id", UUID.class);
        BigDecimal low = row.getBigDecimal("low_percent");
        return new Stake(
                new ClientId(row.getInt("client_id")),
                row.getString("client"),
                row.getObject("program_id", UUID.class),
                row.getString("name"),
                agreement,
                agreement == null ? List.of() : bands.getOrDefault(agreement, List.of()),
                low == null ? null : new Blend(low, row.getBigDecimal("high_percent"), row.getInt("stay_seconds")));
    }

    /** The programme, locked until the transaction ends; empty when it is not in scope. */
    public static Optional<Stake> locked(Connection c, ClientId client, UUID program, Instant now) {
        int there = Sql.list(
                        c,
                        row -> row.getInt(1),
                        "select 1 from program where client_id = ? and program_id = ? for update",
                        client,
                        program)
                .size();
        return there == 0
                ? Optional.empty()
                : all(c, now).stream()
                        .filter(each -> each.program().equals(program))
                        .findFirst();
    }

    public static void write(Connection c, Stake stake) {
        UUID agreement = stake.agreement();
        if (agreement != null) {
            Sql.update(
                    c,
                    "delete from agreement_credit where client_id = ? and agreement_id = ?",
                    stake.client(),
                    agreement);
            for (Band band : stake.bands()) {
                Sql.update(
                        c,
                        "insert into agreement_credit (client_id, agreement_id, below_percent, credit) values (?, ?, ?, ?)",
                        stake.client(),
                        agreement,
                        band.belowPercent(),
                        band.credit());
            }
        }
        Sql.update(c, "delete from blending where client_id = ? and program_id = ?", stake.client(), stake.program());
        Blend blend = stake.blend();
        if (blend != null) {
            Sql.update(
                    c,
                    """
                    insert into blending (client_id, program_id, low_percent, high_percent, stay_seconds)
                    values (?, ?, ?, ?, ?)
                    """,
                    stake.client(),
                    stake.program(),
                    blend.lowPercent(),
                    blend.highPercent(),
                    blend.staySeconds());
        }
    }
}
