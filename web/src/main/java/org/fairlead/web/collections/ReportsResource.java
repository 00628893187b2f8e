package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.collections.CollectionReports;
import org.fairlead.collections.CollectionReports.Days;
import org.fairlead.collections.CollectionReports.Figure;
import org.fairlead.collections.CollectionReports.Measure;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.web.export.Exports;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** Reports as files, with the rows behind each figure. Roles and clients are the facade's. */
@RequestScoped
@Path("collections/reports")
public class ReportsResource {

    private static final String CSV = "text/csv; charset=UTF-8";

    @EJB
    private CollectionReports reports;

    @Inject
    private Exports exports;

    @Inject
    private Viewer viewer;

    /** Every figure, and its parts. */
    @GET
    @Path("{portfolio}/figures.csv")
    @Produces(CSV)
    public Response figures(
            @PathParam("portfolio") String portfolio,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until) {
        Days days = days(portfolio, from, until);
        ClientId client = reports.client(days.portfolioId());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Figure figure : reports.figures(days)) {
            rows.add(row(figure));
            reports.parts(days, figure.measure()).forEach(part -> rows.add(row(part)));
        }
        return exports.file(new Exports.Table(
                "collection-figures-" + days.from() + "-" + days.until(),
                client,
                Map.of(),
                List.of(
                        "collections.reports.measure",
                        "collections.reports.parts",
                        "collections.reports.counted",
                        "collections.reports.whole",
                        "collections.reports.behind"),
                Exports.of(rows)));
    }

    private List<@Nullable Object> row(Figure figure) {
        return Arrays.<@Nullable Object>asList(
                viewer.getWords().get("collections.measure." + figure.measure()),
                figure.part(),
                figure.counted(),
                figure.of(),
                figure.rows());
    }

    /** The rows behind one figure. */
    @GET
    @Path("{portfolio}/rows.csv")
    @Produces(CSV)
    public Response rows(
            @PathParam("portfolio") String portfolio,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("measure") @Nullable String measure,
            @QueryParam("part") @Nullable String part) {
        Days days = days(portfolio, from, until);
        Measure asked = Arrays.stream(Measure.values())
                .filter(one -> one.name().equals(measure))
                .findFirst()
                .orElseThrow(() -> new NotFound("measure " + measure));
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("part", part);
        return exports.file(new Exports.Table(
                "collection-" + asked.name().toLowerCase(Locale.ROOT),
                reports.client(days.portfolioId()),
                filters,
                List.of(
                        "collections.reference",
                        "collections.debtor",
                        "collections.simulation.day",
                        "collections.reports.by." + asked.by(),
                        "collections.reports.counted",
                        "collections.reports.whole"),
                (first, most) -> reports.rows(days, asked, part, first, most).stream()
                        .map(one -> Arrays.<@Nullable Object>asList(
                                one.reference(),
                                one.debtor(),
                                one.day().toString(),
                                one.part(),
                                one.counted(),
                                one.of()))
                        .toList()));
    }

    private static Days days(String portfolio, @Nullable String from, @Nullable String until) {
        return new Days(Address.uuid(portfolio), Address.date(from), Address.date(until));
    }
}
