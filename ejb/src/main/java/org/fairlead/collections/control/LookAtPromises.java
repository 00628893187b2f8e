package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.compliance.DebtStops;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Promises whose last day has ended are kept or broken, and so are plans and settlements; the day is the client's. */
final class LookAtPromises implements NightStep {

    private static final String DUE =
            """
            select debt_id from promise
            where client_id = ? and debt_id > ? and state = 'STANDING' and due_on + grace_days < ?
            union
            select debt_id from arrangement where client_id = ? and debt_id > ? and state = 'STANDING'
            order by debt_id limit ?
            """;

    private final Connection c;
    private final ClientId client;
    private final Instant now;
    private final PromiseBook promises;
    private final ArrangementFate arrangements;

    LookAtPromises(Connection c, ClientId client, DebtStops stops, Instant now) {
        this.c = c;
        this.client = client;
        this.now = now;
        this.promises = new PromiseBook(c, stops, now);
        this.arrangements = new ArrangementFate(c, stops, now);
    }

    @Override
    public @Nullable UUID chunk(LocalDate day, UUID after, int most) {
        List<UUID> debts = Sql.list(
                c, row -> row.getObject(1, UUID.class), DUE, client, after, day, client, after, Math.min(most, 500));
        for (UUID debt : debts) {
            if (DebtFile.skipped(c, client, debt, now)) {
                continue;
            }
            promises.decide(client, debt, day, "night");
            arrangements.decide(client, debt, day, "night");
        }
        return debts.isEmpty() ? null : debts.get(debts.size() - 1);
    }
}
