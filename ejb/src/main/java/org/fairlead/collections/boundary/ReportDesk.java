package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.collections.CollectionReports;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.control.ReportBook;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Reports for those who do the work and those whose debts they are. */
@Stateless
@Local(CollectionReports.class)
@ClientScoped
@RolesAllowed({Roles.BPO_ADMIN, Roles.ACCOUNT_MANAGER})
public class ReportDesk implements CollectionReports {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Override
    public List<Figure> figures(Days days) {
        return book(days, ReportBook::figures);
    }

    @Override
    public List<Figure> parts(Days days, Measure measure) {
        return book(days, book -> book.parts(measure));
    }

    @Override
    public List<Row> rows(Days days, Measure measure, @Nullable String part, int first, int size) {
        return book(days, book -> book.rows(measure, part, first, size));
    }

    @Override
    public ClientId client(UUID portfolioId) {
        return Sql.in(
                database, "reports", c -> PortfolioBook.one(c, portfolioId).client());
    }

    private <T> T book(Days days, Function<ReportBook, T> work) {
        return Sql.in(
                database,
                "reports",
                c -> work.apply(new ReportBook(c, PortfolioBook.one(c, days.portfolioId()), days)));
    }
}
