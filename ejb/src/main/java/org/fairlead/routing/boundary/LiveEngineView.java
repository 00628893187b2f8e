package org.fairlead.routing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.fairlead.routing.EngineView;
import org.fairlead.routing.FloorSnapshot;
import org.fairlead.routing.entity.Engine;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** The floor from memory; the last known one while the engine is away. */
@ApplicationScoped
public class LiveEngineView implements EngineView {

    private final AtomicReference<@Nullable FloorSnapshot> last = new AtomicReference<>();

    @Inject
    private EngineAccess engine;

    @Inject
    private Clock clock;

    @Override
    public boolean here() {
        return engine.here();
    }

    @Override
    public FloorSnapshot snapshot() {
        try {
            FloorSnapshot now = engine.look(at -> at.snapshot(clock.instant()));
            last.set(now);
            return now;
        } catch (Refused e) {
            FloorSnapshot known = last.get();
            return known == null ? FloorSnapshot.empty(clock.instant()) : known;
        }
    }

    @Override
    public Map<String, Integer> waitingFor() {
        try {
            return engine.look(Engine::waitingFor);
        } catch (Refused away) {
            return Map.of(); // nobody knows now; the desks keep what they were told last
        }
    }
}
