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
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Strategies;
import org.fairlead.collections.control.DebtFile;
import org.fairlead.collections.control.DraftBook.Saved;
import org.fairlead.collections.control.ExplainDebt;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.control.StrategyBook;
import org.fairlead.collections.control.StrategySides;
import org.fairlead.collections.control.StrategyTrial;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Strategies for those who write them, and for the second pair of eyes. */
@Stateless
@Local(Strategies.class)
@ClientScoped
@RolesAllowed({Roles.BPO_ADMIN, Roles.SUPERVISOR})
public class StrategyDesk implements Strategies {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private VersionTrail trail;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public List<Version> versions(UUID portfolioId) {
        return book(portfolioId, (portfolio, book) -> book.versions());
    }

    @Override
    public Body body(UUID portfolioId, int version) {
        return book(portfolioId, (portfolio, book) -> book.body(version));
    }

    @Override
    public List<String> steps() {
        return StrategyBook.steps();
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public int draft(UUID portfolioId, int from) {
        return book(portfolioId, (portfolio, book) -> {
            int version = book.draft(from, trail.login());
            trail.written(portfolio, "strategy.drafted", version, Map.of("from", Integer.toString(from)));
            return version;
        });
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public Instant save(UUID portfolioId, int version, Body body, Instant seen) {
        return book(portfolioId, (portfolio, book) -> {
            Saved saved = book.save(version, body, trail.login(), seen);
            if (saved.changed()) {
                trail.written(portfolio, "strategy.saved", version, Map.of());
            }
            return saved.at();
        });
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public void discard(UUID portfolioId, int version, Instant seen) {
        book(portfolioId, (portfolio, book) -> {
            book.discard(version, seen);
            trail.written(portfolio, "strategy.discarded", version, Map.of());
            return version;
        });
    }

    @Override
    public Simulation simulate(UUID portfolioId, int version) {
        return query(c -> new StrategyTrial(c, PortfolioBook.one(c, portfolioId), version, clock.instant()).run());
    }

    @Override
    public void publish(UUID portfolioId, int version, LocalDate from, Instant seen) {
        book(portfolioId, (portfolio, book) -> {
            book.publish(version, from, trail.login(), seen);
            trail.written(portfolio, "strategy.published", version, Map.of("validFrom", from.toString()));
            return version;
        });
    }

    @Override
    public List<SideFigures> sides(UUID portfolioId) {
        return query(c -> StrategySides.of(c, PortfolioBook.one(c, portfolioId)));
    }

    @Override
    public Explained explain(UUID portfolioId, String reference) {
        return query(c -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            DebtFile debt = DebtFile.referred(c, portfolio, reference.strip())
                    .orElseThrow(() -> new Refused("strategy.debt", reference.strip()));
            audit.record(portfolio.client(), "debt.explained", debt.debtId().toString(), Map.of());
            Explained explained = new ExplainDebt(c, clock.instant()).of(debt);
            if (explained == null) {
                throw new Refused("strategy.none");
            }
            return explained;
        });
    }

    private <T> T book(UUID portfolioId, BiFunction<Portfolio, StrategyBook, T> work) {
        return query(c -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            return work.apply(portfolio, new StrategyBook(c, portfolio, clock.instant()));
        });
    }

    private <T> T query(Function<Connection, T> work) {
        return Sql.in(database, "strategies", work);
    }
}
