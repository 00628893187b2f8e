package org.fairlead.dialer.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.fairlead.campaign.Callbacks;
import org.fairlead.campaign.TakenLead;
import org.fairlead.dialer.CallbackDials;
import org.fairlead.dialer.control.PlaceCalls;
import org.fairlead.routing.Outbound;
import org.fairlead.routing.OutboundCall;
import org.fairlead.security.Roles;
import org.fairlead.shared.Refused;

/**
 * Takes a callback and shows it. No transaction of its own: the attempt is committed before the engine is asked, and a
 * denial stays written down although the agent is refused.
 */
@Stateless
@Local(CallbackDials.class)
@RolesAllowed(Roles.AGENT)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallbackDialing implements CallbackDials {

    @EJB
    private Callbacks callbacks;

    @Inject
    private Outbound outbound;

    @Inject
    private DialRound round;

    @Override
    public void show(UUID callbackId) {
        Callbacks.TakenCallback taken = callbacks.take(callbackId);
        TakenLead lead = taken.lead();
        if (lead == null) {
            throw new Refused("attempt.denied", taken.verdict());
        }
        boolean shown = false;
        try {
            OutboundCall call = PlaceCalls.call(taken.campaign(), lead, taken.agent());
            shown = outbound.preview(call);
        } finally {
            if (!shown) {
                round.giveBack(taken.campaign().client(), lead.attemptId());
            }
        }
        if (!shown) {
            throw new Refused("callback.not-ready");
        }
    }
}
