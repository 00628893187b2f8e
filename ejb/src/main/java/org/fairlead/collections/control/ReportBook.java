package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.fairlead.collections.CollectionReports.Days;
import org.fairlead.collections.CollectionReports.Figure;
import org.fairlead.collections.CollectionReports.Measure;
import org.fairlead.collections.CollectionReports.Row;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Figures of a portfolio's work, with the rows behind each. */
public final class ReportBook {

    private static final int LONGEST_DAYS = 3 * 366;
    private static final int MOST_ROWS = 1_000;

    private final Connection c;
    private final Portfolio portfolio;
    private final Days days;
    private final String zone;

    public ReportBook(Connection c, Portfolio portfolio, Days days) {
        if (days.until().isBefore(days.from())
                || days.from().plusDays(LONGEST_DAYS).isBefore(days.until())) {
            throw new Refused("report.days");
        }
        this.c = c;
        this.portfolio = portfolio;
        this.days = days;
        this.zone = PortfolioBook.zone(c, portfolio.client()).getId();
    }

    public List<Figure> figures() {
        return Arrays.stream(Measure.values())
                .flatMap(measure -> read(measure, ReportSql.total(measure)).stream())
                .toList();
    }

    public List<Figure> parts(Measure measure) {
        return read(measure, ReportSql.parts(measure));
    }

    private List<Figure> read(Measure measure, String sql) {
        return Sql.list(
                c,
                row -> new Figure(
                        measure,
                        Objects.requireNonNullElse(row.getString("part"), ""),
                        number(measure, row, "counted"),
                        number(measure, row, "whole"),
                        row.getInt("rows")),
                sql,
                portfolio.client(),
                portfolio.portfolioId(),
                days.from(),
                days.until(),
                zone);
    }

    public List<Row> rows(Measure measure, @Nullable String part, int first, int size) {
        return Sql.list(
                c,
                row -> new Row(
                        row.getString("reference"),
                        row.getString("debtor"),
                        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                        Objects.requireNonNullElse(row.getString("part"), ""),
                        number(measure, row, "counted"),
                        number(measure, row, "whole")),
                ReportSql.rows(measure),
                portfolio.client(),
                portfolio.portfolioId(),
                days.from(),
                days.until(),
                zone,
                part,
                part,
                Math.min(size, MOST_ROWS),
                first);
    }

    private BigDecimal number(Measure measure, ResultSet row, String column) throws SQLException {
        long number = row.getBigDecimal(column).longValueExact();
        return measure.isMoney() ? new Money(number, portfolio.currency()).amount() : BigDecimal.valueOf(number);
    }
}
