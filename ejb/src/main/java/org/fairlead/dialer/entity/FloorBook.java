package org.fairlead.dialer.entity;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is in which state and which calls are out, as the facts so far say. A fact about something unknown is ignored. */
final class FloorBook {

    enum State {
        READY,
        TALKING,
        WRAP_UP
    }

    /** An agent who works on the campaign. */
    static final class Agent {
        State state = State.READY;
        long since;
        /** When the agent said that the contact is about to end; negative when not. */
        long finishing = -1;
    }

    /** A call that rings. */
    record Ring(long at, double odds) {}

    private final Map<Long, Agent> agents = new LinkedHashMap<>();
    private final Map<Long, Ring> ringing = new LinkedHashMap<>();
    private final Map<Long, Long> waiting = new HashMap<>();
    private int ready;
    private int talking;

    void dialed(long call, double odds, long at) {
        ringing.put(call, new Ring(at, odds));
    }

    /** @return the call as it rang, or null when it was not known */
    @Nullable
    Ring answered(long call, long at) {
        Ring ring = ringing.remove(call);
        if (ring != null) {
            waiting.put(call, at);
        }
        return ring;
    }

    @Nullable
    Ring failed(long call) {
        waiting.remove(call);
        return ringing.remove(call);
    }

    void connected(long call, long agent, long at) {
        ringing.remove(call);
        waiting.remove(call);
        enter(agent, State.TALKING, at);
    }

    void abandoned(long call) {
        ringing.remove(call);
        waiting.remove(call);
    }

    /** @return null when it is not there */
    @Nullable
    Agent agent(long id) {
        return agents.get(id);
    }

    void finishing(long id, long at) {
        Agent agent = agents.get(id);
        if (agent != null && agent.state != State.READY) {
            agent.finishing = at;
        }
    }

    void enter(long id, State state, long at) {
        Agent agent = agents.get(id);
        if (agent == null) {
            agent = new Agent();
            agents.put(id, agent);
        } else {
            count(agent, -1);
        }
        agent.finishing = state == State.WRAP_UP ? agent.finishing : -1;
        agent.state = state;
        agent.since = at;
        count(agent, 1);
    }

    void gone(long id) {
        Agent agent = agents.remove(id);
        if (agent != null) {
            count(agent, -1);
        }
    }

    private void count(Agent agent, int by) {
        ready += agent.state == State.READY ? by : 0;
        talking += agent.state == State.TALKING ? by : 0;
    }

    Collection<Agent> agents() {
        return agents.values();
    }

    Collection<Ring> rings() {
        return ringing.values();
    }

    int staffed() {
        return agents.size();
    }

    int ready() {
        return ready;
    }

    int talking() {
        return talking;
    }

    int ringing() {
        return ringing.size();
    }

    int waiting() {
        return waiting.size();
    }
}
