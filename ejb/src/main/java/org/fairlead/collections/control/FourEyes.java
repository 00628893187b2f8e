package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.PortfolioSettings.Loosening;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** That who writes does not publish: switched on by one person, and off by two. */
public final class FourEyes {

    private final Connection c;
    private final Portfolio portfolio;

    public FourEyes(Connection c, Portfolio portfolio) {
        this.c = c;
        this.portfolio = portfolio;
    }

    /** Who asked first stays who asked. */
    void ask(String login, Instant now) {
        Sql.update(
                c,
                "update portfolio set loosen_asked_by = ?, loosen_asked_at = ?"
                        + " where client_id = ? and portfolio_id = ? and four_eyes and loosen_asked_by is null",
                login,
                now,
                portfolio.client(),
                portfolio.portfolioId());
    }

    /** Empty when nobody asked. */
    public Optional<Loosening> asked() {
        return Sql.one(
                c,
                row -> new Loosening(row.getString(1), Objects.requireNonNull(Sql.instant(row, "loosen_asked_at"))),
                "select loosen_asked_by, loosen_asked_at from portfolio where client_id = ? and portfolio_id = ?"
                        + " and loosen_asked_by is not null",
                portfolio.client(),
                portfolio.portfolioId());
    }

    /** @throws Refused {@code portfolio.loosen.none}; {@code portfolio.loosen.same} for who asked */
    public void confirm(String login) {
        if (standing().login().equals(login)) {
            throw new Refused("portfolio.loosen.same");
        }
        end(false);
    }

    public void withdraw() {
        standing();
        end(true);
    }

    private Loosening standing() {
        PortfolioBook.lock(c, portfolio);
        return asked().orElseThrow(() -> new Refused("portfolio.loosen.none"));
    }

    private void end(boolean stays) {
        Sql.update(
                c,
                "update portfolio set four_eyes = ?, loosen_asked_by = null, loosen_asked_at = null"
                        + " where client_id = ? and portfolio_id = ?",
                stays,
                portfolio.client(),
                portfolio.portfolioId());
    }
}
