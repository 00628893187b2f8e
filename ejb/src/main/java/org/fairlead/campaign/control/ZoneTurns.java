package org.fairlead.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.shared.FairTurns;

/** How often each time zone of a campaign had its turn. Memory alone: after a restart all zones begin equal. */
@ApplicationScoped
public class ZoneTurns {

    private final Map<UUID, FairTurns<String>> turns = new HashMap<>();

    synchronized FairTurns<String> of(UUID campaignId) {
        return turns.computeIfAbsent(campaignId, fresh -> new FairTurns<>()).copy();
    }

    /** @param present the zones that had leads to call */
    synchronized void took(UUID campaignId, List<String> zones, Collection<String> present) {
        FairTurns<String> known = turns.computeIfAbsent(campaignId, fresh -> new FairTurns<>());
        zones.forEach(zone -> known.took(zone, present, 1));
    }
}
