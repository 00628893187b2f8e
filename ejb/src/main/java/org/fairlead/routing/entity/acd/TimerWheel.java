package org.fairlead.routing.entity.acd;

import org.jspecify.annotations.Nullable;

/**
 * What is due when: six wheels of 64 slots, the first of a millisecond each, the next of 64, and so on; a bitmap for
 * each says which slots are taken. To set, to cancel and to find the next costs the same with any number of timers.
 */
final class TimerWheel {

    private static final int BITS = 6;
    private static final int SLOTS = 1 << BITS;
    private static final int WHEELS = 7;

    private final @Nullable Timed[] slots = new @Nullable Timed[WHEELS * SLOTS];
    private final long[] taken = new long[WHEELS];
    private long elapsed;

    TimerWheel(long now) {
        elapsed = now;
    }

    /** Due then, and only then. */
    void set(Timed timed, long due) {
        cancel(timed);
        timed.due = due;
        put(timed);
    }

    void cancel(Timed timed) {
        if (timed.slot >= 0) {
            unlink(timed);
        }
    }

    /** The next that is due until now, not any more in the wheel; null when there is none. */
    @Nullable
    Timed poll(long now) {
        while (true) {
            int wheel = firstTaken();
            long at = wheel < 0 ? Long.MAX_VALUE : begin(wheel, slotOf(wheel));
            if (at > now) {
                elapsed = Math.max(elapsed, now);
                return null;
            }
            int slot = slotOf(wheel);
            elapsed = Math.max(elapsed, at);
            if (wheel == 0) {
                Timed first = firstOf(slot);
                unlink(first);
                return first;
            }
            cascade(wheel, slot);
        }
    }

    /** Nothing is due before; {@code Long.MAX_VALUE} when nothing ever is. */
    long nothingBefore() {
        int wheel = firstTaken();
        return wheel < 0 ? Long.MAX_VALUE : begin(wheel, slotOf(wheel));
    }

    private int firstTaken() {
        for (int wheel = 0; wheel < WHEELS; wheel++) {
            if (taken[wheel] != 0) {
                return wheel;
            }
        }
        return -1;
    }

    /** The first taken slot of a wheel; what is in it is never behind. */
    private int slotOf(int wheel) {
        int nowSlot = (int) (elapsed >> (wheel * BITS)) & (SLOTS - 1);
        return (Long.numberOfTrailingZeros(Long.rotateRight(taken[wheel], nowSlot)) + nowSlot) & (SLOTS - 1);
    }

    private long begin(int wheel, int slot) {
        long whole = 1L << ((wheel + 1) * BITS);
        return (elapsed & -whole) + ((long) slot << (wheel * BITS));
    }

    private void cascade(int wheel, int slot) {
        Timed timed = slots[wheel * SLOTS + slot];
        while (timed != null) {
            Timed next = timed.later;
            unlink(timed);
            put(timed);
            timed = next;
        }
    }

    private Timed firstOf(int slot) {
        Timed first = slots[slot];
        if (first == null) {
            throw new IllegalStateException("a slot is marked as taken and empty");
        }
        for (Timed each = first.later; each != null; each = each.later) {
            int turn = Long.compare(each.turn(), first.turn());
            if (turn < 0 || (turn == 0 && each.id.compareTo(first.id) < 0)) {
                first = each;
            }
        }
        return first;
    }

    private void put(Timed timed) {
        long at = Math.max(timed.due, elapsed);
        long differs = (elapsed ^ at) | (SLOTS - 1);
        int wheel = Math.min(WHEELS - 1, (63 - Long.numberOfLeadingZeros(differs)) / BITS);
        int slot = (int) (at >> (wheel * BITS)) & (SLOTS - 1);
        timed.slot = wheel * SLOTS + slot;
        timed.earlier = null;
        timed.later = slots[timed.slot];
        if (timed.later != null) {
            timed.later.earlier = timed;
        }
        slots[timed.slot] = timed;
        taken[wheel] |= 1L << slot;
    }

    private void unlink(Timed timed) {
        if (timed.earlier == null) {
            slots[timed.slot] = timed.later;
        } else {
            timed.earlier.later = timed.later;
        }
        if (timed.later != null) {
            timed.later.earlier = timed.earlier;
        }
        if (slots[timed.slot] == null) {
            taken[timed.slot / SLOTS] &= ~(1L << (timed.slot & (SLOTS - 1)));
        }
        timed.slot = -1;
        timed.earlier = null;
        timed.later = null;
    }
}
