package org.fairlead.campaign.control;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairlead.campaign.entity.Fault;
import org.fairlead.campaign.entity.Fault.Reason;
import org.fairlead.campaign.entity.LeadFile;
import org.fairlead.campaign.entity.LeadRow;
import org.fairlead.campaign.entity.Refusal;
import org.fairlead.shared.Sql;

/**
 * Reads a list and stores its good rows, all of them in the one transaction of the given connection: whatever ends the
 * server in the middle, nothing is half loaded. Faults and progress go to the journal at once.
 */
public final class TakeInList implements LeadFile.Rows {

    private static final int BATCH = 1_000;

    private final Connection c;
    private final ListTask task;
    private final ListJournal journal;
    private final List<LeadRow> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int read;
    private int loaded;
    private int bad;
    private int untilProgress = BATCH;
    private long bytes;

    public TakeInList(Connection c, ListTask task, ListJournal journal) {
        this.c = c;
        this.task = task;
        this.journal = journal;
    }

    /**
     * Takes the list in.
     *
     * @return empty when the transaction is to be committed: the list is marked as loaded in it; otherwise why it is to be
     *     rolled back
     */
    public Optional<Refusal> take(InputStream in) throws IOException {
        LeadFile file = new LeadFile(in, task.options(), task.country());
        Optional<Refusal> refusal = file.read(new LeadFile.Rows() {
            @Override
            public void good(LeadRow row) {
                bytes = file.bytes();
                TakeInList.this.good(row);
            }

            @Override
            public void bad(List<Fault> found) {
                bytes = file.bytes();
                TakeInList.this.bad(found);
            }
        });
        flush();
        if (refusal.isPresent()) {
            return refusal;
        }
        if (task.options().allOrNone() && bad > 0) {
            loaded = 0;
            return Optional.of(new Refusal(Reason.BAD_ROWS, Integer.toString(bad)));
        }
        markLoaded();
        return Optional.empty();
    }

    /** How far it came. */
    public ListProgress progress() {
        long percent = task.bytes() <= 0 ? 0 : Math.min(99, bytes * 100 / task.bytes());
        return new ListProgress((int) percent, read, loaded, bad);
    }

    @Override
    public void good(LeadRow row) {
        rows.add(row);
        count();
    }

    @Override
    public void bad(List<Fault> found) {
        faults.addAll(found);
        bad++;
        count();
    }

    private void count() {
        read++;
        if (--untilProgress == 0) {
            flush();
            journal.progressed(task, progress());
            untilProgress = BATCH;
        }
    }

    private void flush() {
        Set<String> stored = rows.isEmpty() ? Set.of() : LeadStore.insert(c, task, rows);
        for (LeadRow row : rows) {
            if (stored.contains(row.number())) {
                loaded++;
            } else {
                bad++;
                faults.add(new Fault(row.line(), "phone_number", Reason.DUPLICATE_IN_CAMPAIGN, row.number()));
            }
        }
        rows.clear();
        if (!faults.isEmpty()) {
            journal.faults(task, List.copyOf(faults));
            faults.clear();
        }
    }

    private void markLoaded() {
        Sql.update(
                c,
                "update lead_list set state = 'LOADED', percent = 100, rows_read = ?, rows_loaded = ?, rows_bad = ?"
                        + " where client_id = ? and list_id = ?",
                read,
                loaded,
                bad,
                task.client(),
                task.listId());
    }
}
