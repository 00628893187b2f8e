package org.fairlead.campaign.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairlead.campaign.entity.AnswerOdds;
import org.fairlead.campaign.entity.AnswerOdds.Cell;
import org.fairlead.campaign.entity.AnswerOdds.Effect;
import org.fairlead.campaign.entity.AnswerOdds.Factor;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** A client's answer odds as rows, and how they are learned. Nothing of another client's is read: the walls stand here too. */
final class OddsBook {

    /** After so long a try counts for half. */
    private static final double HALF_LIFE_DAYS = 60;

    private static final double DAY_SECONDS = 86_400;

    /** Ends that are just being written are learned next time. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private static final Instant BEGINNING = Instant.EPOCH;

    /** After three half-lives a try says little of today. */
    private static final Duration OLDEST = Duration.ofDays(180);

    /** What one transaction learns from, at most. */
    private static final Duration LESSON = Duration.ofDays(1);

    private static final String COUNT =
            """
            insert into answer_cell as cell (client_id, hour, weekday, earlier, kind, last, tries, answers)
            select a.client_id, extract(hour from z.local)::integer, extract(isodow from z.local)::integer,
              least(4, (select count(*) from attempt b where b.client_id = a.client_id and b.lead_id = a.lead_id and b.allowed
                and b.written_at < a.written_at and coalesce(b.outcome, '') not in ('EXPIRED', 'REFUSED')))::integer,
              coalesce(n.kind, 'OTHER'),
              coalesce((select b.outcome from attempt b where b.client_id = a.client_id and b.lead_id = a.lead_id and b.allowed
                and b.written_at < a.written_at and b.outcome not in ('EXPIRED', 'REFUSED')
                order by b.written_at desc limit 1), 'NONE'),
              count(*), count(*) filter (where a.outcome in ('HANDLED', 'ABANDONED'))
            from attempt a
            join lead l on l.client_id = a.client_id and l.lead_id = a.lead_id
            left join lead_number n on n.client_id = a.client_id and n.lead_id = a.lead_id and n.number = a.number
            cross join lateral (select a.written_at at time zone coalesce(n.time_zones[1], l.time_zones[1]) as local) z
            where a.client_id = ? and a.allowed and a.ended_at > ? and a.ended_at <= ? and z.local is not null
              and a.outcome in ('HANDLED', 'ABANDONED', 'BUSY', 'NO_ANSWER', 'MACHINE', 'FAX', 'DEAD_LINE', 'FAILED')
            group by 1, 2, 3, 4, 5, 6
            on conflict (client_id, hour, weekday, earlier, kind, last)
            do update set tries = cell.tries + excluded.tries, answers = cell.answers + excluded.answers
            """;

    private OddsBook() {}

    static AnswerOdds of(Connection c, ClientId client) {
        Map<Factor, Map<String, Effect>> effects = new EnumMap<>(Factor.class);
        Sql.list(
                c,
                row -> effects.computeIfAbsent(Factor.valueOf(row.getString("factor")), fresh -> new HashMap<>())
                        .put(
                                row.getString("value"),
                                new Effect(row.getDouble("effect"), row.getDouble("tries"), row.getDouble("answers"))),
                "select factor, value, effect, tries, answers from answer_odds where client_id = ?",
                client);
        if (effects.isEmpty()) {
            return AnswerOdds.NOTHING;
        }
        double base = Sql.one(
                        c, row -> row.getDouble(1), "select base from answer_learning where client_id = ?", client)
                .orElse(0.0);
        return new AnswerOdds(base, effects);
    }

    /**
     * Learns from a day of what ended since the last time.
     *
     * @return how many combinations were tried in it
     */
    static int learn(Connection c, ClientId client, Instant now) {
        Instant settled = now.minus(SETTLING);
        Sql.update(
                c,
                "insert into answer_learning values (?, ?, 0, 0, 0) on conflict (client_id) do nothing",
                client,
                BEGINNING);
        Instant from = Sql.one(
                        c,
                        row -> Objects.requireNonNullElse(Sql.instant(row, "learned_until"), BEGINNING),
                        "select learned_until from answer_learning where client_id = ? for update",
                        client)
                .orElse(BEGINNING);
        if (!from.isBefore(settled)) {
            return 0;
        }
        Instant oldest = settled.minus(OLDEST);
        Instant begin = from.isBefore(oldest) ? oldest : from;
        Optional<Instant> first = firstEnd(c, client, begin, settled);
        if (first.isEmpty() && !from.isBefore(oldest)) {
            return 0;
        }
        Instant until = first.map(end -> end.plus(LESSON))
                .filter(settled::isAfter)
                .orElse(first.isPresent() ? settled : oldest);
        fade(c, client, from, until);
        int counted = Sql.update(c, COUNT, client, begin, until);
        write(c, client, AnswerOdds.learn(Sql.list(c, OddsBook::cell, CELLS, client)), until);
        return counted;
    }

    private static Optional<Instant> firstEnd(Connection c, ClientId client, Instant begin, Instant settled) {
        return Sql.one(
                c,
                row -> Objects.requireNonNull(Sql.instant(row, "ended_at")),
                "select ended_at from attempt where client_id = ? and allowed and ended_at > ? and ended_at <= ?"
                        + " order by ended_at limit 1",
                client,
                begin,
                settled);
    }

    private static final String CELLS =
            "select hour, weekday, earlier, kind, last, tries, answers from answer_cell where client_id = ?";

    private static void fade(Connection c, ClientId client, Instant from, Instant until) {
        double days = Duration.between(from, until).toSeconds() / DAY_SECONDS;
        Sql.update(
                c,
                "update answer_cell set tries = tries * ?, answers = answers * ? where client_id = ?",
                Math.pow(0.5, days / HALF_LIFE_DAYS),
                Math.pow(0.5, days / HALF_LIFE_DAYS),
                client);
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                Map.of(
                        Factor.HOUR, Integer.toString(row.getInt("hour")),
                        Factor.WEEKDAY, Integer.toString(row.getInt("weekday")),
                        Factor.EARLIER, Integer.toString(row.getInt("earlier")),
                        Factor.KIND, row.getString("kind"),
                        Factor.LAST, row.getString("last")),
                row.getDouble("tries"),
                row.getDouble("answers"));
    }

    private static void write(Connection c, ClientId client, AnswerOdds odds, Instant until) {
        Sql.update(c, "delete from answer_odds where client_id = ?", client);
        odds.effects()
                .forEach((factor, values) -> values.forEach((value, effect) -> Sql.update(
                        c,
                        "insert into answer_odds values (?, ?, ?, ?, ?, ?)",
                        client,
                        factor.name(),
                        value,
                        effect.log(),
                        effect.tries(),
                        effect.answers())));
        List<Effect> weekdays = List.copyOf(
                odds.effects().getOrDefault(Factor.WEEKDAY, Map.of()).values());
        Sql.update(
                c,
                "update answer_learning set learned_until = ?, base = ?, tries = ?, answers = ? where client_id = ?",
                until,
                odds.base(),
                weekdays.stream().mapToDouble(Effect::tries).sum(),
                weekdays.stream().mapToDouble(Effect::answers).sum(),
                client);
    }
}
