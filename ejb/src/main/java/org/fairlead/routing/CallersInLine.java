package org.fairlead.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.compliance.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What those who waited were told against how it was, and who asked to be called back. Roles: supervisor, BPO admin;
 * limited to the caller's clients.
 */
public interface CallersInLine {

    /** Of each queue that told somebody something in so many days. */
    List<Told> told(int days);

    /** Who asked to be called back, the last first. */
    List<Wish> wishes(int most);

    /**
     * Nobody is called back for this wish any more. Audited, and journalled with the contact that would have called.
     *
     * @throws org.fairlead.shared.Refused {@code floor.line.with-agent} when an agent has it already, {@code
     *     floor.line.over} when it is over
     * @throws org.fairlead.shared.NotFound when there is none of the caller's clients
     */
    void cancel(UUID contactId);

    /**
     * How good the waits were that callers were told. Only who was answered counts: of the others nobody knows how long it
     * would have taken.
     *
     * @param toldSeconds on average
     * @param realSeconds on average, from when it was told
     * @param errorSeconds on average, whichever way it was wrong
     * @param keptPercent who waited no longer than they were told
     */
    record Told(
            UUID queueId,
            String client,
            String queue,
            int callers,
            int toldSeconds,
            int realSeconds,
            int errorSeconds,
            int keptPercent) {}

    /** Where a wish stands. */
    enum State {
        /** In line, or for its time. */
        WAITS,
        /** An agent has it. */
        UNDER_WAY,
        /** The outreach decision said no, for good. */
        DENIED,
        /** A supervisor took it back. */
        CANCELLED,
        /** Over, see the outcome. */
        DONE
    }

    /**
     * @param number masked
     * @param chosenAt the time that was chosen; null for in line
     * @param verdict what the outreach decision said last; null before it was asked
     * @param outcome how the call ended; null before
     */
    record Wish(
            UUID contactId,
            String client,
            String queue,
            String number,
            String language,
            Instant askedAt,
            @Nullable Instant chosenAt,
            State state,
            @Nullable Verdict verdict,
            @Nullable String outcome) {}
}
