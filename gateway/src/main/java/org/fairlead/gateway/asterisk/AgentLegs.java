package org.fairlead.gateway.asterisk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fairlead.gateway.engine.TelephonyEngine.NumberOrder;
import org.fairlead.jms.GatewayEvent.FailureCause;

/**
 * The agents' legs. Where the site says so, a leg stays up between calls, silent, and the next call needs no new one; it
 * is made when the agent comes, by {@link ShiftLegs}, or with the first call.
 */
final class AgentLegs {

    /** How a leg's role begins: at the site's telephone, or at another number of the agent's. */
    static final String HERE = "agent:";

    static final String ELSEWHERE = "elsewhere:";
    private static final String SUPERVISOR = "monitor:";
    /** Of a leg that was made for no call. */
    private static final UUID NO_CALL = new UUID(0, 0);

    private static final int RING_SECONDS = 20;

    private final Switchboard board;
    private final Function<String, Reach> reach;
    private final Function<String, Reach> reachSupervisor;
    private final Map<String, Leg> idle = new HashMap<>();
    /** On their way for nobody yet. */
    private final Map<String, Trying> coming = new HashMap<>();
    /** Whatever rings now, for a call or for nobody yet. */
    private final Set<Trying> ringing = new HashSet<>();
    /** In calls, or just lost in one; seldom more than one of an agent's. */
    private final Map<String, Set<Leg>> talking = new HashMap<>();
    /** Of those in calls: they do not stay after it. */
    private final Set<Leg> leaving = new HashSet<>();

    private boolean keep;
    private long made;

    AgentLegs(Switchboard board, Function<String, Reach> reach, Function<String, Reach> reachSupervisor, boolean keep) {
        this.board = board;
        this.reach = reach;
        this.reachSupervisor = reachSupervisor;
        this.keep = keep;
    }

    /**
     * How an agent is rung.
     *
     * @param endpoints tried in this order
     * @param formats that are offered, in this order; empty: as the endpoint says
     * @param variables more that the channel is told
     */
    record Reach(List<String> endpoints, String formats, Map<String, String> variables) {}

    /** A leg on its way to an agent. */
    interface Fetching {

        /** It is not wanted any more. */
        void cancel();
    }

    /** Gets the agent's leg: at once where one is kept, else when the agent's telephone has answered. */
    Fetching fetch(UUID call, String agent, Consumer<Leg> ready, Consumer<FailureCause> failed) {
        Leg kept = idle.remove(agent);
        if (kept != null && kept.up()) {
            isInCall(agent, kept);
            ready.accept(kept);
            return () -> {};
        }
        Consumer<Leg> taken = leg -> {
            isInCall(agent, leg);
            ready.accept(leg);
        };
        Trying begun = coming.remove(agent);
        if (begun != null) {
            begun.isFor(taken, failed);
            return begun;
        }
        return ring(call, HERE + agent, reach.apply(agent), taken, failed);
    }

    /** Rings a supervisor; such a leg is never kept. */
    Fetching fetchSupervisor(UUID call, String login, Consumer<Leg> ready, Consumer<FailureCause> failed) {
        return ring(call, SUPERVISOR + login, reachSupervisor.apply(login), ready, failed);
    }

    private Trying ring(UUID call, String role, Reach way, Consumer<Leg> ready, Consumer<FailureCause> failed) {
        Trying trying = new Trying(call, role, way, RING_SECONDS, ready, failed);
        trying.next();
        return trying;
    }

    /** Rings an agent elsewhere; such a leg is never kept. */
    Fetching fetchElsewhere(
            UUID call, String endpoint, NumberOrder order, Consumer<Leg> ready, Consumer<FailureCause> failed) {
        Map<String, String> variables =
                Map.of("CONNECTEDLINE(num-pres)", "allowed", "CONNECTEDLINE(num,i)", order.callerId());
        Reach way = new Reach(List.of(endpoint), "", variables);
        Trying trying = new Trying(call, ELSEWHERE + order.agent(), way, order.ringSeconds(), ready, failed);
        trying.next();
        return trying;
    }

    /** The call is over for this leg. */
    void giveBack(String agent, Leg leg) {
        talking.computeIfPresent(agent, (whose, legs) -> {
            legs.remove(leg);
            return legs.isEmpty() ? null : legs;
        });
        boolean leaves = leaving.remove(leg);
        if (leg.gone()) {
            return;
        }
        if (leaves || !keep || idle.containsKey(agent)) {
            leg.heardBy((over, cause) -> {});
            leg.hangUp();
            return;
        }
        lay(agent, leg);
    }

    private void lay(String agent, Leg leg) {
        idle.put(agent, leg);
        leg.heardBy((over, cause) -> idle.remove(agent, over));
    }

