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

/** Promises whose last day has ended are kept or broken; the day is the client's. */
final class LookAtPromises implements NightStep {

    private static final String DUE =
            """
            select distinct debt_id from promise
            where client_id = ? and debt_id > ? and state = 'STANDING' and due_on + grace_days < ?
            order by debt_id limit ?
            """;

    private final Connection c;
    private final ClientId client;
    private final PromiseBook promises;

    LookAtPromises(Connection c, ClientId client, DebtStops stops, Instant now) {
        this.c = c;
        this.client = client;
        this.promises = new PromiseBook(c, stops, now);
    }

    @Override
    public @Nullable UUID chunk(LocalDate day, UUID after, int most) {
        PortfolioBook.lockAll(c, client);
        List<UUID> debts =
                Sql.list(c, row -> row.getObject(1, UUID.class), DUE, client, after, day, Math.min(most, 500));
        debts.forEach(debt -> promises.decide(client, debt, day, "night"));
        return debts.isEmpty() ? null : debts.get(debts.size() - 1);
    }
}
