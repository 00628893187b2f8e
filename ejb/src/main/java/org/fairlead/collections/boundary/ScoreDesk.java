package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Scores;
import org.fairlead.collections.Strategies.Version;
import org.fairlead.collections.control.DraftBook.Saved;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.control.ScoreBook;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;
import org.fairlead.shared.Sql;

/** Score tables for those who write them, and for the second pair of eyes. */
@Stateless
@Local(Scores.class)
@ClientScoped
@RolesAllowed({Roles.BPO_ADMIN, Roles.SUPERVISOR})
public class ScoreDesk implements Scores {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private VersionTrail trail;

    @Inject
    private Clock clock;

    @Override
    public List<Version> versions(UUID portfolioId) {
        return book(portfolioId, (portfolio, book) -> book.versions());
    }

    @Override
    public Table table(UUID portfolioId, int version) {
        return book(portfolioId, (portfolio, book) -> book.table(version));
    }

    @Override
    public List<String> facts() {
        return ScoreBook.facts();
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public int draft(UUID portfolioId, int from) {
        return book(portfolioId, (portfolio, book) -> {
            int version = book.draft(from, trail.login());
            trail.written(portfolio, "score.drafted", version, Map.of("from", Integer.toString(from)));
            return version;
        });
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public Instant save(UUID portfolioId, int version, Table table, Instant seen) {
        return book(portfolioId, (portfolio, book) -> {
            Saved saved = book.save(version, table, trail.login(), seen);
            if (saved.changed()) {
                trail.written(portfolio, "score.saved", version, Map.of());
            }
            return saved.at();
        });
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public void discard(UUID portfolioId, int version, Instant seen) {
        book(portfolioId, (portfolio, book) -> {
            book.discard(version, seen);
            trail.written(portfolio, "score.discarded", version, Map.of());
            return version;
        });
    }

    @Override
    public void publish(UUID portfolioId, int version, LocalDate from, Instant seen) {
        book(portfolioId, (portfolio, book) -> {
            book.publish(version, from, trail.login(), seen);
            trail.written(portfolio, "score.published", version, Map.of("validFrom", from.toString()));
            return version;
        });
    }

    @Override
    public Outcome outcome(UUID portfolioId, int version) {
        return book(portfolioId, (portfolio, book) -> book.outcome(version));
    }

    private <T> T book(UUID portfolioId, BiFunction<Portfolio, ScoreBook, T> work) {
        return Sql.in(database, "scores", (Connection c) -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            return work.apply(portfolio, new ScoreBook(c, portfolio, clock.instant()));
        });
    }
}
