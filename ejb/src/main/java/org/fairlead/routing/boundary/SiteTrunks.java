package org.fairlead.routing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.control.EngineLoop;
import org.fairlead.routing.control.RoutingLog;
import org.fairlead.routing.entity.Input;
import org.fairlead.shared.Refused;
import org.fairlead.telephony.TrunkChanged;
import org.fairlead.telephony.Trunks;
import org.fairlead.telephony.Trunks.TrunkSecret;

/** Tells gateways how they reach their customers: when that was changed, and whenever one began anew. */
@ApplicationScoped
public class SiteTrunks {

    private static final String WHAT = "a site's trunk";

    @Inject
    private Trunks trunks;

    @Inject
    private EngineAccess engine;

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TrunkChanged changed) {
        try {
            again(changed.gateway(), engine.loop());
        } catch (Refused away) {
            // the gateway reports itself to the engine that comes, and is told then
            RoutingLog.observerFailed(WHAT, away);
        }
    }

    /** A gateway that never was told anything goes by what it was started with. */
    void again(String gateway, EngineLoop loop) {
        try {
            trunks.of(gateway).ifPresent(trunk -> {
                var unused = loop.submit(told(gateway, trunk));
                var unusedToo = loop.submit(new Input.Tell(
                        gateway,
                        head -> new GatewayCommand.SetVoice(
                                head, trunk.voice().opus(), trunk.voice().keepLegs())));
            });
        } catch (IllegalStateException noDatabase) {
            // events go on; the gateway's next report asks again
            RoutingLog.observerFailed(WHAT, noDatabase);
        }
    }

    private static Input told(String gateway, TrunkSecret trunk) {
        return new Input.Tell(
                gateway,
                head -> new GatewayCommand.SetTrunk(
                        head,
                        trunk.host(),
                        trunk.account(),
                        trunk.password(),
                        trunk.callsPerSecond(),
                        trunk.channels()));
    }
}
