package org.fairlead.compliance.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.Set;
import java.util.UUID;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.PeopleStopped;
import org.fairlead.compliance.Wishes;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Sql;

/** Stops of debts among the other holds. */
@Dependent
public class DebtStopBook implements DebtStops {

    private final Event<PeopleStopped> stopped;

    @Inject
    public DebtStopBook(Event<PeopleStopped> stopped) {
        this.stopped = stopped;
    }

    @Override
    public void stop(Connection transaction, ClientId client, Stop stop) {
        if (!Wishes.HOLDS.contains(stop.kind()) && !AGREED.contains(stop.kind())) {
            throw new IllegalArgumentException("no rule knows the hold " + stop.kind());
        }
        Sql.update(
                transaction,
                """
                insert into outreach_hold (client_id, hold_id, number, person, debt, kind, since, until, source)
                values (?, ?, null, ?, ?, ?, clock_timestamp(), ?, ?)
                """,
                client,
                Ids.next(),
                stop.person(),
                stop.debt(),
                stop.kind(),
                stop.until(),
                name(stop.source()));
        stopped.fire(new PeopleStopped(Set.of(client)));
    }

    @Override
    public int lift(Connection transaction, ClientId client, UUID source) {
        return Sql.update(
                transaction,
                "update outreach_hold set until = clock_timestamp() where client_id = ? and source = ?"
                        + " and (until is null or until > clock_timestamp())",
                client,
                name(source));
    }

    private static String name(UUID source) {
        return "debt " + source;
    }
}
