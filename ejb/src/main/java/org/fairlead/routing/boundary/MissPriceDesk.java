package org.fairlead.routing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.routing.Blend;
import org.fairlead.routing.MissPrices;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.acd.MissCost;

/** Hands prices and programmes in need to the engine. */
@ApplicationScoped
public class MissPriceDesk implements MissPrices, Blend {

    @Inject
    private EngineAccess engine;

    @Override
    public void hold(Collection<Price> prices) {
        Map<UUID, MissCost> byProgram = new HashMap<>();
        for (Price price : prices) {
            byProgram.put(price.programId(), new MissCost(price.targetMillis(), price.perMiss(), price.late()));
        }
        if (engine.here()) {
            engine.submit(new Input.Price(byProgram));
        }
    }

    @Override
    public void keep(Collection<UUID> programs) {
        if (engine.here()) {
            engine.submit(new Input.Keep(Set.copyOf(programs)));
        }
    }
}
