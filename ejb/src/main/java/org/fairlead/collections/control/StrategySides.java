package org.fairlead.collections.control;

import java.sql.Connection;
import java.util.List;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Strategies.SideFigures;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;

/** How the sides of a portfolio's strategies do: of the debts that each did anything about, what was paid since. */
public final class StrategySides {

    /** Money counts for the version and side that worked the debt last before it came. */
    private static final String SIDES =
            """
            with worked as (
              select e.debt_id, (e.detail ->> 'version')::integer as version, e.detail ->> 'side' as side,
                min(e.at) as since, count(*) as steps
              from debt_event e join debt d on d.client_id = e.client_id and d.debt_id = e.debt_id
              where e.client_id = ? and d.portfolio_id = ? and e.kind = 'STEP' group by 1, 2, 3),
            parts as (
              select w.*,
                lead(w.since) over (partition by w.debt_id order by w.since) as until from worked w)
            select o.version, o.side, count(*) as debts, count(*) filter (where x.collected > 0) as paying,
              sum(o.steps) as steps, sum(m.promises) as promises, coalesce(sum(x.collected), 0) as collected,
              coalesce(sum(z.placed), 0) as placed
            from parts o
            cross join lateral (select coalesce(sum(g.collected), 0) as collected from debt_posting g
              where g.client_id = ? and g.debt_id = o.debt_id and g.posted_at >= o.since
                and (o.until is null or g.posted_at < o.until)) x
            cross join lateral (select -coalesce(sum(g.placed), 0) as placed from debt_posting g
              where g.client_id = ? and g.debt_id = o.debt_id) z
            cross join lateral (select count(*) as promises from promise p
              where p.client_id = ? and p.debt_id = o.debt_id and p.made_on >= o.since::date
                and (o.until is null or p.made_on < o.until::date)) m
            group by o.version, o.side order by o.version desc, o.side limit 40
            """;

    private StrategySides() {}

    public static List<SideFigures> of(Connection c, Portfolio portfolio) {
        return Sql.list(
                c,
                row -> new SideFigures(
                        row.getInt("version"),
                        row.getString("side"),
                        row.getInt("debts"),
                        row.getInt("paying"),
                        row.getInt("steps"),
                        row.getInt("promises"),
                        new Money(row.getLong("collected"), portfolio.currency()).amount(),
                        new Money(row.getLong("placed"), portfolio.currency()).amount()),
                SIDES,
                portfolio.client(),
                portfolio.portfolioId(),
                portfolio.client(),
                portfolio.client(),
                portfolio.client());
    }
}
