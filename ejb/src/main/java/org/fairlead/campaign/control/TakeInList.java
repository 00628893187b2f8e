package org.fairlead.campaign.control;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairlead.campaign.UploadOptions.Key;
import org.fairlead.campaign.UploadOptions.Known;
import org.fairlead.campaign.entity.Fault;
import org.fairlead.campaign.entity.Fault.Reason;
import org.fairlead.campaign.entity.LeadFile;
import org.fairlead.campaign.entity.LeadRow;
import org.fairlead.campaign.entity.Refusal;
import org.fairlead.compliance.DebtNames;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list and stores its good rows, all of them in the one transaction of the given connection: whatever ends the
 * server in the middle, nothing is half loaded. Faults and progress go to the journal at once.
 */
public final class TakeInList implements LeadFile.Rows {

    private static final int BATCH = 1_000;
    private static final String REFERENCE = "vendor_lead_code";

    private final Connection c;
    private final ListTask task;
    private final DebtNames debts;
    private final ListJournal journal;
    private final List<LeadRow> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** Of the rows so far, where people are known by them. */
    private final Set<String> references = new HashSet<>();

    private int read;
    private int loaded;
    private int updated;
    private int bad;
    private int untilProgress = BATCH;
    private long bytes;

    public TakeInList(Connection c, ListTask task, DebtNames debts, ListJournal journal) {
        this.c = c;
        this.task = task;
        this.debts = debts;
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
        nameDebts();
        if (task.options().known() != Known.REFUSE) {
            update();
        }
        Set<String> stored = rows.isEmpty() ? Set.of() : LeadStore.insert(c, task, rows);
        for (LeadRow row : rows) {
            if (stored.contains(row.number())) {
                loaded++;
            } else {
                refuse(row, "phone_number", Reason.DUPLICATE_IN_CAMPAIGN, row.number());
            }
        }
        rows.clear();
        if (!faults.isEmpty()) {
            journal.faults(task, List.copyOf(faults));
            faults.clear();
        }
    }

    /** Decisions compare debts by our names; a row about one that nobody knows, or that has ended, is a bad row. */
    private void nameDebts() {
        Set<String> written =
                rows.stream().map(LeadRow::debt).filter(Objects::nonNull).collect(Collectors.toSet());
        if (written.isEmpty()) {
            return;
        }
        Map<String, Set<String>> open = debts.open(c, task.client(), written);
        for (ListIterator<LeadRow> each = rows.listIterator(); each.hasNext(); ) {
            LeadRow row = each.next();
            String debt = row.debt();
            Set<String> ours = debt == null ? Set.of() : open.getOrDefault(debt, Set.of());
            if (debt != null && ours.size() == 1) {
                each.set(row.about(ours.iterator().next()));
            } else if (debt != null) {
                each.remove();
                refuse(row, LeadRow.DEBT, ours.isEmpty() ? Reason.DEBT_NOT_OPEN : Reason.DEBT_TWICE, debt);
            }
        }
    }

    private void refuse(LeadRow row, String column, Reason reason, @Nullable String value) {
        bad++;
        faults.add(new Fault(row.line(), column, reason, value == null ? "" : value));
    }

    /** Brings up to date what the campaign has, and leaves in {@code rows} what is to be added. */
    private void update() {
        boolean byReference = task.options().by() == Key.REFERENCE;
        if (byReference) {
            rows.removeIf(this::withoutItsReference);
        }
        if (rows.isEmpty()) {
            return;
        }
        LeadUpdate.Result result = new LeadUpdate(c, task).update(rows);
        updated += result.done().size();
        rows.removeIf(row -> result.done().contains(row.line()));
        for (Iterator<LeadRow> left = rows.iterator(); left.hasNext(); ) {
            LeadRow row = left.next();
            if (result.twice().contains(row.line())) {
                refuse(row, REFERENCE, Reason.REFERENCE_TWICE, row.reference());
            } else if (result.taken().contains(row.line())) {
                refuse(row, "phone_number", Reason.DUPLICATE_IN_CAMPAIGN, row.number());
            } else if (task.options().known() == Known.UPDATE_ONLY) {
                refuse(
                        row,
                        byReference ? REFERENCE : "phone_number",
                        Reason.UNKNOWN_IN_CAMPAIGN,
                        byReference ? row.reference() : row.number());
            } else {
                continue;
            }
            left.remove();
        }
    }

    private boolean withoutItsReference(LeadRow row) {
        String reference = row.reference();
        if (reference == null) {
            refuse(row, REFERENCE, Reason.REFERENCE_MISSING, "");
            return true;
        }
        if (!references.add(reference)) {
            refuse(row, REFERENCE, Reason.REFERENCE_TWICE, reference);
            return true;
        }
        return false;
    }

    private void markLoaded() {
        Sql.update(
                c,
                "update lead_list set state = 'LOADED', percent = 100, rows_read = ?, rows_loaded = ?, rows_updated = ?,"
                        + " rows_bad = ?"
                        + " where client_id = ? and list_id = ?",
                read,
                loaded,
                updated,
                bad,
                task.client(),
                task.listId());
    }
}
