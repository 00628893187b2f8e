package org.fairlead.collections;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Plans and settlements: what agents offered beyond their authority waits for a second person here. Roles: supervisor, BPO
 * admin.
 */
public interface Arrangements {

    /** Those of the caller's clients that wait, oldest first. */
    List<View> waiting();

    /** Those that stand, what is due first at the top. */
    List<View> standing(int first, int size);

    List<Instalment> instalments(UUID arrangementId);

    /**
     * The second pair of eyes says yes.
     *
     * @throws org.fairlead.shared.Refused {@code arrangement.four-eyes} to who offered it, {@code arrangement.authority} to
     *     who may not go so far, {@code arrangement.changed}, {@code arrangement.late}, {@code arrangement.not-waiting}
     */
    void approve(UUID arrangementId);

    /** Says no. */
    void refuse(UUID arrangementId, String reason);

    /** Ends one that stands; the debt is worked again. */
    void takeBack(UUID arrangementId, String reason);

    /**
     * One.
     *
     * @param owed now
     * @param nextDue of the instalment that is not covered yet
     * @param mine whether the caller offered it: then somebody else has to decide
     */
    record View(
            ClientId client,
            UUID arrangementId,
            UUID debtId,
            String reference,
            String debtor,
            String kind,
            String state,
            String currency,
            BigDecimal amount,
            BigDecimal owed,
            BigDecimal paid,
            int instalments,
            @Nullable LocalDate nextDue,
            String madeBy,
            @Nullable Instant madeAt,
            boolean mine) {}

    record Instalment(int line, LocalDate due, BigDecimal amount, BigDecimal interest) {}
}
