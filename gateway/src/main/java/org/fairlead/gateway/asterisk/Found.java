package org.fairlead.gateway.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.jspecify.annotations.Nullable;

/** Calls that live in the engine and that this process does not know: those of the process before it. */
final class Found {

    private static final Log LOG = Log.of(Found.class);

    /** How the engine names channels that hear others, and how we name ours. */
    private static final String EAR = "Snoop/";

    private static final String OURS = "fl-";

    private final CallWorld world;
    private final Switchboard board;
    private final AgentLegs agents;

    Found(CallWorld world, Switchboard board, AgentLegs agents) {
        this.world = world;
        this.board = board;
        this.agents = agents;
    }

    private record Channel(String id, UUID call, String role, boolean up) {}

    void adopt(JsonNode channels, JsonNode bridges, Map<UUID, AsteriskCall> calls) {
        Map<String, Set<String>> met = new HashMap<>();
        for (JsonNode bridge : bridges) {
            Set<String> there = new HashSet<>();
            bridge.path("channels").forEach(each -> there.add(each.asText()));
            met.put(bridge.path("id").asText(), there);
        }
        Map<UUID, AsteriskCall> fresh = new HashMap<>();
        for (JsonNode each : channels) {
            Channel channel = read(each);
            if (channel != null && channel.role().equals("customer") && !board.knows(channel.id())) {
                AsteriskCall call = AsteriskCall.found(world, channel.call(), channel.id(), channel.up());
                LOG.say(LogMessage.CALL_ADOPTED, "call", channel.call());
                calls.put(channel.call(), call);
                fresh.put(channel.call(), call);
            }
        }
        for (JsonNode each : channels) {
            String id = each.path("id").asText();
            if (each.path("name").asText().startsWith(EAR) && id.startsWith(OURS) && !board.knows(id)) {
                // nobody listens through it any more
                board.there(id, true, (over, cause) -> {}).hangUp();
            }
        }
        for (JsonNode each : channels) {
            Channel channel = read(each);
            if (channel != null && !channel.role().equals("customer") && !board.knows(channel.id())) {
                agentsOrTargets(channel, met, fresh);
            }
        }
    }

    private void agentsOrTargets(Channel channel, Map<String, Set<String>> met, Map<UUID, AsteriskCall> fresh) {
        Leg leg = board.there(channel.id(), channel.up(), (over, cause) -> {});
        boolean elsewhere = channel.role().startsWith(AgentLegs.ELSEWHERE);
        boolean ofAgent = elsewhere || channel.role().startsWith(AgentLegs.HERE);
        String agent = ofAgent ? channel.role().substring(channel.role().indexOf(':') + 1) : "";
        if (agent.isEmpty()) {
            leg.hangUp();
            return;
        }
        // A leg that is kept was made for an earlier call: the bridge tells whose it is now.
        for (AsteriskCall call : fresh.values()) {
            if (met.getOrDefault(AsteriskCall.channelOf(call.id()), Set.of()).contains(channel.id())) {
                call.talksWith(agent, leg, elsewhere);
                if (!elsewhere) {
                    agents.isInCall(agent, leg);
                }
                return;
            }
        }
        if (channel.up() && !elsewhere) {
            agents.adopt(agent, leg);
        } else {
            leg.hangUp();
        }
    }

    private static @Nullable Channel read(JsonNode channel) {
        JsonNode variables = channel.path("channelvars");
        String call = variables.path("FAIRLEAD_CALL").asText();
        String role = variables.path("FAIRLEAD_ROLE").asText();
        if (call.isEmpty() || role.isEmpty()) {
            return null;
        }
        try {
            return new Channel(
                    channel.path("id").asText(),
                    UUID.fromString(call),
                    role,
                    channel.path("state").asText().equals("Up"));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
