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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.collections.DebtTasks;
import org.fairlead.shared.NotFound;
import org.fairlead.web.export.Exports;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** Tasks about debts on their way to an outside agency. Roles and clients are the facade's. */
@RequestScoped
@Path("collections/tasks")
public class TasksResource {

    @EJB
    private DebtTasks tasks;

    @Inject
    private Exports exports;

    /** What an agency was handed; it fills the last two columns. */
    @GET
    @Path("{portfolio}/sheet.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response sheet(@PathParam("portfolio") String portfolio, @QueryParam("agency") @Nullable String agency) {
        UUID id = Address.uuid(portfolio);
        String named = agency == null ? "" : agency;
        tasks.agencies(id); // another client's is as absent as none
        var of = tasks.portfolios().stream()
                .filter(one -> one.portfolioId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("portfolio " + id));
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("agency", named);
        return exports.fileToReturn(new Exports.Table(
                "tasks-" + of.code(),
                of.client(),
                filters,
                List.of(
                        "task",
                        "kind",
                        "reference",
                        "debtor",
                        "street",
                        "postal_code",
                        "city",
                        "country",
                        "phone",
                        "owed",
                        "currency",
                        "outcome",
                        "words"),
                (first, most) -> tasks.sheet(id, named, first, most).stream()
                        .map(one -> Arrays.<@Nullable Object>asList(
                                one.taskId().toString(),
                                one.kind(),
                                one.reference(),
                                one.debtor(),
                                one.street(),
                                one.postalCode(),
                                one.city(),
                                one.country(),
                                one.phone(),
                                one.owed(),
                                one.currency(),
                                null,
                                null))
                        .toList()));
    }
}
