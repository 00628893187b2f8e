package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.compliance.DebtStops;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Debts whose day of recall has come go back by themselves. */
final class DueRecalls implements NightStep {

    private static final int AT_ONCE = 500;

    private final Connection c;
    private final ClientId client;
    private final Instant now;
    private final RecallDebts recalls;

    DueRecalls(Connection c, ClientId client, DebtStops stops, LeadOffers leads, Instant now) {
        this.c = c;
        this.client = client;
        this.now = now;
        this.recalls = new RecallDebts(c, stops, leads, now);
    }

    @Override
    public @Nullable UUID chunk(LocalDate day, UUID after, int most) {
        List<UUID> due = Sql.list(
                c,
                row -> row.getObject(1, UUID.class),
                "select debt_id from debt where client_id = ? and debt_id > ? and recall_on <= ?"
                        + " and status not in ('PAID','SETTLED','RECALLED','CLOSED') order by debt_id limit ?",
                client,
                after,
                day,
                Math.min(most, AT_ONCE));
        for (UUID debt : due) {
            if (!DebtFile.skipped(c, client, debt, now)) {
                recalls.recall(DebtFile.one(c, client, debt), null, day, "night");
            }
        }
        return due.isEmpty() ? null : due.get(due.size() - 1);
    }
}
