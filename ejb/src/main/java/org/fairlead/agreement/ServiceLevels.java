package org.fairlead.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Service levels by the contract's own formula, and the contacts behind each figure. Roles: account manager,
 * supervisor, BPO admin. A programme outside the caller's clients is {@link org.fairlead.shared.NotFound}.
 */
public interface ServiceLevels {

    /** Today, in the client's time zone, as far as the journal goes. */
    ServiceLevelDay today(UUID programId);

    ServiceLevelDay on(UUID programId, LocalDate date);

    /**
     * The contacts that a figure counts.
     *
     * @param part which figure; null for all that were offered
     * @param intervalFrom the half hour that begins then; null for the whole day
     */
    List<CountedContact> behind(
            UUID programId,
            LocalDate date,
            @Nullable Part part,
            @Nullable Instant intervalFrom,
            @Nullable UUID queue,
            ContactOrder order,
            int first,
            int most);

    /** In which order contacts are told; two that are alike in it come in the order in which their clocks began. */
    record ContactOrder(By by, boolean descending) {

        /** What they are ordered by. */
        public enum By {
            AT,
            WAIT,
            OUTCOME
        }

        public static ContactOrder asTheyCame() {
            return new ContactOrder(By.AT, false);
        }
    }
}
