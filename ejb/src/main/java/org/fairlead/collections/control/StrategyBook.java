package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Strategies.Body;
import org.fairlead.collections.Strategies.Version;
import org.fairlead.collections.control.DraftBook.Kind;
import org.fairlead.collections.control.DraftBook.Saved;
import org.fairlead.collections.entity.Strategy;
import org.fairlead.shared.Json;

/** A portfolio's strategies by version. */
public final class StrategyBook {

    private final Portfolio portfolio;
    private final DraftBook drafts;

    public StrategyBook(Connection c, Portfolio portfolio, Instant now) {
        this.portfolio = portfolio;
        this.drafts = new DraftBook(c, portfolio, now, Kind.STRATEGY);
    }

    /** What a step may be. */
    public static List<String> steps() {
        return StrategyForm.steps();
    }

    public List<Version> versions() {
        return drafts.versions();
    }

    public LocalDate today() {
        return drafts.today();
    }

    /** The version in force today; 0 for none. */
    int live() {
        return drafts.live();
    }

    public Body body(int version) {
        return StrategyForm.body(strategy(version), portfolio.currency());
    }

    Strategy strategy(int version) {
        return Json.read(drafts.body(version), Strategy.class);
    }

    /** The seed goes on from version to version: a debt stays on its side. */
    public int draft(int from, String login) {
        return drafts.draft(version -> Json.write(copy(from, version)), login);
    }

    private Strategy copy(int from, int version) {
        Strategy copied = from == 0
                ? new Strategy(version, portfolio.portfolioId().getLeastSignificantBits(), 0, List.of(), List.of())
                : strategy(from);
        return new Strategy(version, copied.seed(), copied.challengerShare(), copied.champion(), copied.challenger());
    }

    public Saved save(int version, Body body, String login, Instant seen) {
        Strategy before = Json.read(drafts.locked(version).body(), Strategy.class);
        Strategy read = StrategyForm.read(body, version, before.seed(), portfolio.currency());
        return drafts.save(version, Json.write(read), login, seen);
    }

    public void discard(int version, Instant seen) {
        drafts.discard(version, seen);
    }

    public void publish(int version, LocalDate from, String login, Instant seen) {
        Strategy draft = Json.read(drafts.locked(version).body(), Strategy.class);
        // what was copied from a version written by hand is looked at before it binds
        StrategyForm.read(StrategyForm.body(draft, portfolio.currency()), version, draft.seed(), portfolio.currency());
        drafts.publish(version, from, login, seen);
    }
}
