package org.fairlead.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * One programme's day, counted from the journal. Drill from any figure with {@link ServiceLevels#behind}.
 *
 * @param zone the client's time zone, in which the day begins and ends
 * @param agreement null where nothing is agreed on: then contacts are counted from entering the queue, and there is
 *     no level
 * @param level of the whole day, weighted by volume; null without an agreement
 * @param intervals of 30 minutes, in order, from the first with a contact to the last
 * @param queues the same by the queue in which a contact waited first
 * @param asOf the journal was read up to here
 */
public record ServiceLevelDay(
        ClientId client,
        UUID programId,
        LocalDate date,
        ZoneId zone,
        @Nullable AgreementView agreement,
        Counts counts,
        @Nullable ServiceLevel level,
        List<Interval> intervals,
        Map<UUID, QueueLevel> queues,
        Instant asOf) {

    /** How long an interval is. */
    public static final Duration INTERVAL = Duration.ofMinutes(30);

    /** One queue's part of the day. */
    public record QueueLevel(Counts counts, @Nullable ServiceLevel level) {}

    /** Half an hour of it. */
    public record Interval(Instant from, Instant until, Counts counts, @Nullable ServiceLevel level) {}

    /** Whether the contract's target is missed so far. */
    public boolean missed() {
        return agreement != null && level != null && !level.meets(agreement.targetPercent());
    }
}
