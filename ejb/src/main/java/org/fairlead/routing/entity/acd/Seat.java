package org.fairlead.routing.entity.acd;

import org.jspecify.annotations.Nullable;

/** An agent on the floor. */
final class Seat extends Timed {

    private static final Limits OF_VOICE = new Limits(Capacity.voice());
    private static final int CHANNEL_BITS = 16;
    private static final long IN_CHANNEL = (1L << CHANNEL_BITS) - 1;

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
    private final Bits classes = new Bits();
    /** The same, at hand. */
    long[] classWords = classes.words;

    byte[] proficiency = new byte[8];
    /** What the present role's capacity says; agents with the same share it. */
    private Limits limits = OF_VOICE;
    /** How many contacts of each channel are in hand, side by side in one number. */
    private long inHand;

    private int load;

    @Nullable
    Ticket offered;

    long idleSince;
    long presentSince;
    long busySince;
    long busyMillis;
    int handled;
    /** Contacts that wait for this agent alone, by channel. */
    private final Line[] mine = new Line[Channel.COUNT];

    private int waitForMe;

    final @Nullable Seat[] idleBefore = new @Nullable Seat[Channel.COUNT];
    final @Nullable Seat[] idleAfter = new @Nullable Seat[Channel.COUNT];
    /** In whose lists of idle agents this one stands, a bit for each channel. */
    int idle;

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

    void serves(int classIndex, boolean so) {
        classes.set(classIndex, so);
        classWords = classes.words;
    }

    boolean open(Channel channel) {
        return state == State.READY && offered == null && limits.fits(channel, load, inHand(channel.index));
    }

    int proficiency(int skill) {
        return skill < proficiency.length ? proficiency[skill] : 0;
    }

    boolean idleLongerThan(Seat other) {
        return idleSince != other.idleSince ? idleSince < other.idleSince : id.compareTo(other.id) < 0;
    }

    void takes(Channel channel, long now) {
        if (inHand == 0) {
            busySince = now;
        }
        inHand += 1L << (channel.index * CHANNEL_BITS);
        load += limits.weight(channel.index);
    }

    void letsGo(Channel channel, long now) {
        inHand -= 1L << (channel.index * CHANNEL_BITS);
        load -= limits.weight(channel.index);
        if (inHand == 0) {
            busyMillis += now - busySince;
        }
    }

    /** How many of a channel. */
    int inHand(int channel) {
        return (int) ((inHand >> (channel * CHANNEL_BITS)) & IN_CHANNEL);
    }

    /** What is in hand is weighed by these from now on. */
    void bound(Limits now) {
        limits = now;
        load = 0;
        for (int channel = 0; channel < Channel.COUNT; channel++) {
            load += inHand(channel) * now.weight(channel);
        }
    }

    /** Waits for this agent alone from now on. */
    void awaitedBy(Ticket ticket) {
        waitForMe++;
        mine[ticket.queue.rules.channel().index].add(ticket);
    }

    void notAwaitedBy(Ticket ticket) {
        waitForMe--;
        mine[ticket.queue.rules.channel().index].remove(ticket);
    }

    /** Who is next of those who wait for this agent alone. */
    @Nullable
    Ticket firstOfMine(Channel channel) {
        if (waitForMe == 0) {
            return null;
        }
        Line line = mine[channel.index];
        return line.isEmpty() ? null : line.firstFor(this);
    }

    /** Ten-thousandths of the time present spent on contacts. */
    long occupancy(long now) {
        long busy = busyMillis + (inHand != 0 ? now - busySince : 0);
        return busy * 10_000 / Math.max(1, now - presentSince);
    }
}
