package org.fairlead.campaign.control;

import java.sql.Connection;
import java.util.List;
import org.fairlead.campaign.entity.Fault;
import org.fairlead.campaign.entity.Fault.Reason;
import org.fairlead.campaign.entity.Refusal;
import org.fairlead.shared.Sql;

/** The journal's statements; who calls decides on the transaction. */
public final class ListRecords {

    private ListRecords() {}

    public static void faults(Connection c, ListTask task, List<Fault> faults) {
        LeadStore.insertFaults(c, task, faults);
    }

    public static void progressed(Connection c, ListTask task, ListProgress progress) {
        Sql.update(
                c,
                "update lead_list set percent = ?, rows_read = ?, rows_loaded = ?, rows_bad = ?"
                        + " where client_id = ? and list_id = ? and state = 'READING'",
                progress.percent(),
                progress.read(),
                progress.loaded(),
                progress.bad(),
                task.client(),
                task.listId());
    }

    public static void ended(Connection c, ListTask task, String state, Refusal why, ListProgress progress) {
        Sql.update(
                c,
                "update lead_list set state = ?, percent = 100, rows_read = ?, rows_loaded = 0, rows_bad = ?,"
                        + " reason = ?, detail = ? where client_id = ? and list_id = ? and state = 'READING'",
                state,
                progress.read(),
                progress.bad(),
                why.reason().key(),
                why.detail(),
                task.client(),
                task.listId());
    }

    /**
     * After a restart of this node: whatever it was reading is not loaded, and says so. Other nodes read on.
     *
     * @return how many lists
     */
    public static int failInterrupted(Connection allClients, String node) {
        return Sql.update(
                allClients,
                "update lead_list set state = 'FAILED', percent = 100, rows_loaded = 0, reason = ?"
                        + " where state = 'READING' and node in (?, '')",
                Reason.INTERRUPTED.key(),
                node);
    }
}
