package org.fairlead.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Json;
import org.fairlead.shared.Node;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Leads that other work makes, beside those of uploaded lists. */
@ApplicationScoped
public class OfferedLeads implements LeadOffers {

    private static final String INSERT =
            """
            insert into lead (client_id, lead_id, campaign_id, list_id, number, name, language, country, city, postal_code,
                              time_zones, reference, fields, rank)
            select ?, x.id, ?, ?, x.number, x.name, x.language, x.country, x.city, x.postal_code,
                   string_to_array(x.zones, ','), x.reference, x.fields::jsonb, x.rank
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::integer[])
              as x(id, number, name, language, country, city, postal_code, zones, reference, fields, rank)
            on conflict (client_id, campaign_id, number) do update set name = excluded.name, fields = excluded.fields,
              reference = excluded.reference, rank = excluded.rank, state = 'READY', next_at = null,
              withdrawn = false
            where lead.state in ('DONE', 'EXHAUSTED')
            returning number
            """;

    /** A person has one lead of a campaign: another number is tried after the first, not beside it. */
    private static final String OTHER_NUMBERS =
            """
            update lead set state = 'DONE', next_at = null from unnest(?::text[], ?::text[]) as x(reference, number)
            where lead.client_id = ? and lead.campaign_id = ? and lead.reference = x.reference and lead.number <> x.number
              and lead.state = 'READY'
            """;

    /** A call that is under way is let be; the end of its attempt sees the mark. */
    private static final String WITHDRAW =
            """
            update lead set state = case state when 'TAKEN' then state else 'DONE' end, next_at = null, withdrawn = true
            where client_id = ? and fields ->> 'debt' = any (?) and state in ('READY', 'CALLBACK', 'TAKEN', 'EXHAUSTED')
            returning lead_id
            """;

    @Override
    public Set<String> offer(
            Connection c, ClientId client, UUID campaignId, String list, UUID person, Instant now, List<Offer> offers) {
        if (offers.isEmpty()) {
            return Set.of();
        }
        UUID listId = list(c, client, campaignId, list, person, now);
        Sql.update(
                c, OTHER_NUMBERS, column(offers, Offer::reference), column(offers, Offer::number), client, campaignId);
        Set<String> ready = Set.copyOf(Sql.list(
                c,
                row -> row.getString(1),
                INSERT,
                client,
                campaignId,
                listId,
                Stream.generate(Ids::next).limit(offers.size()).sorted().toArray(UUID[]::new),
                column(offers, Offer::number),
                column(offers, Offer::name),
                column(offers, Offer::language),
                column(offers, Offer::country),
                column(offers, Offer::city),
                column(offers, Offer::postalCode),
                column(offers, offer -> zones(offer.number())),
                column(offers, Offer::reference),
                column(offers, offer -> Json.write(offer.fields())),
                offers.stream().map(Offer::rank).toArray(Integer[]::new)));
        Sql.update(
                c,
                "update lead_list set rows_read = rows_read + ?, rows_loaded = rows_loaded + ? where client_id = ? and list_id = ?",
                ready.size(),
                ready.size(),
                client,
                listId);
        return ready;
    }

    @Override
    public void withdraw(Connection c, ClientId client, Collection<UUID> debts) {
        List<UUID> done = Sql.list(
                c,
                row -> row.getObject(1, UUID.class),
                WITHDRAW,
                client,
                debts.stream().map(UUID::toString).toArray(String[]::new));
        Sql.update(
                c,
                "update callback set state = 'DROPPED' where client_id = ? and lead_id = any (?) and state = 'DUE'",
                client,
                done.toArray(UUID[]::new));
    }

    /** One list a name: what comes on later days is added to it. */
    private static UUID list(Connection c, ClientId client, UUID campaignId, String name, UUID person, Instant now) {
        return Sql.one(
                        c,
                        row -> row.getObject(1, UUID.class),
                        "select list_id from lead_list where client_id = ? and campaign_id = ? and name = ?"
                                + " and state = 'LOADED' order by uploaded_at limit 1",
                        client,
                        campaignId,
                        name)
                .orElseGet(() -> {
                    UUID id = Ids.next();
                    Sql.update(
                            c,
                            "insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state,"
                                    + " all_or_none, percent, node) values (?, ?, ?, ?, ?, ?, 'LOADED', false, 100, ?)",
                            client,
                            id,
                            campaignId,
                            name,
                            person,
                            now,
                            Node.name());
                    return id;
                });
    }

    private static String zones(String number) {
        return PhoneNumbers.of(number).zones().stream().map(ZoneId::getId).collect(Collectors.joining(","));
    }

    private static <T> String[] column(List<T> rows, Function<T, @Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
