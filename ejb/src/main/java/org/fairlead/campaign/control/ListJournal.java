package org.fairlead.campaign.control;

import java.util.List;
import org.fairlead.campaign.entity.Fault;
import org.fairlead.campaign.entity.Refusal;

/**
 * Keeps what is to be seen of a list while it is read, and what must outlive its rolled-back leads: each call is a
 * transaction of its own.
 */
public interface ListJournal {

    void faults(ListTask task, List<Fault> faults);

    void progressed(ListTask task, ListProgress progress);

    /**
     * Nothing of the list was loaded.
     *
     * @param state {@code REFUSED} or {@code FAILED}
     */
    void ended(ListTask task, String state, Refusal why, ListProgress progress);
}
