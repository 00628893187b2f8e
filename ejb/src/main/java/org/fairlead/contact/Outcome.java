package org.fairlead.contact;

/** How a contact ended: exactly one for each. */
public enum Outcome {
    /** Customer and agent talked. */
    HANDLED,
    /** Inbound: hung up before an agent answered. Outbound: answered, and no agent within the limit. */
    ABANDONED,
    /** Not taken: unknown number, closed queue; outbound: the agent put the previewed lead back. */
    REFUSED,
    BUSY,
    NO_ANSWER,
    MACHINE,
    /** A fax answered. */
    FAX,
    /** No such line, now or ever. */
    DEAD_LINE,
    FAILED,
    /** The dial was stale or fenced when the gateway got it: it did not leave. */
    EXPIRED,
    /** Inbound: no agent, and asked to leave a message. */
    VOICEMAIL,
    /** Inbound: no agent yet, and asked to be called back, with the place kept. */
    CALLBACK,
    /** The gateway does not know the call any more, and nobody saw how it ended. */
    LOST
}
