package org.fairlead.routing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.fairlead.client.PersonChanged;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.control.EngineLoop;
import org.fairlead.routing.control.RoutingLog;
import org.fairlead.routing.entity.Input;
import org.fairlead.shared.Refused;
import org.fairlead.telephony.TelephoneAccounts;
import org.fairlead.telephony.TelephoneAccounts.Secret;
import org.fairlead.telephony.TelephoneChanged;

/** Tells gateways which desk telephones may register: when that was changed, and whenever one began anew. */
@ApplicationScoped
public class SiteTelephones {

    private static final String WHAT = "a desk telephone";

    @Inject
    private TelephoneAccounts accounts;

    @Inject
    private EngineAccess engine;

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TelephoneChanged changed) {
        tellOf(changed.personId());
    }

    /** Who moves to another site, or leaves, takes the telephone along. */
    void personChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PersonChanged changed) {
        tellOf(changed.personId());
    }

    private void tellOf(UUID person) {
        try {
            tell(engine.loop(), accounts.of(person));
        } catch (Refused | IllegalStateException away) {
            // the gateway reports itself to the engine that comes, and is told then
            RoutingLog.observerFailed(WHAT, away);
        }
    }

    void again(String gateway, EngineLoop loop) {
        try {
            tell(loop, accounts.of(gateway));
        } catch (IllegalStateException noDatabase) {
            // events go on; the gateway's next report asks again
            RoutingLog.observerFailed(WHAT, noDatabase);
        }
    }

    private static void tell(EngineLoop loop, List<Secret> secrets) {
        for (Secret one : secrets) {
            var unused = loop.submit(new Input.Tell(
                    one.gateway(),
                    head -> new GatewayCommand.SetTelephone(head, one.login(), one.account(), one.digest())));
        }
    }
}