    /** A leg that is up in the engine and in no call, after this process began anew: the centre tells whether it stays. */
    void adopt(String agent, Leg leg) {
        if (idle.containsKey(agent)) {
            giveBack(agent, leg);
        } else {
            lay(agent, leg);
        }
    }

    /** This leg is the agent's, in a call. */
    void isInCall(String agent, Leg leg) {
        Set<Leg> legs = talking.computeIfAbsent(agent, whose -> new HashSet<>());
        legs.removeIf(Leg::gone);
        legs.add(leg);
    }

    private Set<Leg> inCalls(String agent) {
        return talking.getOrDefault(agent, Set.of());
    }

    /** One that was lost in its call is given back by nobody. */
    private void leavesAfterwards(Leg leg) {
        leaving.removeIf(Leg::gone);
        leaving.add(leg);
    }

    /** Whether legs stay up between calls, from now on. */
    void keep(boolean wanted) {
        keep = wanted;
        if (!wanted) {
            List.copyOf(idle.keySet()).forEach(this::drop);
        }
    }

    boolean keeps() {
        return keep;
    }

    /** Whether this agent has a leg, or one is on its way. */
    boolean has(String agent) {
        return idle.containsKey(agent)
                || ringing(agent).findAny().isPresent()
                || inCalls(agent).stream().anyMatch(leg -> !leg.gone());
    }

    /**
     * Makes the agent's leg before there is a call.
     *
     * @param failed hears that nobody picked up
     */
    void bring(String agent, Runnable failed) {
        Trying trying = ring(
                NO_CALL,
                HERE + agent,
                reach.apply(agent),
                leg -> {
                    coming.remove(agent);
                    giveBack(agent, leg);
                },
                cause -> {
                    coming.remove(agent);
                    failed.run();
                });
        if (!trying.over) {
            coming.put(agent, trying);
        }
    }

    /**
     * The agent has gone, or has another telephone now: no leg waits for them, and one in a call ends with it, or one
     * that rings for a call if it is answered.
     */
    void drop(String agent) {
        Trying begun = coming.remove(agent);
        if (begun != null) {
            begun.cancel();
        }
        Leg kept = idle.remove(agent);
        if (kept != null) {
            kept.heardBy((over, cause) -> {});
            kept.hangUp();
        }
        inCalls(agent).stream().filter(leg -> !leg.gone()).forEach(this::leavesAfterwards);
        ringing(agent).forEach(one -> one.leaves = true);
    }

    private Stream<Trying> ringing(String agent) {
        return ringing.stream().filter(one -> one.role.equals(HERE + agent));
    }

    private final class Trying implements Fetching, Leg.Ear {
        private final UUID call;
        private final String role;
        private final Reach way;
        private final int ringSeconds;
        private Consumer<Leg> ready;
        private Consumer<FailureCause> failed;
        private int tried;
        private boolean over;
        private boolean leaves;
        private Leg leg;

        Trying(UUID call, String role, Reach way, int ringSeconds, Consumer<Leg> ready, Consumer<FailureCause> failed) {
            this.call = call;
            this.role = role;
            this.way = way;
            this.ringSeconds = ringSeconds;
            this.ready = ready;
            this.failed = failed;
            this.leg = fresh();
        }

        private Leg fresh() {
            return board.outgoing("fl-" + call + "-a" + ++made + "-" + Long.toString(board.run(), 36), this);
        }

        void next() {
            ringing.add(this);
            Map<String, String> variables = new HashMap<>(way.variables());
            variables.put("FAIRLEAD_CALL", call.toString());
            variables.put("FAIRLEAD_ROLE", role);
            leg.dial(way.endpoints().get(tried++), ringSeconds, variables, way.formats());
        }

        private void end() {
            over = true;
            ringing.remove(this);
        }

        /** Somebody wants it now. */
        void isFor(Consumer<Leg> other, Consumer<FailureCause> otherwise) {
            ready = other;
            failed = otherwise;
        }

        @Override
        public void up(Leg answered) {
            if (over) {
                // it answered while its end was asked for
                return;
            }
            end();
            if (leaves) {
                leavesAfterwards(answered);
            }
            ready.accept(answered);
        }

        @Override
        public void gone(Leg lost, int cause) {
            if (over) {
                return;
            }
            if (Causes.nobodyThere(cause, lost.rang())
                    && tried < way.endpoints().size()) {
                leg = fresh();
                next();
                return;
            }
            end();
            failed.accept(Causes.of(cause, lost.rang()));
        }

        @Override
        public void cancel() {
            if (!over) {
                end();
                leg.hangUp();
            }
        }
    }
}
