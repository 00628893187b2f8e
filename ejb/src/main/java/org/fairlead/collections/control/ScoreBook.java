package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Scores.Band;
import org.fairlead.collections.Scores.Line;
import org.fairlead.collections.Scores.Outcome;
import org.fairlead.collections.Scores.Table;
import org.fairlead.collections.Strategies.Version;
import org.fairlead.collections.control.DraftBook.Kind;
import org.fairlead.collections.control.DraftBook.Saved;
import org.fairlead.collections.entity.Calibration;
import org.fairlead.collections.entity.Score;
import org.fairlead.collections.entity.ScoreFact;
import org.fairlead.shared.Json;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** A portfolio's score tables by version, and what came of their scores. */
public final class ScoreBook {

    /** A score counts once its horizon is over; paid is who paid anything within it that stood. */
    private static final String OUTCOMES =
            """
            select least(9, floor(s.score * 10))::integer as tenth, count(*) as debts, sum(s.score) as foretold,
              count(*) filter (where exists (select 1 from payment p where p.client_id = s.client_id and p.debt_id = s.debt_id
                and p.state = 'POSTED' and p.value_date > s.scored_on and p.value_date <= s.scored_on + ?::integer)) as paid
            from debt_score s
            where s.client_id = ? and s.portfolio_id = ? and s.version = ? and s.scored_on < ?::date - ?::integer
            group by 1 order by 1
            """;

    private static final int DEFAULT_HORIZON = 60;

    private final Connection c;
    private final Portfolio portfolio;
    private final DraftBook drafts;

    public ScoreBook(Connection c, Portfolio portfolio, Instant now) {
        this.c = c;
        this.portfolio = portfolio;
        this.drafts = new DraftBook(c, portfolio, now, Kind.SCORE);
    }

    public static List<String> facts() {
        return Arrays.stream(ScoreFact.values()).map(ScoreFact::title).toList();
    }

    public List<Version> versions() {
        return drafts.versions();
    }

    public Table table(int version) {
        Score score = score(version);
        return new Table(
                score.horizonDays(),
                BigDecimal.valueOf(score.intercept()),
                Arrays.stream(ScoreFact.values())
                        .map(ScoreFact::title)
                        .filter(score.weights()::containsKey)
                        .map(fact -> new Line(
                                fact, BigDecimal.valueOf(score.weights().getOrDefault(fact, 0.0))))
                        .toList());
    }

    private Score score(int version) {
        return Json.read(drafts.body(version), Score.class);
    }

    public int draft(int from, String login) {
        return drafts.draft(
                version -> {
                    Score copied = from == 0 ? new Score(version, DEFAULT_HORIZON, 0, Map.of()) : score(from);
                    return Json.write(new Score(version, copied.horizonDays(), copied.intercept(), copied.weights()));
                },
                login);
    }

    public Saved save(int version, Table table, String login, Instant seen) {
        drafts.locked(version);
        Map<String, Double> weights = new HashMap<>();
        for (Line line : table.lines()) {
            if (weights.put(line.fact().strip(), line.points().doubleValue()) != null) {
                throw new Refused("score.twice", line.fact());
            }
        }
        try {
            Score read = new Score(version, table.horizonDays(), table.start().doubleValue(), weights);
            return drafts.save(version, Json.write(read), login, seen);
        } catch (Score.Unfit unfit) {
            Refused refused = new Refused(unfit.key(), unfit.what());
            refused.initCause(unfit);
            throw refused;
        }
    }

    public void discard(int version, Instant seen) {
        drafts.discard(version, seen);
    }

    public void publish(int version, LocalDate from, String login, Instant seen) {
        if (Json.read(drafts.locked(version).body(), Score.class).weights().isEmpty()) {
            throw new Refused("score.empty");
        }
        drafts.publish(version, from, login, seen);
    }

    public Outcome outcome(int version) {
        int horizon = score(version).horizonDays();
        Calibration seen = new Calibration(Sql.list(
                c,
                row -> new Calibration.Band(
                        row.getInt("tenth"), row.getInt("debts"), row.getDouble("foretold"), row.getInt("paid")),
                OUTCOMES,
                horizon,
                portfolio.client(),
                portfolio.portfolioId(),
                version,
                drafts.today(),
                horizon));
        int scored = Sql.number(
                c,
                "select count(*) from debt where client_id = ? and portfolio_id = ? and score_version = ?",
                portfolio.client(),
                portfolio.portfolioId(),
                version);
        return new Outcome(
                version,
                horizon,
                scored,
                seen.debts(),
                seen.error(),
                seen.bands().stream().map(ScoreBook::band).toList());
    }

    private static Band band(Calibration.Band band) {
        return new Band(
                band.tenth() / 10.0,
                (band.tenth() + 1) / 10.0,
                band.debts(),
                band.paid(),
                band.expected(),
                band.observed(),
                band.low(),
                band.high());
    }
}
