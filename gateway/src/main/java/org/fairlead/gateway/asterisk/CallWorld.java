package org.fairlead.gateway.asterisk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fairlead.jms.GatewayEvent;
import org.jspecify.annotations.Nullable;

/** What surrounds the calls of one engine. */
interface CallWorld {

    Switchboard board();

    AgentLegs agents();

    Announcer announcer(Leg customer);

    /** Speaks what an agent is to hear first; the answer is null when there is nothing to hear. */
    void whisper(String text, Consumer<@Nullable String> then);

    /** The endpoint for a number. */
    String trunk(String number);

    /** What a dialled customer's channel is told, and its carrier. */
    Map<String, String> dialVariables(UUID call, String callerId);

    List<String> agentEndpoints(String agent);

    Messages messages();

    void tell(UUID call, Function<GatewayEvent.Head, GatewayEvent> event);

    void over(AsteriskCall call);
}
