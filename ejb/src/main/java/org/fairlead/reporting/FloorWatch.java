package org.fairlead.reporting;

/**
 * Who watches the floor. While at least one viewer does, {@link FloorChanged} is fired each second; without viewers
 * nothing is computed. It shows nothing itself, so that a push endpoint, whose callbacks carry no caller, may use it.
 */
public interface FloorWatch {

    /** A viewer (a push session) begins to watch. Watching twice is watching once. */
    void watch(String viewer);

    void leave(String viewer);

    /** Changes whenever a campaign comes to a halt or goes on: a mark to compare, which tells nothing else. */
    int haltsMark();
}
