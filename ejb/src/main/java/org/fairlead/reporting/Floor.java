package org.fairlead.reporting;

/**
 * The floor for those who run it. Roles: supervisor, BPO admin. While at least one viewer watches, {@link FloorChanged}
 * is fired each second; without viewers nothing is computed.
 */
public interface Floor {

    /** The figures now, cut to the caller's clients. */
    FloorFigures now();

    /** A viewer (a push session) begins to watch. Watching twice is watching once. */
    void watch(String viewer);

    void leave(String viewer);
}
