package org.fairlead.telephony;

/** What an event did to a call. */
public enum CallChange {
    /** Seen before, late, or impossible in the call's phase: nothing changed. */
    NONE,
    OFFERED,
    RINGING,
    ANSWERED,
    MACHINE,
    BRIDGED,
    CONNECT_FAILED,
    AGENT_LEFT,
    HELD,
    RESUMED,
    TRANSFERRED,
    TRANSFER_FAILED,
    PROMPT_ENDED,
    KEYS,
    /** The customer has left a message. */
    MESSAGE,
    RECORDING,
    /** A supervisor is in the talk, or is out of it. */
    MONITORED,
    COMMAND_REFUSED,
    ENDED
}
