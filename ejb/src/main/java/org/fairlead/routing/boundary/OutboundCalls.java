package org.fairlead.routing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fairlead.routing.Outbound;
import org.fairlead.routing.OutboundCall;
import org.fairlead.routing.OutboundScene;
import org.fairlead.routing.entity.Input;
import org.fairlead.shared.ClientId;

/** The dialer's way to the engine. */
@ApplicationScoped
public class OutboundCalls implements Outbound {

    @Inject
    private EngineAccess engine;

    @Inject
    private Clock clock;

    @Override
    public int free(ClientId client, Map<String, Integer> skills) {
        return engine.look(at -> at.free(client, skills));
    }

    @Override
    public int inFlight(ClientId client, UUID campaignId) {
        return engine.look(at -> at.inFlight(client, campaignId));
    }

    @Override
    public OutboundScene scene(Map<CampaignId, Map<String, Integer>> campaigns) {
        Instant now = clock.instant();
        return engine.look(at -> at.scene(campaigns, now));
    }

    @Override
    public void place(OutboundCall call) {
        engine.submit(new Input.Place(call));
    }

    @Override
    public void withdraw(ClientId client, UUID attemptId) {
        engine.submit(new Input.Withdraw(client.value(), attemptId));
    }

    @Override
    public boolean preview(OutboundCall call) {
        return Boolean.TRUE.equals(engine.submit(new Input.ShowPreview(call)));
    }
}
