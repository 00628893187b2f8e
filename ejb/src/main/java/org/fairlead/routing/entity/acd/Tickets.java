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

    private long[] keys = new long[2 * FIRST];
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
        int at = find(ticket.id.getMostSignificantBits(), ticket.id.getLeastSignificantBits());
        if (tickets[at] == null) {
            return;
        }
        size--;
        int mask = tickets.length - 1;
        int hole = at;
        int next = (at + 1) & mask;
        // those behind move up, or they would not be found any more
        while (tickets[next] != null) {
            int home = home(keys[2 * next], keys[2 * next + 1]);
            if (((next - home) & mask) >= ((next - hole) & mask)) {
                tickets[hole] = tickets[next];
                keys[2 * hole] = keys[2 * next];
                keys[2 * hole + 1] = keys[2 * next + 1];
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
        long most = ticket.id.getMostSignificantBits();
        long least = ticket.id.getLeastSignificantBits();
        int at = find(most, least);
        tickets[at] = ticket;
        keys[2 * at] = most;
        keys[2 * at + 1] = least;
    }

    /** Where it is, or would be. */
    private int find(long most, long least) {
        int mask = tickets.length - 1;
        int at = home(most, least);
        while (tickets[at] != null && (keys[2 * at] != most || keys[2 * at + 1] != least)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private int home(long most, long least) {
        long mixed = (most ^ Long.rotateLeft(least, 32)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (tickets.length - 1);
    }

    private void grow() {
        @Nullable Ticket[] old = tickets;
        tickets = new @Nullable Ticket[old.length * 2];
        keys = new long[old.length * 4];
        for (Ticket each : old) {
            if (each != null) {
                put(each);
            }
        }
    }
}
