package org.fairlead.agreement;

/** When the agreement's clock starts for a contact. */
public enum ClockStart {
    /** When the call comes in, the menu included. */
    OFFERED,
    /** When the contact enters the queue. */
    QUEUED
}
