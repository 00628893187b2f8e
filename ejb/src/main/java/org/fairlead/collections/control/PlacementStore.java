package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fairlead.collections.Bucket;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.entity.placement.PlacedDebt;
import org.fairlead.collections.entity.placement.PlacedPerson;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Stores debts and their people, a thousand with each statement. */
final class PlacementStore {

    private static final String CUSTOMERS =
            """
            insert into customer (client_id, customer_id, name, language, country, city, reference, since)
            select ?, x.id, x.name, coalesce(x.language, g.languages[1]), p.country, x.city, x.reference, ?
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) as x(id, name, language, city, reference)
            join portfolio p on p.client_id = ? and p.portfolio_id = ?
            join program g on g.client_id = p.client_id and g.program_id = p.program_id
            """;

    private static final String DEBTORS =
            """
            insert into debtor (client_id, customer_id, birth_date, street, postal_code)
            select ?, x.id, x.birth_date::date, x.street, x.postal_code
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as x(id, birth_date, street, postal_code)
            on conflict (client_id, customer_id) do update set birth_date = coalesce(excluded.birth_date, debtor.birth_date),
              street = coalesce(excluded.street, debtor.street), postal_code = coalesce(excluded.postal_code, debtor.postal_code)
            """;

    private static final String POINTS =
            """
            insert into contact_point (client_id, contact_point_id, customer_id, kind, value)
            select ?, x.* from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]) as x
            on conflict (client_id, kind, value, customer_id) do nothing
            """;

    private static final String DEBTS =
            """
            insert into debt (client_id, debt_id, portfolio_id, placement_id, reference, currency, status, past_due_since,
                              placed_on, interest_from, barred_from, recall_on, costs, fees, interest, principal, version)
            select ?, x.id, p.portfolio_id, ?, x.reference, p.currency,
                   case when p.validation_days > 0 then 'VALIDATION' else 'WORKING' end, x.past_due::date, ?,
                   coalesce(x.interest_from::date, case when p.yearly_rate > 0 then ?::date end), x.barred::date, x.recall::date,
                   x.costs::bigint, x.fees::bigint, x.interest::bigint, x.principal::bigint, 1
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[]) as x(id, reference, past_due, interest_from, barred, recall, costs, fees, interest, principal)
            join portfolio p on p.client_id = ? and p.portfolio_id = ?
            """;

    /** As {@code Bookkeeping.placed} makes it, for many debts at once; the table checks that each row sums to zero. */
    private static final String POSTINGS =
            """
            insert into debt_posting (client_id, posting_id, debt_id, kind, value_date, posted_at, who, why, costs, fees,
                                      interest, principal, placed)
            select client_id, x.posting, debt_id, 'PLACEMENT', ?, ?, ?, ?, costs, fees, interest, principal,
                   -(costs + fees + interest + principal)
            from debt join unnest(?::uuid[], ?::uuid[]) as x(id, posting) on x.id = debt.debt_id where client_id = ?
            """;

    private static final String PARTIES =
            """
            insert into debt_party (client_id, debt_id, customer_id, role)
            select ?, x.* from unnest(?::uuid[], ?::uuid[], ?::text[]) as x on conflict do nothing
            """;

    private static final String EVENTS =
            """
            insert into debt_event (client_id, event_id, debt_id, at, who, kind, detail)
            select ?, x.event, x.debt, ?, ?, 'PLACED', jsonb_build_object('placement', ?::text)
            from unnest(?::uuid[], ?::uuid[]) as x(event, debt)
            """;

    private static final String LINKED =
            """
            select count(*) from unnest(?::uuid[], ?::uuid[]) as mine(debt_id, customer_id) where exists (
              select 1 from debt_party o where o.client_id = ? and o.customer_id = mine.customer_id and o.role = 'DEBTOR'
                and o.debt_id <> mine.debt_id and exists (
                  select 1 from debt d where d.client_id = o.client_id and d.debt_id = o.debt_id
                    and d.status not in ('PAID','SETTLED','RECALLED','CLOSED')))
            """;

    private final Connection c;
    private final Portfolio portfolio;
    private final UUID placement;
    private final LocalDate today;
    private final Instant now;
    private final String login;
    private final PersonFinder people;
    private int linked;

    PlacementStore(Connection c, Portfolio portfolio, UUID placement, LocalDate today, Instant now, String login) {
        this.c = c;
        this.portfolio = portfolio;
        this.placement = placement;
        this.today = today;
        this.now = now;
        this.login = login;
        this.people = new PersonFinder(c, portfolio.client());
    }

    int linked() {
        return linked;
    }

