package org.fairlead.contact;

/** What can happen to a contact; one line of the journal each. Names are stored: they are never changed or reused. */
public enum ContactEventKind {
    /** A customer calls; or an attempt was placed. The first line of each contact. */
    OFFERED,
    /** The dialled customer's phone rings. */
    RINGING,
    /** The dialled customer answered. */
    ANSWERED,
    /** The contact waits for an agent: the service level's clock begins with the first of these. */
    QUEUED,
    /**
     * The queue sent it elsewhere. Detail: {@code why}, and {@code to} for a queue, {@code site} for agents who are asked
     * as well; neither of them: it was told something and hung up.
     */
    OVERFLOWED,
    /** Held for one agent. Detail: {@code reservation}, {@code decision}. */
    RESERVED,
    ACCEPTED,
    /** The agent refused the offer; the contact is back at the head of its place. */
    REFUSED,
    /** The offer timed out; the contact is back at the head of its place. */
    MISSED,
    /** A lead is shown to an agent before it is dialled. */
    PREVIEWED,
    /** The agent dialled the previewed lead. */
    DIALLED,
    /**
     * Customer and agent talk. Detail: {@code wait}, the milliseconds since the contact was queued; {@code outside} when it
     * is no agent but that number; where the customer was told how long it takes, {@code told} and how it was, {@code real},
     * in seconds since it was told first.
     */
    CONNECTED,
    CONNECT_FAILED,
    HELD,
    RESUMED,
    MUTED,
    UNMUTED,
    /** Detail: {@code state}. */
    RECORDING,
    KEYS_SENT,
    /** The customer answered a text with a key, or with none. Detail: {@code keys}. */
    KEYED,
    /** A supervisor came into the talk, changed how they are in it, or left. Detail: {@code supervisor}, {@code mode}. */
    MONITORED,
    /** An agent asked for a transfer. Detail: {@code kind}, {@code target}. */
    TRANSFER_ASKED,
    /** The contact left this agent for another one, a queue or an outside number. */
    TRANSFERRED,
    TRANSFER_FAILED,
    /** The agent's leg ended while the customer's was up. */
    AGENT_LEFT,
    /** The agent did not answer; the agent's chain goes on. Detail: {@code of}, {@code to}. */
    FORWARDED,
    /** The customer is asked to leave a message. Detail: {@code for} when it is one agent's. */
    VOICEMAIL,
    /** The waiting customer was told how it stands. Detail: {@code place}, {@code seconds}, {@code expected}. */
    WAIT_TOLD,
    /** The customer asked to be called back. Detail: {@code as}, the contact that calls, and {@code at} for a chosen time. */
    CALLBACK_ASKED,
    /**
     * A customer who is to be called back has a place in the line: the first line of that contact, which no service level
     * counts. Detail: {@code for}, the contact in which it was asked for.
     */
    CALLBACK_QUEUED,
    /** The outreach decision did not allow to call back. Detail: {@code next} when it may later. */
    CALLBACK_DENIED,
    /** A supervisor took it back before anybody was called. Detail: {@code by}. */
    CALLBACK_CANCELLED,
    /** The promised words for an abandoned outbound call were played. */
    SAFE_HARBOUR,
    /** A command was refused by the gateway. Detail: {@code command}, {@code reason}. */
    COMMAND_REFUSED,
    /** The customer's leg is gone, or never came to be. Once for each contact. Detail: {@code outcome}, {@code by}. */
    ENDED,
    /** Nothing more happens. Once for each contact, the last line. Detail: {@code outcome}, {@code disposition}. */
    CLOSED
}
