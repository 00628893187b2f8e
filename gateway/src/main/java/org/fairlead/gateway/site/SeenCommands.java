package org.fairlead.gateway.site;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.fairlead.gateway.store.SiteStore;
import org.fairlead.gateway.store.SiteStore.SeenCommand;

/**
 * The ids of commands that came before. Each is remembered for an hour beyond its expiry: what is sent again later
 * than that is refused as expired, whatever became of it the first time.
 */
final class SeenCommands {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Set<UUID> seen = new HashSet<>();
    private final PriorityQueue<Old> byAge = new PriorityQueue<>();

    private final SiteStore store;

    SeenCommands(SiteStore store) {
        this.store = store;
        for (SeenCommand command : store.left().commands()) {
            seen.add(command.id());
            byAge.add(new Old(command.until(), command.id()));
        }
    }

    private record Old(Instant until, UUID id) implements Comparable<Old> {
        @Override
        public int compareTo(Old other) {
            return until.compareTo(other.until);
        }
    }

    /**
     * Whether this id comes for the first time; it is known from now on.
     *
     * @param certain even after a power cut
     */
    boolean isNew(UUID id, Instant expiresAt, Instant now, boolean certain) {
        Old oldest = byAge.peek();
        while (oldest != null && oldest.until().isBefore(now)) {
            seen.remove(oldest.id());
            store.forget(oldest.id());
            byAge.remove();
            oldest = byAge.peek();
        }
        if (!seen.add(id)) {
            return false;
        }
        Instant until = expiresAt.isAfter(now) ? expiresAt : now;
        byAge.add(new Old(until.plus(KEPT), id));
        store.carriesOut(new SeenCommand(id, until.plus(KEPT)), certain);
        return true;
    }

    int size() {
        return seen.size();
    }
}