    void insert(List<PlacedDebt> debts) {
        Map<UUID, PlacedPerson> unknown = new LinkedHashMap<>();
        List<PlacedPerson> all =
                debts.stream().flatMap(debt -> debt.parties().stream()).toList();
        Map<PlacedPerson, UUID> ids = people.find(all, unknown);
        insertPeople(ids, unknown);
        Map<UUID, PlacedDebt> byId = new LinkedHashMap<>();
        debts.forEach(debt -> byId.put(Ids.next(), debt));
        insertDebts(byId);
        insertParties(byId, ids);
        UUID[] debtors =
                byId.values().stream().map(debt -> ids.get(debt.debtor())).toArray(UUID[]::new);
        linked += Sql.number(c, LINKED, ids(byId), debtors, portfolio.client());
    }

    private void insertPeople(Map<PlacedPerson, UUID> ids, Map<UUID, PlacedPerson> unknown) {
        List<PlacedPerson> fresh = List.copyOf(unknown.values());
        Sql.update(
                c,
                CUSTOMERS,
                portfolio.client(),
                today,
                unknown.keySet().toArray(UUID[]::new),
                column(fresh, PlacedPerson::name),
                column(fresh, PlacedPerson::language),
                column(fresh, PlacedPerson::city),
                column(fresh, PlacedPerson::reference),
                portfolio.client(),
                portfolio.portfolioId());
        Map<UUID, PlacedPerson> told = new LinkedHashMap<>();
        ids.forEach((person, id) -> {
            if (person.birthDate() != null || person.street() != null || person.postalCode() != null) {
                told.put(id, person);
            }
        });
        List<PlacedPerson> known = List.copyOf(told.values());
        Sql.update(
                c,
                DEBTORS,
                portfolio.client(),
                told.keySet().toArray(UUID[]::new),
                column(known, person -> Objects.toString(person.birthDate(), null)),
                column(known, PlacedPerson::street),
                column(known, PlacedPerson::postalCode));
        insertPoints(ids);
    }

    private void insertPoints(Map<PlacedPerson, UUID> ids) {
        List<UUID> owners = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> values = new ArrayList<>();
        ids.forEach((person, id) -> {
            for (String phone : person.phones()) {
                owners.add(id);
                kinds.add("PHONE");
                values.add(phone);
            }
            String email = person.email();
            if (email != null) {
                owners.add(id);
                kinds.add("EMAIL");
                values.add(email);
            }
        });
        Sql.update(
                c,
                POINTS,
                portfolio.client(),
                fresh(owners.size()),
                owners.toArray(UUID[]::new),
                kinds.toArray(String[]::new),
                values.toArray(String[]::new));
    }

    private void insertDebts(Map<UUID, PlacedDebt> byId) {
        List<PlacedDebt> debts = List.copyOf(byId.values());
        Sql.update(
                c,
                DEBTS,
                portfolio.client(),
                placement,
                today,
                today,
                ids(byId),
                column(debts, PlacedDebt::reference),
                column(debts, debt -> debt.pastDueSince().toString()),
                column(debts, debt -> Objects.toString(debt.interestFrom(), null)),
                column(debts, debt -> Objects.toString(debt.barredFrom(), null)),
                column(debts, debt -> Objects.toString(debt.recallOn(), null)),
                column(debts, debt -> Long.toString(debt.minor(Bucket.COSTS))),
                column(debts, debt -> Long.toString(debt.minor(Bucket.FEES))),
                column(debts, debt -> Long.toString(debt.minor(Bucket.INTEREST))),
                column(debts, debt -> Long.toString(debt.minor(Bucket.PRINCIPAL))),
                portfolio.client(),
                portfolio.portfolioId());
        Sql.update(
                c,
                POSTINGS,
                today,
                now,
                login,
                "placement " + placement,
                ids(byId),
                fresh(debts.size()),
                portfolio.client());
        Sql.update(c, EVENTS, portfolio.client(), now, login, placement.toString(), fresh(debts.size()), ids(byId));
    }

    private void insertParties(Map<UUID, PlacedDebt> byId, Map<PlacedPerson, UUID> ids) {
        List<UUID> debts = new ArrayList<>();
        List<UUID> persons = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        byId.forEach((id, debt) -> debt.parties().forEach(person -> {
            debts.add(id);
            persons.add(Objects.requireNonNull(ids.get(person)));
            roles.add(person.role());
        }));
        Sql.update(
                c,
                PARTIES,
                portfolio.client(),
                debts.toArray(UUID[]::new),
                persons.toArray(UUID[]::new),
                roles.toArray(String[]::new));
    }

    private static UUID[] ids(Map<UUID, PlacedDebt> byId) {
        return byId.keySet().toArray(UUID[]::new);
    }

    private static UUID[] fresh(int many) {
        return Stream.generate(Ids::next).limit(many).toArray(UUID[]::new);
    }

    private static <T> String[] column(List<T> rows, Function<T, @Nullable String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
