package org.fairlead.routing.entity.acd;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of one class and one level, first come first. Who comes in order is linked at the end; who comes back or
 * from elsewhere to an earlier place goes into a heap beside it, from which nothing is searched to be removed: entries
 * that are not true any more are skipped.
 */
final class Line {

    private static final int SPARE = 32;

    private @Nullable Ticket first;
    private @Nullable Ticket last;
    private @Nullable PriorityQueue<Early> early;
    private int size;

    private record Early(Ticket ticket, int stamp, long rank) implements Comparable<Early> {

        @Override
        public int compareTo(Early other) {
            int byRank = Long.compare(rank, other.rank);
            return byRank != 0 ? byRank : ticket.id.compareTo(other.ticket.id);
        }

        boolean gone(Line line) {
            return ticket.line != line || ticket.stamp != stamp;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void add(Ticket ticket) {
        size++;
        ticket.line = this;
        if (last == null || !ticket.goesBefore(last)) {
            ticket.before = last;
            if (last == null) {
                first = ticket;
            } else {
                last.after = ticket;
            }
            last = ticket;
        } else {
            ticket.heaped = true;
            if (early == null) {
                early = new PriorityQueue<>();
            }
            early.add(new Early(ticket, ticket.stamp, ticket.rank));
        }
    }

    void remove(Ticket ticket) {
        size--;
        ticket.line = null;
        ticket.stamp++;
        if (ticket.heaped) {
            ticket.heaped = false;
            sweep();
            return;
        }
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

    private void sweep() {
        if (early != null && early.size() > 2 * size + SPARE) {
            early.removeIf(each -> each.gone(this));
        }
    }

    /** The first whom the agent may serve; looks at one after the other. */
    @Nullable
    Ticket firstFor(Seat seat) {
        Ticket found = first;
        while (found != null && !ChooseAgent.serves(seat, found)) {
            found = found.after;
        }
        if (early != null) {
            for (Early each : early) {
                boolean fits = !each.gone(this) && ChooseAgent.serves(seat, each.ticket);
                if (fits && (found == null || each.ticket.goesBefore(found))) {
                    found = each.ticket;
                }
            }
        }
        return found;
    }

    /** How many go before that one, counted up to so many. */
    int before(Ticket ticket, int most) {
        int count = 0;
        Ticket each = first;
        while (each != null && count < most && each.goesBefore(ticket)) {
            count++;
            each = each.after;
        }
        if (early != null) {
            for (Early one : early) {
                boolean sooner = !one.gone(this) && one.ticket.goesBefore(ticket);
                count += sooner && count < most ? 1 : 0;
            }
        }
        return count;
    }

    /** Who is next. */
    @Nullable
    Ticket head() {
        if (early == null) {
            return first;
        }
        Early top = early.peek();
        while (top != null && top.gone(this)) {
            early.poll();
            top = early.peek();
        }
        if (top == null) {
            return first;
        }
        return first == null || top.ticket.goesBefore(first) ? top.ticket : first;
    }
}
