package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.control.PlaceDebts.Handed;
import org.fairlead.collections.entity.placement.PlacementFault;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** A client's file of placements or recalls, and what is wrong with it. */
record PlacementRecord(Connection c, ClientId client) {

    private static final int BATCH = 1_000;

    /** @param refusal why nothing of it was taken; null when it was loaded */
    void insert(UUID id, UUID portfolio, String kind, Handed file, Instant now, @Nullable String refusal) {
        Sql.update(
                c,
                "insert into placement (client_id, placement_id, portfolio_id, file_name, file_hash, kind, uploaded_by,"
                        + " uploaded_at, state, all_or_none, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                client,
                id,
                portfolio,
                file.name(),
                file.hash(),
                kind,
                file.person(),
                now,
                refusal == null ? "LOADED" : "REFUSED",
                file.allOrNone(),
                refusal);
    }

    void counts(UUID id, int read, int loaded, int bad, int linked) {
        Sql.update(
                c,
                "update placement set rows_read = ?, rows_loaded = ?, rows_bad = ?, rows_linked = ?, percent = 100"
                        + " where client_id = ? and placement_id = ?",
                read,
                loaded,
                bad,
                linked,
                client,
                id);
    }

    void faults(UUID id, List<PlacementFault> faults) {
        for (int from = 0; from < faults.size(); from += BATCH) {
            List<PlacementFault> some = faults.subList(from, Math.min(faults.size(), from + BATCH));
            Sql.update(
                    c,
                    """
                    insert into placement_fault (client_id, placement_id, line, column_name, reason, value)
                    select ?, ?, x.* from unnest(?::integer[], ?::text[], ?::text[], ?::text[]) as x
                    on conflict do nothing
                    """,
                    client,
                    id,
                    some.stream().map(PlacementFault::line).toArray(Integer[]::new),
                    some.stream().map(PlacementFault::column).toArray(String[]::new),
                    some.stream().map(fault -> fault.reason().key()).toArray(String[]::new),
                    some.stream().map(PlacementFault::value).toArray(String[]::new));
        }
    }
}
