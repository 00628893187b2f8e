package org.fairlead.gateway.asterisk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fairlead.gateway.engine.TelephonyEngine.NumberOrder;
import org.fairlead.jms.GatewayEvent.FailureCause;

/**
 * The agents' legs. Where the site says so, a leg that was used once stays up, silent, until the agent's telephone
 * hangs up: the next call needs no new one.
 */
final class AgentLegs {

    /** How a leg's role begins: at the site's telephone, or at another number of the agent's. */
    static final String HERE = "agent:";

    static final String ELSEWHERE = "elsewhere:";
    private static final int RING_SECONDS = 20;

    private final Switchboard board;
    private final List<String> patterns;
    private final boolean keep;
    private final Map<String, Leg> idle = new HashMap<>();
    private long made;

    AgentLegs(Switchboard board, List<String> patterns, boolean keep) {
        this.board = board;
        this.patterns = patterns;
        this.keep = keep;
    }

    /** A leg on its way to an agent. */
    interface Fetching {

        /** It is not wanted any more. */
        void cancel();
    }

    /** Gets the agent's leg: at once where one is kept, else when the agent's telephone has answered. */
    Fetching fetch(UUID call, String agent, Consumer<Leg> ready, Consumer<FailureCause> failed) {
        Leg kept = idle.remove(agent);
        if (kept != null && kept.up()) {
            ready.accept(kept);
            return () -> {};
        }
        Map<String, String> variables = Map.of("FAIRLEAD_CALL", call.toString(), "FAIRLEAD_ROLE", HERE + agent);
        List<String> endpoints = patterns.stream()
                .map(pattern -> pattern.replace("{agent}", agent))
                .toList();
        Trying trying = new Trying(call, endpoints, RING_SECONDS, variables, ready, failed);
        trying.next();
        return trying;
    }

    /** Rings an agent elsewhere; such a leg is never kept. */
    Fetching fetchElsewhere(
            UUID call, String endpoint, NumberOrder order, Consumer<Leg> ready, Consumer<FailureCause> failed) {
        Map<String, String> variables = Map.of(
                "FAIRLEAD_CALL",
                call.toString(),
                "FAIRLEAD_ROLE",
                ELSEWHERE + order.agent(),
                "CONNECTEDLINE(num-pres)",
                "allowed",
                "CONNECTEDLINE(num,i)",
                order.callerId());
        Trying trying = new Trying(call, List.of(endpoint), order.ringSeconds(), variables, ready, failed);
        trying.next();
        return trying;
    }

    /** The call is over for this leg. */
    void giveBack(String agent, Leg leg) {
        if (leg.gone()) {
            return;
        }
        if (!keep || idle.containsKey(agent)) {
            leg.heardBy((over, cause) -> {});
            leg.hangUp();
            return;
        }
        idle.put(agent, leg);
        leg.heardBy((over, cause) -> idle.remove(agent, over));
    }

    /** A leg that is up in the engine and in no call, after this process began anew. */
    void adopt(String agent, Leg leg) {
        giveBack(agent, leg);
    }

    private final class Trying implements Fetching, Leg.Ear {
        private final UUID call;
        private final List<String> endpoints;
        private final int ringSeconds;
        private final Map<String, String> variables;
        private final Consumer<Leg> ready;
        private final Consumer<FailureCause> failed;
        private int tried;
        private boolean over;
        private Leg leg;

        Trying(
                UUID call,
                List<String> endpoints,
                int ringSeconds,
                Map<String, String> variables,
                Consumer<Leg> ready,
                Consumer<FailureCause> failed) {
            this.call = call;
            this.endpoints = endpoints;
            this.ringSeconds = ringSeconds;
            this.variables = variables;
            this.ready = ready;
            this.failed = failed;
            this.leg = fresh();
        }

        private Leg fresh() {
            return board.outgoing("fl-" + call + "-a" + ++made + "-" + Long.toString(board.run(), 36), this);
        }

        void next() {
            leg.dial(endpoints.get(tried++), ringSeconds, variables);
        }

        @Override
        public void up(Leg answered) {
            over = true;
            ready.accept(answered);
        }

        @Override
        public void gone(Leg lost, int cause) {
            if (over) {
                return;
            }
            if (cause == Leg.NOT_REACHED && tried < endpoints.size()) {
                leg = fresh();
                next();
                return;
            }
            over = true;
            failed.accept(Causes.of(cause, lost.rang()));
        }

        @Override
        public void cancel() {
            if (!over) {
                over = true;
                leg.hangUp();
            }
        }
    }
}
