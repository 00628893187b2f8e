package org.fairlead.agreement.entity;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.agreement.ClockStart;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says about one contact's way to an agent: the first moment of each kind, null where it has not
 * happened (yet). Reading the same events again, in any order, gives the same journey.
 *
 * @param queueId the queue in which it waited first
 * @param refused not taken: closed time, unknown numbers and messages left at the door, which never waited, add nothing
 *     to a service level; one that waited and was turned away, or sent to a voicemail, does
 */
public record Journey(
        UUID contactId,
        @Nullable Instant offeredAt,
        @Nullable Instant queuedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        boolean refused,
        @Nullable UUID queueId) {

    /** One that never waited in a queue that anybody asks about. */
    public Journey(
            UUID contactId,
            @Nullable Instant offeredAt,
            @Nullable Instant queuedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            boolean refused) {
        this(contactId, offeredAt, queuedAt, answeredAt, endedAt, refused, null);
    }

    /** When the agreement's clock began; null where the contact never came so far. */
    public @Nullable Instant clockStart(ClockStart start) {
        return start == ClockStart.OFFERED ? offeredAt : queuedAt;
    }

    /** What both say together: of each moment the earlier. */
    public Journey merge(Journey other) {
        return new Journey(
                contactId,
                earlier(offeredAt, other.offeredAt),
                earlier(queuedAt, other.queuedAt),
                earlier(answeredAt, other.answeredAt),
                earlier(endedAt, other.endedAt),
                refused || other.refused,
                firstQueue(other));
    }

    /** The queue of the earlier wait. */
    private @Nullable UUID firstQueue(Journey other) {
        if (queueId == null || other.queueId == null) {
            return queueId == null ? other.queueId : queueId;
        }
        boolean mine = queuedAt != null && queuedAt.equals(earlier(queuedAt, other.queuedAt));
        return mine ? queueId : other.queueId;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
