package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that is due at an instant, unless things have moved on: whoever handles it compares the token with the
 * present state.
 */
record Deadline(Instant at, Kind kind, UUID subject, long token) {

    enum Kind {
        /** An offer was not accepted. Token: the reservation. */
        RESERVATION,
        /** A connect was not answered by the gateway. Token: the reservation. */
        CONNECT,
        /** An answered customer of a dialled call has no agent. Token: the reservation. */
        ANSWER_LIMIT,
        /** A prompt before hanging up did not report its end. */
        LET_GO,
        /** A text that a customer hears in place of an agent did not report its end. Token: the reservation. */
        ANNOUNCED,
        /** The gateway says nothing about a dial. */
        DIAL_SILENT,
        WRAP_UP,
        /** The colleague of a chain did not come free. Token: the reservation. */
        FORWARD,
        /** A waiting customer is to be told how it stands. Token: when. */
        TELL,
        /** The gateway does not say what a customer answered. Token: when it was asked. */
        ASKED,
        /** The desktop did not come back. Token: when it was lost. */
        GRACE,
        /** The agent of a live contact did not come back. Token: when that agent went. */
        AGENT_GONE
    }
}
