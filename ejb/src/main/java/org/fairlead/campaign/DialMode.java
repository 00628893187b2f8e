package org.fairlead.campaign;

/** How a campaign's numbers are dialled. */
public enum DialMode {
    /** The agent sees the lead first and dials. */
    PREVIEW,
    /** One line for each ready agent. */
    PROGRESSIVE
}
