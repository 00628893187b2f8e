package org.fairlead.routing.entity.acd;

/**
 * Where somebody stands who waits.
 *
 * @param place in the line, 1 for the next; who is held for one agent stands in nobody's way
 * @param expectedMillis until an agent, as far as can be told
 */
public record Standing(int place, long expectedMillis) {

    /** Further back nobody counts. */
    public static final int MOST = 1000;
}
