package org.fairlead.gateway.site;

import org.fairlead.gateway.store.SiteStore;

/** Commands of a centre that was replaced pass no more, also after a restart. */
final class Fence {

    private final SiteStore store;
    private long highest;

    Fence(SiteStore store) {
        this.store = store;
        highest = store.left().fence();
    }

    /** Whether nobody newer has spoken before; who is newer than all is remembered. */
    boolean lets(long other) {
        if (other > highest) {
            highest = other;
            store.fence(other);
        }
        return other == highest;
    }
}
