package org.fairlead.campaign.control;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fairlead.campaign.entity.Fault;
import org.fairlead.campaign.entity.LeadNumber;
import org.fairlead.campaign.entity.LeadRow;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Stores leads and faults, a thousand with each statement. */
final class LeadStore {

    private static final String INSERT =
            """
            insert into lead (client_id, lead_id, campaign_id, list_id, number, name, language, country, region, city,
                              postal_code, time_zones, reference, fields, rank, numbers)
            select ?, x.id, ?, ?, x.number, x.name, x.language, x.country, x.region, x.city,
                   x.postal_code, string_to_array(x.zones, ','), x.reference, x.fields::jsonb, coalesce(x.rank, 0), x.numbers
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::integer[], ?::integer[])
              as x(id, number, name, language, country, region, city, postal_code, zones, reference, fields, rank, numbers)
            on conflict (client_id, campaign_id, number) do nothing
            returning lead_id, number
            """;

    private static final String FAULTS =
            """
            insert into lead_list_fault (client_id, list_id, line, column_name, reason, value)
            select ?, ?, x.line, x.column_name, x.reason, x.value
            from unnest(?::integer[], ?::text[], ?::text[], ?::text[]) as x(line, column_name, reason, value)
            on conflict do nothing
            """;

    private LeadStore() {}

    /** Stores the rows whose numbers the campaign does not have yet. @return the numbers that were stored */
    static Set<String> insert(Connection c, ListTask task, List<LeadRow> rows) {
        Map<String, UUID> stored = new HashMap<>();
        Sql.list(
                c,
                row -> stored.put(row.getString(2), row.getObject(1, UUID.class)),
                INSERT,
                task.client(),
                task.campaignId(),
                task.listId(),
                rising(rows.size()),
                column(rows, LeadRow::number),
                column(rows, LeadRow::name),
                column(rows, LeadRow::language),
                column(rows, LeadRow::country),
                column(rows, LeadRow::region),
                column(rows, LeadRow::city),
                column(rows, LeadRow::postalCode),
                column(rows, row -> String.join(",", row.zones())),
                column(rows, LeadRow::reference),
                column(rows, LeadStore::fields),
                rows.stream().map(LeadRow::rank).toArray(Integer[]::new),
                rows.stream().map(row -> row.numbers().size()).toArray(Integer[]::new));
        Map<UUID, List<LeadNumber>> numbers = new HashMap<>();
        rows.stream()
                .filter(row -> stored.containsKey(row.number()))
                .forEach(row -> numbers.put(Objects.requireNonNull(stored.get(row.number())), row.numbers()));
        NumberBook.write(c, task.client(), numbers);
        return Set.copyOf(stored.keySet());
    }

    static String fields(LeadRow row) {
        return Json.write(row.fields());
    }

    /** Ids that rise row by row: leads of one rank are called in the order of their list. */
    private static UUID[] rising(int many) {
        return Stream.generate(Ids::next).limit(many).sorted().toArray(UUID[]::new);
    }

    static void insertFaults(Connection c, ListTask task, List<Fault> faults) {
        Sql.update(
                c,
                FAULTS,
                task.client(),
                task.listId(),
                faults.stream().map(Fault::line).toArray(Integer[]::new),
                column(faults, Fault::column),
                column(faults, fault -> fault.reason().key()),
                column(faults, Fault::value));
    }

    static <T> String[] column(List<T> rows, Function<T, @Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
