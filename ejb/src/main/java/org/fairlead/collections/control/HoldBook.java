package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.Hold;
import org.fairlead.collections.control.CaseBook.Term;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.DebtStops.Stop;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Holds: each stops what it must at once, for all parties of the debt. One that is true of the person stands on all that
 * the debtor owes, and stops every word to the debtor.
 */
public final class HoldBook {

    private final Connection c;
    private final DebtStops stops;
    private final Instant now;

    public HoldBook(Connection c, DebtStops stops, Instant now) {
        this.c = c;
        this.stops = stops;
        this.now = now;
    }

    public UUID place(DebtFile asked, Hold kind, String reason, String login) {
        if (reason.isBlank()) {
            throw new Refused("hold.why");
        }
        if (kind.isOfThePerson()) {
            // it stands on all that the debtor owes: two who place it from two debts wait for each other here
            lockPerson(asked);
        }
        // of two at once the second sees the first: each hold has one case, and somebody else answers it
        DebtLedger.lock(c, asked.client(), asked.debtId());
        DebtFile debt = DebtFile.one(c, asked.client(), asked.debtId());
        if (debt.holds().contains(kind)) {
            throw new Refused("hold.stands");
        }
        List<DebtFile> held = held(debt, kind);
        Instant until = CaseBook.term(c, debt, kind.name(), now)
                .filter(Term::lasts)
                .map(term -> now.plus(Duration.ofDays(term.days())))
                .orElse(null);
        UUID first = null;
        for (DebtFile one : held) {
            UUID id = insert(one, kind, reason, login, until);
            boolean ofThePerson = kind.isOfThePerson() && first == null;
            for (String person : parties(one.client(), one.debtId())) {
                // what is true of the debtor says nothing of what the others owe elsewhere
                String about = ofThePerson && person.equals(one.person())
                        ? null
                        : one.debtId().toString();
                stops.stop(c, one.client(), new Stop(person, about, kind.word(), until, id));
            }
            first = first == null ? id : first;
        }
        UUID hold = Objects.requireNonNull(first);
        CaseBook.opened(c, debt, kind, hold, reason, login, now);
        return hold;
    }

    /** Contacts that begin meanwhile do not wait for it. */
    private void lockPerson(DebtFile debt) {
        Sql.list(
                c,
                row -> row.getString(1),
                "select customer_id from customer where client_id = ? and customer_id = ? for no key update",
                debt.client(),
                debt.customerId());
    }

    /** Whoever places a hold on one of them meanwhile waits for these debts, or is waited for here; in one order for all. */
    private void lockPeople(ClientId client, UUID placement) {
        Sql.number(
                c,
                """
                select count(*) from (
                  select u.customer_id from customer u where u.client_id = ? and exists (
                    select 1 from debt d
                    join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
                    where d.client_id = u.client_id and d.placement_id = ? and y.customer_id = u.customer_id)
                  order by u.customer_id for no key update) as locked
                """,
                client,
                placement);
    }

    private record Inherited(UUID debt, Hold kind, String reason, @Nullable Instant until) {}

    /** What is true of a person is true of debts that are placed later, and of those that are placed at that very instant. */
    public void extend(ClientId client, UUID placement, String login) {
        lockPeople(client, placement);
        String[] ofThePerson = Arrays.stream(Hold.values())
                .filter(Hold::isOfThePerson)
                .map(Enum::name)
                .toArray(String[]::new);
        List<Inherited> all = Sql.list(
                c,
                row -> new Inherited(
                        row.getObject("debt_id", UUID.class),
                        Hold.valueOf(row.getString("kind")),
                        row.getString("reason"),
                        Sql.instant(row, "until")),
                """
                select distinct on (d.debt_id, h.kind) d.debt_id, h.kind, h.reason, h.until
                from debt d
                join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
                join debt_party o on o.client_id = y.client_id and o.customer_id = y.customer_id and o.role = 'DEBTOR'
                join debt_hold h on h.client_id = o.client_id and h.debt_id = o.debt_id
                where d.client_id = ? and d.placement_id = ? and o.debt_id <> d.debt_id and h.kind = any (?)
                  and h.released_at is null and (h.until is null or h.until > ?)
                order by d.debt_id, h.kind, h.since
                """,
                client,
                placement,
                ofThePerson,
                now);
        for (Inherited one : all) {
            DebtFile debt = DebtFile.one(c, client, one.debt());
            if (!debt.holds().contains(one.kind())) {
                UUID id = insert(debt, one.kind(), one.reason(), login, one.until());
                for (String person : parties(client, one.debt())) {
                    stops.stop(
                            c,
                            client,
                            new Stop(person, one.debt().toString(), one.kind().word(), one.until(), id));
                }
            }
        }
    }

