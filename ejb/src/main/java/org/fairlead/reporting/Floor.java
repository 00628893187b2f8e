package org.fairlead.reporting;

/** The floor for those who run it. Roles: supervisor, BPO admin. */
public interface Floor {

    /** The figures now, cut to the caller's clients. */
    FloorFigures now();
}
