package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.fairlead.collections.DeskTerms;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.DeskTermBook;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;
import org.fairlead.shared.Sql;

/** Identity steps and senders for those who agree about them with clients. */
@Stateless
@Local(DeskTerms.class)
@ClientScoped
@RolesAllowed(Roles.BPO_ADMIN)
public class DeskTermDesk implements DeskTerms {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private Audit audit;

    @Override
    public List<String> questions() {
        return DeskTermBook.QUESTIONS;
    }

    @Override
    public List<String> identity(UUID portfolioId) {
        return portfolio(portfolioId, DeskTermBook::identity);
    }

    @Override
    public void saveIdentity(UUID portfolioId, List<String> steps) {
        portfolio(portfolioId, (c, portfolio) -> {
            List<String> before = DeskTermBook.identity(c, portfolio);
            DeskTermBook.saveIdentity(c, portfolio, steps);
            audit.record(
                    portfolio.client(),
                    "identity.steps",
                    portfolioId.toString(),
                    Map.of("steps", String.join(",", steps), "before", String.join(",", before)));
            return portfolio;
        });
    }

    @Override
    public List<Sender> senders(UUID portfolioId) {
        return portfolio(portfolioId, DeskTermBook::senders);
    }

    @Override
    public void saveSenders(UUID portfolioId, List<Sender> senders) {
        portfolio(portfolioId, (c, portfolio) -> {
            List<Sender> before = DeskTermBook.senders(c, portfolio);
            senders.forEach(one -> DeskTermBook.saveSender(c, portfolio, one.channel(), said(one)));
            DeskTermBook.senders(c, portfolio).stream()
                    .filter(one -> !before.contains(one))
                    .forEach(one -> audit.record(
                            portfolio.client(),
                            "message.sender",
                            one.channel(),
                            Map.of("sender", said(one), "channel", one.channel())));
            return portfolio;
        });
    }

    private static String said(Sender one) {
        return Objects.requireNonNullElse(one.sender(), "");
    }

    private <T> T portfolio(UUID portfolioId, BiFunction<Connection, Portfolio, T> work) {
        return Sql.in(database, "desk terms", c -> work.apply(c, PortfolioBook.one(c, portfolioId)));
    }
}
