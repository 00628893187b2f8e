package org.fairlead.campaign;

/** How a campaign's numbers are dialled. */
public enum DialMode {
    /** Agents dial when they choose to; the dialer leaves the campaign alone. */
    MANUAL,
    /** The agent sees the lead first and dials. */
    PREVIEW,
    /** So many lines for each ready agent as a person has set. */
    POWER,
    /** One line for each ready agent. */
    PROGRESSIVE,
    /** As many lines as the learned risk of an abandoned call allows. */
    PREDICTIVE,
    /** A text and keys in place of an agent. */
    AGENTLESS;

    /** Whether numbers are dialled before an agent is there for them. */
    public boolean ahead() {
        return this == POWER || this == PREDICTIVE;
    }

    /** Whether its calls want agents as soon as they are answered. */
    public boolean claimsAgents() {
        return this != AGENTLESS && this != MANUAL;
    }
}
