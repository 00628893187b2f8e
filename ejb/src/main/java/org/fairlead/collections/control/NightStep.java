package org.fairlead.collections.control;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One kind of nightly work over a client's debts, a chunk in each transaction. */
interface NightStep {

    /**
     * Works on the next debts.
     *
     * @param day that has just begun in the client's calendar
     * @param after the last debt that was worked on
     * @return the last debt of this chunk; null when there was none left
     */
    @Nullable
    UUID chunk(LocalDate day, UUID after, int most);
}
