package org.fairlead.campaign.control;

import java.sql.Connection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fairlead.campaign.UploadOptions.Key;
import org.fairlead.campaign.entity.LeadNumber;
import org.fairlead.campaign.entity.LeadRow;
import org.fairlead.shared.Sql;

/**
 * Brings leads that the campaign has already up to date. What a row leaves empty stays; what became of the lead so far
 * stays too: who is done with is not ready again, and who is not to be called is not called.
 */
final class LeadUpdate {

    private static final String ROWS =
            """
            from unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::integer[], ?::integer[])
              as x(line, number, name, language, country, region, city, postal_code, zones, reference, fields, rank, numbers)
            """;

    private static final String UPDATE =
            """
            update lead set number = x.number, name = coalesce(nullif(x.name, ''), lead.name),
              language = coalesce(x.language, lead.language), country = x.country, region = coalesce(x.region, lead.region),
              city = coalesce(x.city, lead.city), postal_code = coalesce(x.postal_code, lead.postal_code),
              time_zones = string_to_array(x.zones, ','), reference = coalesce(x.reference, lead.reference),
              fields = lead.fields || x.fields::jsonb, rank = coalesce(x.rank, lead.rank),
              numbers = case when x.numbers > 0 then x.numbers else lead.numbers end,
              turn = case when x.numbers > 0 then 0 else lead.turn end
            """
                    + ROWS
                    + """
            where lead.client_id = ? and lead.campaign_id = ?
            """;

    private static final String BY_NUMBER = " and lead.number = x.number returning x.line, lead.lead_id";

    /** A reference that two leads have names neither, and a number that another lead has is not taken from it. */
    private static final String BY_REFERENCE =
            """
             and lead.reference = x.reference
              and not exists (select 1 from lead o where o.client_id = lead.client_id and o.campaign_id = lead.campaign_id
                and o.lead_id <> lead.lead_id and (o.reference = x.reference or o.number = x.number))
            returning x.line, lead.lead_id
            """;

    private static final String HOW_MANY =
            """
            select x.line, count(*) from unnest(?::integer[], ?::text[]) as x(line, reference)
            join lead l on l.client_id = ? and l.campaign_id = ? and l.reference = x.reference group by x.line
            """;

    private final Connection c;
    private final ListTask task;

    LeadUpdate(Connection c, ListTask task) {
        this.c = c;
        this.task = task;
    }

    /**
     * What became of the rows, by line.
     *
     * @param done those whose lead was brought up to date
     * @param twice those whose reference more than one lead has
     * @param taken those whose new number another lead has
     */
    record Result(Set<Integer> done, Set<Integer> twice, Set<Integer> taken) {}

    Result update(List<LeadRow> rows) {
        boolean byReference = task.options().by() == Key.REFERENCE;
        Map<Integer, UUID> done = new HashMap<>();
        Sql.list(
                c,
                row -> done.put(row.getInt(1), row.getObject(2, UUID.class)),
                UPDATE + (byReference ? BY_REFERENCE : BY_NUMBER),
                rows.stream().map(LeadRow::line).toArray(Integer[]::new),
                LeadStore.column(rows, LeadRow::number),
                LeadStore.column(rows, LeadRow::name),
                LeadStore.column(rows, LeadRow::language),
                LeadStore.column(rows, LeadRow::country),
                LeadStore.column(rows, LeadRow::region),
                LeadStore.column(rows, LeadRow::city),
                LeadStore.column(rows, LeadRow::postalCode),
                LeadStore.column(rows, row -> String.join(",", row.zones())),
                LeadStore.column(rows, LeadRow::reference),
                LeadStore.column(rows, LeadStore::fields),
                rows.stream().map(LeadRow::rank).toArray(Integer[]::new),
                rows.stream().map(row -> row.numbers().size()).toArray(Integer[]::new),
                task.client(),
                task.campaignId());
        numbers(rows, done);
        Set<Integer> twice = new HashSet<>();
        Set<Integer> taken = new HashSet<>();
        if (byReference) {
            howMany(rows).forEach((line, leads) -> {
                if (!done.containsKey(line)) {
                    (leads > 1 ? twice : taken).add(line);
                }
            });
        }
        return new Result(Set.copyOf(done.keySet()), twice, taken);
    }

    private Map<Integer, Integer> howMany(List<LeadRow> rows) {
        Map<Integer, Integer> leads = new HashMap<>();
        Sql.list(
                c,
                row -> leads.put(row.getInt(1), row.getInt(2)),
                HOW_MANY,
                rows.stream().map(LeadRow::line).toArray(Integer[]::new),
                LeadStore.column(rows, LeadRow::reference),
                task.client(),
                task.campaignId());
        return leads;
    }

    /** The book of numbers follows: replaced where the row names several, else its first number alone. */
    private void numbers(List<LeadRow> rows, Map<Integer, UUID> done) {
        Map<UUID, List<LeadNumber>> numbers = new HashMap<>();
        rows.stream()
                .filter(row -> done.containsKey(row.line()) && !row.numbers().isEmpty())
                .forEach(row -> numbers.put(Objects.requireNonNull(done.get(row.line())), row.numbers()));
        Sql.update(
                c,
                "delete from lead_number where client_id = ? and lead_id = any (?)",
                task.client(),
                numbers.keySet().toArray(UUID[]::new));
        NumberBook.oneEach(c, task.client(), done.values());
        Sql.update(
                c,
                """
                update lead_number n set number = l.number, time_zones = l.time_zones, dead = false from lead l
                where n.client_id = ? and n.lead_id = any (?) and n.turn = 0 and l.client_id = n.client_id
                  and l.lead_id = n.lead_id and l.number <> n.number
                """,
                task.client(),
                done.values().toArray(UUID[]::new));
        NumberBook.write(c, task.client(), numbers);
    }
}
