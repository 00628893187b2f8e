package org.fairlead.routing.entity.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Contacts by id. Each event looks one up among very many, so keys lie beside each other in memory and one look is
 * enough as a rule; a general map takes three.
 */
final class Tickets {

    private static final int FIRST = 1024;

    /** What {@link #mixed} makes of the id, beside each ticket. */
    private long[] keys = new long[FIRST];

    private @Nullable Ticket[] tickets = new @Nullable Ticket[FIRST];
    private int size;

    int size() {
        return size;
    }

    @Nullable
    Ticket get(UUID id) {
        return tickets[find(id.getMostSignificantBits(), id.getLeastSignificantBits())];
    }

    void add(Ticket ticket) {
        if (size * 2 >= tickets.length) {
            grow();
        }
        put(ticket);
        size++;
    }

    void remove(Ticket ticket) {
        int at = find(ticket.idHigh, ticket.idLow);
        if (tickets[at] == null) {
            return;
        }
        size--;
        int mask = tickets.length - 1;
        int hole = at;
        int next = (at + 1) & mask;
        // those behind move up, or they would not be found any more
        while (tickets[next] != null) {
            int home = home(keys[next]);
            if (((next - home) & mask) >= ((next - hole) & mask)) {
                tickets[hole] = tickets[next];
                keys[hole] = keys[next];
                hole = next;
            }
            next = (next + 1) & mask;
        }
        tickets[hole] = null;
    }

    List<Ticket> all() {
        List<Ticket> all = new ArrayList<>(size);
        for (Ticket each : tickets) {
            if (each != null) {
                all.add(each);
            }
        }
        return all;
    }

    private void put(Ticket ticket) {
        int at = find(ticket.idHigh, ticket.idLow);
        tickets[at] = ticket;
        keys[at] = mixed(ticket.idHigh, ticket.idLow);
    }

    /** Where it is, or would be. */
    private int find(long high, long low) {
        int mask = tickets.length - 1;
        long key = mixed(high, low);
        int at = home(key);
        Ticket there = tickets[at];
        while (there != null && (keys[at] != key || there.idHigh != high || there.idLow != low)) {
            at = (at + 1) & mask;
            there = tickets[at];
        }
        return at;
    }

    private static long mixed(long high, long low) {
        return (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
    }

    private int home(long key) {
        return (int) (key >>> 32) & (tickets.length - 1);
    }

    private void grow() {
        @Nullable Ticket[] old = tickets;
        tickets = new @Nullable Ticket[old.length * 2];
        keys = new long[old.length * 2];
        for (Ticket each : old) {
            if (each != null) {
                put(each);
            }
        }
    }
}