    /** The debt; for what is true of the person every debt that the debtor still owes, the one at hand first. */
    private List<DebtFile> held(DebtFile debt, Hold kind) {
        List<DebtFile> all = new ArrayList<>(List.of(debt));
        if (kind.isOfThePerson()) {
            DebtFile.ofPerson(c, debt.client(), debt.customerId()).stream()
                    .filter(one -> one.customerId().equals(debt.customerId()))
                    .filter(one -> !one.debtId().equals(debt.debtId()))
                    .filter(one -> !one.status().ended() && !one.holds().contains(kind))
                    .forEach(all::add);
        }
        return all;
    }

    private UUID insert(DebtFile debt, Hold kind, String reason, String login, @Nullable Instant until) {
        UUID id = Ids.next();
        Sql.update(
                c,
                """
                insert into debt_hold (client_id, hold_id, debt_id, kind, stops_interest, since, placed_by, reason, until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                """,
                debt.client(),
                id,
                debt.debtId(),
                kind.name(),
                kind.stopsInterest(),
                now,
                login,
                reason,
                until == null ? null : until.toString());
        DebtTimeline.note(
                c, debt.client(), debt.debtId(), now, login, "HOLD_PLACED", Map.of("kind", kind.name(), "why", reason));
        TaskBook.withdraw(c, debt.client(), debt.debtId(), login, kind, now);
        return id;
    }

    private record Released(UUID hold, UUID debt) {}

    /** What was placed on all that the person owes is released on all of it. */
    public void release(ClientId client, UUID debt, Hold kind, String reason, String login) {
        if (reason.isBlank()) {
            throw new Refused("hold.why");
        }
        List<Released> released = Sql.list(
                c,
                row -> new Released(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                """
                update debt_hold h set released_at = ?, released_by = ?, release_reason = ?
                where h.client_id = ? and h.kind = ? and h.released_at is null and (h.debt_id = ? or ? and exists (
                  select 1 from debt_party y join debt_party o on o.client_id = y.client_id and o.customer_id = y.customer_id
                  where y.client_id = h.client_id and y.debt_id = h.debt_id and y.role = 'DEBTOR'
                    and o.debt_id = ? and o.role = 'DEBTOR'))
                returning h.hold_id, h.debt_id
                """,
                now,
                login,
                reason,
                client,
                kind.name(),
                debt,
                kind.isOfThePerson(),
                debt);
        if (released.stream().noneMatch(one -> one.debt().equals(debt))) {
            throw new NotFound("hold " + kind + " of debt " + debt);
        }
        for (Released one : released) {
            stops.lift(c, client, one.hold());
            DebtTimeline.note(
                    c, client, one.debt(), now, login, "HOLD_RELEASED", Map.of("kind", kind.name(), "why", reason));
        }
    }

    private List<String> parties(ClientId client, UUID debt) {
        return Sql.list(
                c,
                row -> row.getString(1),
                "select coalesce(u.reference, u.customer_id::text) from debt_party y join customer u"
                        + " on u.client_id = y.client_id and u.customer_id = y.customer_id"
                        + " where y.client_id = ? and y.debt_id = ?",
                client,
                debt);
    }
}
