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
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.collections.CollectionFigures;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Remittances;
import org.fairlead.collections.control.FigureBook;
import org.fairlead.collections.control.PayOver;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.control.RemittanceBook;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.Sql;

/** What clients get of their debts: money, and how much of it was collected. */
@Stateless
@Local({Remittances.class, CollectionFigures.class})
@ClientScoped
@RolesAllowed({Roles.BPO_ADMIN, Roles.ACCOUNT_MANAGER})
public class RemittanceDesk implements Remittances, CollectionFigures {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public Figures of(UUID portfolioId) {
        return query(c -> FigureBook.of(c, PortfolioBook.one(c, portfolioId)));
    }

    @Override
    public List<RemittanceView> remittances(UUID portfolioId) {
        return query(c -> RemittanceBook.ofPortfolio(c, PortfolioBook.one(c, portfolioId)));
    }

    @Override
    public RemittanceView remittance(UUID remittanceId) {
        return query(c -> RemittanceBook.one(c, remittanceId));
    }

    @Override
    public List<Line> lines(UUID remittanceId, int first, int size) {
        return query(c -> RemittanceBook.lines(c, RemittanceBook.one(c, remittanceId), first, size));
    }

    @Override
    public Trust trust(UUID portfolioId) {
        return query(c -> RemittanceBook.trust(c, PortfolioBook.one(c, portfolioId)));
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public UUID payOver(UUID portfolioId, LocalDate until) {
        return query(c -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            UUID id = new PayOver(c, portfolio, caller.caller().login(), clock.instant()).until(until);
            audit.record(portfolio.client(), "remittance.made", id.toString(), Map.of("until", until.toString()));
            return id;
        });
    }

    private <T> T query(Function<Connection, T> work) {
        return Sql.in(database, "remittances", work);
    }
}
