package org.fairlead.routing.control;

import java.util.List;
import org.fairlead.jms.GatewayCommand;

/** Where commands leave for the gateways, in order, at least once. */
public interface CommandOutlet {

    /**
     * Takes commands to be sent and returns at once.
     *
     * @param upTo position of the last stored command among them; 0 when none is stored
     * @param sent run when the broker has them
     */
    void send(long upTo, List<GatewayCommand> commands, Runnable sent);

    /** Everything stored up to here has been sent. */
    long sentPosition();

    /** Whether a command that was sent may be lost with the broker before the gateway has it. */
    default boolean maySlip(GatewayCommand command) {
        return false;
    }
}
