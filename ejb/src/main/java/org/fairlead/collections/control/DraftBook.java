package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Strategies.Version;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/**
 * What a portfolio has in versions: one draft that is written, and what was published from a day on. What was published is
 * never changed.
 */
public final class DraftBook {

    private static final int SHOWN = 100;

    private final Connection c;
    private final Portfolio portfolio;
    private final Instant now;
    private final Kind kind;

    DraftBook(Connection c, Portfolio portfolio, Instant now, Kind kind) {
        this.c = c;
        this.portfolio = portfolio;
        this.now = now;
        this.kind = kind;
    }

    /** Which table they lie in, and how their refusals begin. */
    enum Kind {
        STRATEGY("collection_strategy", "strategy."),
        SCORE("score_table", "score.");

        private final String table;
        private final String refusals;

        Kind(String table, String refusals) {
            this.table = table;
            this.refusals = refusals;
        }
    }

    LocalDate today() {
        return now.atZone(PortfolioBook.zone(c, portfolio.client())).toLocalDate();
    }

    List<Version> versions() {
        int live = live();
        return Sql.list(
                c,
                row -> version(row, live),
                "select * from " + kind.table
                        + " where client_id = ? and portfolio_id = ? order by version desc limit ?",
                portfolio.client(),
                portfolio.portfolioId(),
                SHOWN);
    }

    /** The version in force today; 0 for none. */
    int live() {
        return inForce(c, kind, portfolio.client(), portfolio.portfolioId(), today())
                .map(InForce::version)
                .orElse(0);
    }

    /** @param login who published it */
    record InForce(int version, String body, String login) {}

    /** The newest of those whose day has come. */
    static Optional<InForce> inForce(Connection c, Kind kind, ClientId client, UUID portfolio, LocalDate day) {
        return Sql.one(
                c,
                row -> new InForce(row.getInt("version"), row.getString("body"), row.getString("published_by")),
                "select * from " + kind.table
                        + " where client_id = ? and portfolio_id = ? and state = 'PUBLISHED'"
                        + " and coalesce(valid_from, '-infinity') <= ?"
                        + " order by coalesce(valid_from, '-infinity') desc, version desc limit 1",
                client,
                portfolio,
                day);
    }

    String body(int version) {
        return Sql.one(
                        c,
                        row -> row.getString(1),
                        "select body from " + kind.table + " where client_id = ? and portfolio_id = ? and version = ?",
                        portfolio.client(),
                        portfolio.portfolioId(),
                        version)
                .orElseThrow(() -> new NotFound(kind + " " + version));
    }

    /**
     * The draft that is there, else a new one.
     *
     * @param body of a version with that number
     */
    int draft(IntFunction<String> body, String login) {
        PortfolioBook.lock(c, portfolio);
        int there = Sql.one(
                        c,
                        row -> row.getInt(1),
                        "select version from " + kind.table
                                + " where client_id = ? and portfolio_id = ? and state = 'DRAFT'",
                        portfolio.client(),
                        portfolio.portfolioId())
                .orElse(0);
        if (there > 0) {
            return there;
        }
        int version = 1
                + Sql.number(
                        c,
                        "select coalesce(max(version), 0) from " + kind.table
                                + " where client_id = ? and portfolio_id = ?",
                        portfolio.client(),
                        portfolio.portfolioId());
        Sql.update(
                c,
                "insert into " + kind.table
                        + " (client_id, portfolio_id, version, state, body, drafted_by, drafted_at)"
                        + " values (?, ?, ?, 'DRAFT', ?::jsonb, ?, ?)",
                portfolio.client(),
                portfolio.portfolioId(),
                version,
                body.apply(version),
                login,
                now);
        return version;
    }

    /**
     * Keeps what is written. What says the same as before is written by nobody: the draft stays that of whoever wrote it.
     *
     * @param seen when the draft that was shown had been written
     * @throws Refused {@code changed} when it was written anew since
     */
    Saved save(int version, String body, String login, Instant seen) {
        Draft before = locked(version, seen);
        return Sql.one(
                        c,
                        row -> new Saved(Objects.requireNonNull(Sql.instant(row, "drafted_at")), true),
                        "update " + kind.table
                                + " set body = ?::jsonb, drafted_by = ?, drafted_at = ?"
                                + " where client_id = ? and portfolio_id = ? and version = ? and body <> ?::jsonb"
                                + " returning drafted_at",
                        body,
                        login,
                        now,
                        portfolio.client(),
                        portfolio.portfolioId(),
                        version,
                        body)
                .orElse(new Saved(before.at(), false));
    }

    /**
     * What became of writing.
     *
     * @param at when the draft was written
     * @param changed whether it says something else now
     */
    public record Saved(Instant at, boolean changed) {}

    /** @param seen when the draft that was shown had been written: nobody throws away what they did not see */
    void discard(int version, Instant seen) {
        locked(version, seen);
        Sql.update(
                c,
                "delete from " + kind.table + " where client_id = ? and portfolio_id = ? and version = ?",
                portfolio.client(),
                portfolio.portfolioId(),
                version);
    }

    /** @param seen when the draft that was shown had been written: nobody publishes what they did not see */
    void publish(int version, LocalDate from, String login, Instant seen) {
        Draft draft = locked(version, seen);
        if (from.isBefore(today())) {
            throw new Refused(kind.refusals + "day");
        }
        if (needsTwo() && login.equals(draft.login())) {
            throw new Refused(kind.refusals + "four-eyes");
        }
        Sql.update(
                c,
                "update " + kind.table
                        + " set state = 'PUBLISHED', valid_from = ?, published_by = ?, published_at = ?"
                        + " where client_id = ? and portfolio_id = ? and version = ?",
                from,
                login,
                now,
                portfolio.client(),
                portfolio.portfolioId(),
                version);
    }

    /** @param login who wrote it last */
    record Draft(String body, String login, Instant at) {}

    private Draft locked(int version, Instant seen) {
        Draft draft = locked(version);
        if (!draft.at().equals(seen)) {
            throw new Refused(kind.refusals + "changed");
        }
        return draft;
    }

    Draft locked(int version) {
        return Sql.one(
                        c,
                        row -> new Draft(
                                row.getString("body"),
                                Objects.requireNonNullElse(row.getString("drafted_by"), ""),
                                Objects.requireNonNullElse(Sql.instant(row, "drafted_at"), Instant.EPOCH)),
                        "select * from " + kind.table
                                + " where client_id = ? and portfolio_id = ? and version = ? and state = 'DRAFT' for update",
                        portfolio.client(),
                        portfolio.portfolioId(),
                        version)
                .orElseThrow(() -> new Refused(kind.refusals + "no-draft"));
    }

    private boolean needsTwo() {
        return Sql.number(
                        c,
                        "select count(*) from portfolio where client_id = ? and portfolio_id = ? and four_eyes",
                        portfolio.client(),
                        portfolio.portfolioId())
                > 0;
    }

    private static Version version(ResultSet row, int live) throws SQLException {
        int version = row.getInt("version");
        return new Version(
                new ClientId(row.getInt("client_id")),
                version,
                row.getString("state"),
                row.getObject("valid_from", LocalDate.class),
                version == live,
                row.getString("drafted_by"),
                Sql.instant(row, "drafted_at"),
                row.getString("published_by"),
                Sql.instant(row, "published_at"));
    }
}
