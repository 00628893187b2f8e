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
import javax.sql.DataSource;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.PortfolioSettings;
import org.fairlead.collections.control.FeeBook;
import org.fairlead.collections.control.FourEyes;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.control.SettingsBook;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Portfolios for those who agree about them with clients. */
@Stateless
@Local(PortfolioSettings.class)
@ClientScoped
@RolesAllowed(Roles.BPO_ADMIN)
public class SettingsDesk implements PortfolioSettings {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public UUID create(ClientId client, UUID programId, String code, String name, String currency, String country) {
        if (!caller.caller().serves(client)) {
            throw new NotFound("client " + client);
        }
        return Sql.in(database, "portfolios", c -> {
            UUID id = SettingsBook.create(
                    c, new SettingsBook.New(client, programId, code.strip(), name.strip(), currency, country));
            audit.record(client, "portfolio.created", id.toString(), Map.of("code", code.strip()));
            return id;
        });
    }

    @Override
    public Settings settings(UUID portfolioId) {
        return portfolio(portfolioId, SettingsBook::settings);
    }

    @Override
    public void save(UUID portfolioId, Settings settings) {
        portfolio(portfolioId, (c, portfolio) -> {
            SettingsBook.save(c, portfolio, settings, caller.caller().login(), clock.instant());
            audit.record(
                    portfolio.client(),
                    "portfolio.saved",
                    portfolioId.toString(),
                    Map.of("settings", Json.write(SettingsBook.settings(c, portfolio)), "asked", Json.write(settings)));
            return portfolio;
        });
    }

    @Override
    public @Nullable Loosening loosening(UUID portfolioId) {
        return portfolio(portfolioId, (c, portfolio) -> new FourEyes(c, portfolio).asked())
                .orElse(null);
    }

    @Override
    public void confirmLoosening(UUID portfolioId) {
        portfolio(portfolioId, (c, portfolio) -> {
            new FourEyes(c, portfolio).confirm(caller.caller().login());
            audit.record(portfolio.client(), "portfolio.loosened", portfolioId.toString(), Map.of());
            return portfolio;
        });
    }

    @Override
    public void withdrawLoosening(UUID portfolioId) {
        portfolio(portfolioId, (c, portfolio) -> {
            new FourEyes(c, portfolio).withdraw();
            audit.record(portfolio.client(), "portfolio.loosening.withdrawn", portfolioId.toString(), Map.of());
            return portfolio;
        });
    }

    @Override
    public List<Choice> campaigns(UUID portfolioId) {
        return portfolio(portfolioId, SettingsBook::campaigns);
    }

    @Override
    public List<FeeVersion> fees(UUID portfolioId) {
        return portfolio(portfolioId, (c, portfolio) -> new FeeBook(c, portfolio, clock.instant()).versions());
    }

    @Override
    public void addFees(UUID portfolioId, LocalDate from, List<Tier> tiers) {
        portfolio(portfolioId, (c, portfolio) -> {
            int version = new FeeBook(c, portfolio, clock.instant()).add(from, tiers);
            audit.record(
                    portfolio.client(),
                    "fees.added",
                    portfolioId + "/" + version,
                    Map.of("from", from.toString(), "tiers", Json.write(tiers)));
            return version;
        });
    }

    @Override
    public List<String> modes() {
        return SettingsBook.modes();
    }

    @Override
    public List<String> dayCounts() {
        return SettingsBook.dayCounts();
    }

    private <T> T portfolio(UUID portfolioId, BiFunction<Connection, Portfolio, T> work) {
        return Sql.in(database, "portfolios", c -> work.apply(c, PortfolioBook.one(c, portfolioId)));
    }
}
