package org.fairlead.reporting.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fairlead.reporting.FloorWatch;

/** Remembers who watches the floor. */
@ApplicationScoped
public class FloorViewers implements FloorWatch {

    private final Set<String> viewers = ConcurrentHashMap.newKeySet();

    @Override
    public void watch(String viewer) {
        viewers.add(viewer);
    }

    @Override
    public void leave(String viewer) {
        viewers.remove(viewer);
    }

    public boolean anyone() {
        return !viewers.isEmpty();
    }
}
