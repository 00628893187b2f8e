package org.fairlead.gateway.asterisk;

import java.util.List;
import java.util.function.Function;
import org.fairlead.gateway.asterisk.AsteriskCall.State;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.FailureCause;
import org.fairlead.jms.GatewayEvent.Head;
import org.fairlead.jms.GatewayEvent.Party;

/** What is told of a call whose customer's leg is gone. */
final class LastWords {

    private LastWords() {}

    /**
     * @param before where the call was until then
     * @param fax whether a fax answered
     * @param failed why nobody was reached, if nobody was
     */
    static List<Function<Head, GatewayEvent>> of(State before, boolean fax, Party by, FailureCause failed) {
        if (fax || (before == State.DIALLING && by == Party.CUSTOMER)) {
            return List.of(head -> new GatewayEvent.DialFailed(head, failed));
        }
        Function<Head, GatewayEvent> ended = head -> new GatewayEvent.CallEnded(head, by);
        // Somebody answered and was gone before it was known who: the cautious reading is a person.
        return before == State.DETECTING ? List.of(GatewayEvent.Answered::new, ended) : List.of(ended);
    }
}
