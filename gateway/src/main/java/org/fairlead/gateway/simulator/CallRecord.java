package org.fairlead.gateway.simulator;

import java.time.Instant;
import java.util.UUID;
import org.fairlead.jms.GatewayEvent.Party;
import org.jspecify.annotations.Nullable;

/**
 * One call as the customer saw it, to be compared with the centre's journal.
 *
 * @param outcome null while the call lives
 * @param agent the last agent who was connected
 * @param by who ended it; null for a dial that failed
 */
public record CallRecord(
        UUID call,
        String gateway,
        Direction direction,
        String dialled,
        String from,
        @Nullable String crowd,
        Instant at,
        @Nullable Instant connectedAt,
        @Nullable Instant endedAt,
        @Nullable Outcome outcome,
        @Nullable String agent,
        @Nullable String by) {

    /** Who called whom. */
    public enum Direction {
        INBOUND,
        OUTBOUND
    }

    /** How a call ended: exactly one for each. */
    public enum Outcome {
        /** The customer spoke with an agent. */
        HANDLED,
        /** The customer was there and met no agent. */
        ABANDONED,
        /** The centre hung up on a caller before an agent came. */
        REFUSED,
        /** The centre took a dial back before it was answered. */
        CANCELLED,
        MACHINE,
        BUSY,
        NO_ANSWER,
        CONGESTION,
        UNALLOCATED,
        REJECTED,
        FAX,
        DEAD_PEER,
        ENGINE_DOWN,
        /** The engine lost it. */
        LOST;

        /** Of a call that somebody ended. */
        static Outcome of(boolean talked, boolean machine, Party who, boolean dialling, Direction direction) {
            if (talked) {
                return HANDLED;
            }
            if (machine) {
                return MACHINE;
            }
            if (who == Party.ENGINE) {
                return LOST;
            }
            if (dialling) {
                return CANCELLED;
            }
            return direction == Direction.INBOUND && who == Party.CENTRE ? REFUSED : ABANDONED;
        }
    }
}
