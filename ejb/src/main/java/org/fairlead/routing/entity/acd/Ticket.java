package org.fairlead.routing.entity.acd;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact that is waiting, offered or served. */
final class Ticket extends Timed {

    /** More ways out than any queue has: all of them are past. */
    static final int NO_MORE = Integer.MAX_VALUE;

    /** Where the contact is. */
    enum State {
        WAITING,
        /** To be called back later. */
        ASIDE,
        OFFERED,
        SERVED
    }

    /** The id in numbers, by which it is found. */
    final long idHigh;

    final long idLow;

    ContactFacts facts;
    /** The agent who had this customer last. */
    final @Nullable UUID preferred;
    /** From when the wait counts. */
    final long since;

    State state = State.WAITING;
    LiveQueue queue;
    /** When it came into this queue. */
    long entered;

    int level;
    /** Before it come those of a lower rank: when it would have come, had it no urgency but its wait. */
    long rank;

    int ring;
    /** The answer would be too late for the agreement. */
    boolean late;
    /** Skills that entry rules ask for. */
    Map<String, Integer> extra = Map.of();
    /** Where its agent may be, besides what the ring says; negative for nowhere. */
    int site = -1;

    /** It is one of those who wait in its queue. */
    boolean counted;

    int overflows;
    int hops;
    boolean callback;
    /** Not to be held for the preferred agent any more. */
    boolean preferredPast;
    /** The agent in whose own line it waits. */
    @Nullable
    Seat holder;

    @Nullable
    ContactClass at;
    /** Who is asked, or serves. */
    @Nullable
    Seat seat;

    int number;
    long offeredUntil;

    @Nullable
    Line line;

    @Nullable
    Ticket before;

    @Nullable
    Ticket after;

    boolean heaped;
    int stamp;

    Ticket(ContactFacts facts, LiveQueue queue) {
        super(facts.id());
        this.idHigh = facts.id().getMostSignificantBits();
        this.idLow = facts.id().getLeastSignificantBits();
        this.facts = facts;
        this.preferred = facts.preferred();
        this.since = facts.since();
        this.queue = queue;
    }

    @Override
    long turn() {
        return rank;
    }

    Seat seat() {
        return Objects.requireNonNull(seat, "nobody has it");
    }

    boolean goesBefore(Ticket other) {
        return rank != other.rank ? rank < other.rank : id.compareTo(other.id) < 0;
    }
}
