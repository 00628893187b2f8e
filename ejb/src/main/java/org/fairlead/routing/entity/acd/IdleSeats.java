package org.fairlead.routing.entity.acd;

import org.jspecify.annotations.Nullable;

/** Who can take a contact of one channel: a bitmap to intersect, and a list with who is idle longest in front. */
final class IdleSeats {

    /** So many are looked at one by one; if nobody of them fits, few do, and those are found by the bitmap. */
    private static final int WALK = 48;

    final Bits bits = new Bits();
    private final int channel;
    private @Nullable Seat first;
    private @Nullable Seat last;
    private int size;

    IdleSeats(Channel channel) {
        this.channel = channel.index;
    }

    int size() {
        return size;
    }

    @Nullable
    Seat first() {
        return first;
    }

    @Nullable
    Seat after(Seat seat) {
        return seat.idleAfter[channel];
    }

    void add(Seat seat) {
        seat.idle |= 1 << channel;
        bits.set(seat.index, true);
        size++;
        Seat before = last;
        while (before != null && seat.idleLongerThan(before)) {
            before = before.idleBefore[channel];
        }
        Seat after = before == null ? first : before.idleAfter[channel];
        seat.idleBefore[channel] = before;
        seat.idleAfter[channel] = after;
        if (before == null) {
            first = seat;
        } else {
            before.idleAfter[channel] = seat;
        }
        if (after == null) {
            last = seat;
        } else {
            after.idleBefore[channel] = seat;
        }
    }

    void remove(Seat seat) {
        seat.idle &= ~(1 << channel);
        bits.set(seat.index, false);
        size--;
        Seat before = seat.idleBefore[channel];
        Seat after = seat.idleAfter[channel];
        if (before == null) {
            first = after;
        } else {
            before.idleAfter[channel] = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.idleBefore[channel] = before;
        }
        seat.idleBefore[channel] = null;
        seat.idleAfter[channel] = null;
    }

    /** Who of these is idle longest, if that is soon found. */
    @Nullable
    Seat longestOf(Bits wanted) {
        Seat each = first;
        for (int step = 0; step < WALK && each != null; step++) {
            if (wanted.get(each.index)) {
                return each;
            }
            each = each.idleAfter[channel];
        }
        return null;
    }
}
