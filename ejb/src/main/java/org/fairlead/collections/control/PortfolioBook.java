package org.fairlead.collections.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Placements.Standing;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/** Portfolios as rows. */
public final class PortfolioBook {

    private static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {};

    private static final String SELECT = "select p.* from portfolio p";

    private PortfolioBook() {}

    public static List<Portfolio> all(Connection c) {
        return Sql.list(c, PortfolioBook::portfolio, SELECT + " order by p.client_id, p.code");
    }

    /** Of all that the caller sees, in one look. */
    public static Map<UUID, Standing> standing(Connection c) {
        Map<UUID, Standing> standing = new HashMap<>();
        Sql.list(
                c,
                row -> standing.put(row.getObject(1, UUID.class), new Standing(row.getInt(2), row.getInt(3))),
                """
                select portfolio_id, count(*), count(*) filter (where status not in ('PAID','SETTLED','RECALLED','CLOSED'))
                from debt group by client_id, portfolio_id
                """);
        return standing;
    }

    public static Portfolio one(Connection c, UUID portfolioId) {
        return Sql.one(c, PortfolioBook::portfolio, SELECT + " where p.portfolio_id = ?", portfolioId)
                .orElseThrow(() -> new NotFound("portfolio " + portfolioId));
    }

    /** Two files at once for one portfolio come one after the other. */
    public static void lock(Connection c, Portfolio portfolio) {
        Sql.list(
                c,
                row -> row.getString(1),
                "select code from portfolio where client_id = ? and portfolio_id = ? for update",
                portfolio.client(),
                portfolio.portfolioId());
    }

    /** Of a payment, locked: two decisions about its money come one after the other. */
    static Portfolio lockedOf(Connection c, UUID payment) {
        UUID portfolioId = Sql.one(
                        c,
                        row -> row.getObject(1, UUID.class),
                        "select portfolio_id from payment where payment_id = ?",
                        payment)
                .orElseThrow(() -> new NotFound("payment " + payment));
        Portfolio portfolio = one(c, portfolioId);
        lock(c, portfolio);
        return portfolio;
    }

    /** Files of the client's are waited for, as they wait: a file has many debts under lock, in an order of its own. */
    static void lockAll(Connection c, ClientId client) {
        Sql.list(
                c,
                row -> row.getString(1),
                "select code from portfolio where client_id = ? order by portfolio_id for update",
                client);
    }

    public static void keepMapping(Connection c, Portfolio portfolio, Map<String, String> mapping) {
        Sql.update(
                c,
                "update portfolio set mapping = ?::jsonb where client_id = ? and portfolio_id = ?",
                Json.write(mapping),
                portfolio.client(),
                portfolio.portfolioId());
    }

    /** The zone in which the client's days begin. */
    public static ZoneId zone(Connection c, ClientId client) {
        return Sql.one(
                        c,
                        row -> ZoneId.of(row.getString(1)),
                        "select time_zone from client where client_id = ?",
                        client)
                .orElseThrow(() -> new NotFound("client " + client));
    }

    private static Portfolio portfolio(ResultSet row) throws SQLException {
        return new Portfolio(
                new ClientId(row.getInt("client_id")),
                row.getObject("portfolio_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("currency"),
                row.getString("country"),
                row.getObject("campaign_id", UUID.class),
                Json.read(row.getString("mapping"), MAPPING));
    }
}
