package org.fairlead.reporting.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fairlead.reporting.FloorWatch;

/** Remembers who watches the floor. */
@ApplicationScoped
public class FloorViewers implements FloorWatch {

    @Inject
    private ComposeFloor composeFloor;

    private final Set<String> viewers = ConcurrentHashMap.newKeySet();

    @Override
    public void watch(String viewer) {
        viewers.add(viewer);
    }

    @Override
    public void leave(String viewer) {
        viewers.remove(viewer);
    }

    @Override
    public int haltsMark() {
        return composeFloor.halts().hashCode();
    }

    public boolean anyone() {
        return !viewers.isEmpty();
    }
}
