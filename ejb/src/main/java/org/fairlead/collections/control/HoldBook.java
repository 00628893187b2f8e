package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.collections.Hold;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.DebtStops.Stop;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Holds: each stops what it must at once, for all parties of the debt. */
public final class HoldBook {

    private final Connection c;
    private final DebtStops stops;
    private final Instant now;

    public HoldBook(Connection c, DebtStops stops, Instant now) {
        this.c = c;
        this.stops = stops;
        this.now = now;
    }

    public UUID place(DebtFile debt, Hold kind, String reason, String login) {
        if (reason.isBlank()) {
            throw new Refused("hold.why");
        }
        if (debt.holds().contains(kind)) {
            throw new Refused("hold.stands");
        }
        UUID id = Ids.next();
        Sql.update(
                c,
                """
                insert into debt_hold (client_id, hold_id, debt_id, kind, stops_interest, since, placed_by, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                debt.client(),
                id,
                debt.debtId(),
                kind.name(),
                kind.stopsInterest(),
                now,
                login,
                reason);
        for (String person : parties(debt.client(), debt.debtId())) {
            String about = kind.isOfThePerson() ? null : debt.debtId().toString();
            stops.stop(c, debt.client(), new Stop(person, about, kind.name(), null, id));
        }
        DebtTimeline.note(
                c, debt.client(), debt.debtId(), now, login, "HOLD_PLACED", Map.of("kind", kind.name(), "why", reason));
        return id;
    }

    public void release(ClientId client, UUID debt, Hold kind, String reason, String login) {
        if (reason.isBlank()) {
            throw new Refused("hold.why");
        }
        List<UUID> released = Sql.list(
                c,
                row -> row.getObject(1, UUID.class),
                "update debt_hold set released_at = ?, released_by = ?, release_reason = ?"
                        + " where client_id = ? and debt_id = ? and kind = ? and released_at is null returning hold_id",
                now,
                login,
                reason,
                client,
                debt,
                kind.name());
        if (released.isEmpty()) {
            throw new NotFound("hold " + kind + " of debt " + debt);
        }
        released.forEach(hold -> stops.lift(c, client, hold));
        DebtTimeline.note(c, client, debt, now, login, "HOLD_RELEASED", Map.of("kind", kind.name(), "why", reason));
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
