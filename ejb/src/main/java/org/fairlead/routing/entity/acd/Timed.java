package org.fairlead.routing.entity.acd;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something with at most one instant at which it is due; a link in a slot of the {@link TimerWheel}. */
abstract class Timed {

    final UUID id;
    long due;
    /** The slot in the wheel; negative when nothing is due. */
    int slot = -1;

    @Nullable
    Timed earlier;

    @Nullable
    Timed later;

    Timed(UUID id) {
        this.id = id;
    }

    /** Of several that are due at the same instant, the lowest comes first; then the lower id. */
    abstract long turn();
}
