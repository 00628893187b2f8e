package org.fairlead.web.export;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.security.ExportLog;
import org.fairlead.shared.ClientId;
import org.fairlead.web.shell.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Tables as CSV files, for every page alike: audited, read page by page through the facade that the page itself reads,
 * written while it is read, each cell made harmless by {@link Csv}. The first rows are read before the answer begins, so
 * that a table of another client is "not found" here too.
 */
@RequestScoped
public class Exports {

    private static final int AT_ONCE = 1_000;

    @EJB
    private ExportLog log;

    @Inject
    private Viewer viewer;

    /** Rows of a table from this one on; fewer than asked for at its end. */
    @FunctionalInterface
    public interface Rows {
        List<List<@Nullable Object>> page(int first, int most);
    }

    /**
     * A table on its way out.
     *
     * @param name of the table, as audit and file name have it
     * @param client whose rows they are
     * @param filters as the page has them; what is not set is left out
     * @param headings keys of the bundles
     */
    public record Table(
            String name, ClientId client, Map<String, @Nullable String> filters, List<String> headings, Rows rows) {}

    public Response file(Table table) {
        return file(
                table,
                table.headings().stream()
                        .map(key -> (Object) viewer.getWords().get(key))
                        .toList());
    }

    /** Headings as they are: for a file that comes back and is read by them, whatever the reader's language is. */
    public Response fileToReturn(Table table) {
        return file(table, List.copyOf(table.headings()));
    }

    private Response file(Table table, List<Object> headings) {
        var begin = table.rows().page(0, AT_ONCE);
        var filters = new TreeMap<String, String>();
        table.filters().forEach((filter, value) -> {
            if (value != null && !value.isBlank()) {
                filters.put(filter, value);
            }
        });
        log.leaves(table.client(), table.name(), filters);
        StreamingOutput body = out -> {
            try (var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                var csv = new Csv(writer).row(headings.toArray());
                var rows = begin;
                for (int first = 0; !rows.isEmpty(); rows = table.rows().page(first, AT_ONCE)) {
                    for (var row : rows) {
                        csv.row(row.toArray());
                    }
                    first += rows.size();
                    if (rows.size() < AT_ONCE) {
                        break;
                    }
                }
            }
        };
        var file = table.name().replaceAll("[^A-Za-z0-9._-]+", "_") + ".csv";
        return Response.ok(body, "text/csv; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }

    /** All rows of a table that is short enough to be held. */
    public static Rows of(List<List<@Nullable Object>> all) {
        return (first, most) -> all.stream().skip(first).limit(most).toList();
    }
}
