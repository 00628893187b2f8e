package org.fairlead.routing.entity.acd;

/**
 * One way to prefer an agent to another. A queue names several: the next one decides where the one before finds no
 * difference; last of all decides who is idle longest, and then the agent's id.
 */
public enum AgentOrder {
    LONGEST_IDLE,
    /** Highest sum of proficiencies in the asked skills. */
    BEST_FIT,
    /** Lowest sum that is enough: the experts stay free. */
    SUFFICIENT_FIT,
    /** Whose last turn in this queue is longest ago. */
    ROUND_ROBIN,
    /** In the order of the queue's list; those who are not listed come last. */
    SEQUENTIAL,
    /** The queue's teams, in their order. */
    TEAM,
    /** Least part of the time logged in spent on contacts. */
    LEAST_OCCUPIED,
    /** Fewest contacts handled. */
    FEWEST_CONTACTS,
    /** Who had this customer last. */
    PREFERRED,
    /** Those of the inner rings. */
    INNER_RING,
    /** The site that is furthest behind its share. */
    SHARES
}
