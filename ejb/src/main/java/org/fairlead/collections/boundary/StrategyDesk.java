package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
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
import org.fairlead.collections.control.ExplainDebt;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.control.StrategyBook;
import org.fairlead.collections.control.StrategySides;
import org.fairlead.collections.control.StrategyTrial;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
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
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public List<Version> versions(UUID portfolioId) {
        return book(portfolioId, (c, book) -> book.versions());
    }

    @Override
    public Body body(UUID portfolioId, int version) {
        return book(portfolioId, (c, book) -> book.body(version));
    }

    @Override
    public List<String> steps() {
        return StrategyBook.steps();
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public int draft(UUID portfolioId, int from) {
        return book(portfolioId, (c, book) -> {
            int version = book.draft(from, login());
            written(portfolioId, c, "strategy.drafted", version, Map.of("from", Integer.toString(from)));
            return version;
        });
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public void save(UUID portfolioId, int version, Body body) {
        book(portfolioId, (c, book) -> {
            book.save(version, body, login());
            written(portfolioId, c, "strategy.saved", version, Map.of());
            return version;
        });
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public void discard(UUID portfolioId, int version) {
        book(portfolioId, (c, book) -> {
            book.discard(version);
            written(portfolioId, c, "strategy.discarded", version, Map.of());
            return version;
        });
    }

    @Override
    public Simulation simulate(UUID portfolioId, int version) {
        return query(c -> new StrategyTrial(c, PortfolioBook.one(c, portfolioId), version, clock.instant()).run());
    }

    @Override
    public void publish(UUID portfolioId, int version, LocalDate from) {
        book(portfolioId, (c, book) -> {
            book.publish(version, from, login());
            written(portfolioId, c, "strategy.published", version, Map.of("validFrom", from.toString()));
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

    private void written(UUID portfolioId, Connection c, String what, int version, Map<String, String> more) {
        audit.record(PortfolioBook.one(c, portfolioId).client(), what, portfolioId + "/" + version, more);
    }

    private String login() {
        return caller.caller().login();
    }

    private <T> T book(UUID portfolioId, BiFunction<Connection, StrategyBook, T> work) {
        return query(c -> work.apply(c, new StrategyBook(c, PortfolioBook.one(c, portfolioId), clock.instant())));
    }

    private <T> T query(Function<Connection, T> work) {
        return Sql.in(database, "strategies", work);
    }
}
