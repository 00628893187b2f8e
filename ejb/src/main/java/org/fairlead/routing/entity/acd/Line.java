package org.fairlead.routing.entity.acd;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of one class and one level, first come first. Who comes in order is linked at the end; who comes back or
 * from elsewhere to an earlier place goes into a heap beside it, from which nothing is searched to be removed: entries
 * that are not true any more are skipped.
 *
 * <p>Where an answer may come too late for the agreement, those who are late stand in front of those who are not, since
 * they came before them. So to become late moves nobody: the border between the two does.
 */
final class Line {

    private static final int SPARE = 32;

    private @Nullable Ticket first;
    private @Nullable Ticket last;
    /** The last of those linked who are late, and the first of those who are not. */
    private @Nullable Ticket lastLate;

    private @Nullable Ticket onTime;
    private @Nullable Heap early;
    private @Nullable Heap earlyLate;
    private int size;

    private record Early(Ticket ticket, int stamp, long rank) implements Comparable<Early> {

        @Override
        public int compareTo(Early other) {
            int byRank = Long.compare(rank, other.rank);
            return byRank != 0 ? byRank : ticket.id.compareTo(other.ticket.id);
        }
    }

    /** Of those who are late, or of those who are not. */
    private final class Heap {

        private final PriorityQueue<Early> entries = new PriorityQueue<>();
        private int size;

        void add(Ticket ticket) {
            size++;
            ticket.heaped = true;
            entries.add(new Early(ticket, ticket.stamp, ticket.rank));
        }

        void lost() {
            size--;
            if (entries.size() > 2 * size + SPARE) {
                entries.removeIf(this::gone);
            }
        }

        @Nullable
        Ticket top() {
            Early top = entries.peek();
            while (top != null && gone(top)) {
                entries.poll();
                top = entries.peek();
            }
            return top == null ? null : top.ticket;
        }

        private boolean gone(Early entry) {
            return entry.ticket.line != Line.this || entry.ticket.stamp != entry.stamp;
        }

        /** The first whom the agent may serve, if that one goes before the other. */
        @Nullable
        Ticket firstFor(Seat seat, @Nullable Ticket other) {
            Ticket found = other;
            for (Early each : entries) {
                boolean fits = !gone(each) && ChooseAgent.serves(seat, each.ticket);
                if (fits && (found == null || each.ticket.goesBefore(found))) {
                    found = each.ticket;
                }
            }
            return found;
        }

        int before(Ticket ticket) {
            int count = 0;
            for (Early each : entries) {
                count += !gone(each) && each.ticket.goesBefore(ticket) ? 1 : 0;
            }
            return count;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Whether somebody is there who is late, or who is not. */
    boolean has(boolean late) {
        Heap heap = late ? earlyLate : early;
        return (late ? lastLate : onTime) != null || (heap != null && heap.size > 0);
    }

    void add(Ticket ticket) {
        size++;
        ticket.line = this;
        if (last != null && ticket.goesBefore(last)) {
            heap(ticket.late).add(ticket);
            return;
        }
        ticket.before = last;
        if (last == null) {
            first = ticket;
        } else {
            last.after = ticket;
        }
        last = ticket;
        if (ticket.late) {
            // whoever stands before came before, and is late as well
            lastLate = ticket;
            onTime = null;
        } else if (onTime == null) {
            onTime = ticket;
        }
    }

    private Heap heap(boolean late) {
        Heap known = late ? earlyLate : early;
        if (known != null) {
            return known;
        }
        Heap heap = new Heap();
        if (late) {
            earlyLate = heap;
        } else {
            early = heap;
        }
        return heap;
    }

    void remove(Ticket ticket) {
        size--;
        ticket.line = null;
        ticket.stamp++;
        if (ticket.heaped) {
            ticket.heaped = false;
            heap(ticket.late).lost();
            return;
        }
        lastLate = ticket == lastLate ? ticket.before : lastLate;
        onTime = ticket == onTime ? ticket.after : onTime;
        if (ticket.before == null) {
            first = ticket.after;
        } else {
            ticket.before.after = ticket.after;
        }
        if (ticket.after == null) {
            last = ticket.before;
        } else {
            ticket.after.before = ticket.before;
        }
        ticket.before = null;
        ticket.after = null;
    }

    /** Whoever came until then is late. Answers whether somebody else may be the first of those who are. */
    boolean turn(long lateSince) {
        boolean other = lastLate == null;
        Ticket next = onTime;
        while (next != null && next.since <= lateSince) {
            lastLate = next;
            next = next.after;
        }
        onTime = next;
        Heap heap = early;
        Ticket top = heap == null ? null : heap.top();
        while (heap != null && top != null && top.since <= lateSince) {
            heap.entries.poll();
            heap.size--;
            top.late = true;
            heap(true).add(top);
            other = true;
            top = heap.top();
        }
        return other;
    }

    /** The first whom the agent may serve; looks at one after the other. */
    @Nullable
    Ticket firstFor(Seat seat) {
        Ticket found = first;
        while (found != null && !ChooseAgent.serves(seat, found)) {
            found = found.after;
        }
        found = early == null ? found : early.firstFor(seat, found);
        return earlyLate == null ? found : earlyLate.firstFor(seat, found);
    }

    /** How many go before that one, counted up to so many. */
    int before(Ticket ticket, int most) {
        int count = 0;
        Ticket each = first;
        while (each != null && count < most && each.goesBefore(ticket)) {
            count++;
            each = each.after;
        }
        count += early == null ? 0 : early.before(ticket);
        count += earlyLate == null ? 0 : earlyLate.before(ticket);
        return Math.min(count, most);
    }

    /** Who is next of those who are late, or of those who are not. */
    @Nullable
    Ticket head(boolean late) {
        Ticket frontOfLate = lastLate == null ? null : first;
        Ticket linked = late ? frontOfLate : onTime;
        Heap heap = late ? earlyLate : early;
        Ticket top = heap == null ? null : heap.top();
        return linked == null || (top != null && top.goesBefore(linked)) ? top : linked;
    }
}
