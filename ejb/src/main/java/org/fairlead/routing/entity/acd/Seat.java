package org.fairlead.routing.entity.acd;

import org.jspecify.annotations.Nullable;

/** An agent on the floor. */
final class Seat extends Timed {

    private static final Channel[] CHANNELS = Channel.values();

    /** Whether the agent can be asked. */
    enum State {
        GONE,
        UNREADY,
        READY
    }

    final int index;
    /** What the agent may serve now. */
    AgentFacts facts;
    /** What the agent may serve by right. */
    AgentFacts own;
    /** When the agent is back in the own role; 0 for not by itself. */
    long roleUntil;

    State state = State.GONE;
    /** Numbers of the classes that the agent may serve. */
    final Bits classes = new Bits();

    byte[] proficiency = new byte[8];
    final int[] inHand = new int[Channel.COUNT];
    int load;

    @Nullable
    Ticket offered;

    long idleSince;
    long presentSince;
    long busySince;
    long busyMillis;
    int handled;
    /** Contacts that wait for this agent alone, by channel. */
    final Line[] mine = new Line[Channel.COUNT];

    final @Nullable Seat[] idleBefore = new @Nullable Seat[Channel.COUNT];
    final @Nullable Seat[] idleAfter = new @Nullable Seat[Channel.COUNT];
    final boolean[] idle = new boolean[Channel.COUNT];

    Seat(int index, AgentFacts facts) {
        super(facts.id());
        this.index = index;
        this.facts = facts;
        this.own = facts;
        for (int channel = 0; channel < Channel.COUNT; channel++) {
            mine[channel] = new Line();
        }
    }

    /** Those whose role ends come before contacts. */
    @Override
    long turn() {
        return Long.MIN_VALUE;
    }

    boolean open(Channel channel) {
        return state == State.READY && offered == null && facts.capacity().fits(channel, load, inHand);
    }

    int proficiency(int skill) {
        return skill < proficiency.length ? proficiency[skill] : 0;
    }

    boolean idleLongerThan(Seat other) {
        return idleSince != other.idleSince ? idleSince < other.idleSince : id.compareTo(other.id) < 0;
    }

    void takes(Channel channel, long now) {
        if (inHandAtAll() == 0) {
            busySince = now;
        }
        inHand[channel.index]++;
        weigh();
    }

    void letsGo(Channel channel, long now) {
        inHand[channel.index]--;
        weigh();
        if (inHandAtAll() == 0) {
            busyMillis += now - busySince;
        }
    }

    /** Reckons again what is in hand. */
    void weigh() {
        load = 0;
        for (Channel each : CHANNELS) {
            load += inHand[each.index] * facts.capacity().weight(each);
        }
    }

    int inHandAtAll() {
        int count = 0;
        for (int each : inHand) {
            count += each;
        }
        return count;
    }

    /** Ten-thousandths of the time present spent on contacts. */
    long occupancy(long now) {
        long busy = busyMillis + (inHandAtAll() > 0 ? now - busySince : 0);
        return busy * 10_000 / Math.max(1, now - presentSince);
    }
}
