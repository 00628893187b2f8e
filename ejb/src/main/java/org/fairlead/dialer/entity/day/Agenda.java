package org.fairlead.dialer.entity.day;

import java.util.Arrays;

/** What is to happen, in the order of time: a heap of numbers, since a simulated day has millions of entries. */
final class Agenda {

    enum What {
        CALL_SETTLES(0),
        DETECTED(1),
        PATIENCE_ENDS(2),
        TALK_ENDS(3),
        WRAP_UP_ENDS(4),
        SIGNAL(5),
        LEAVE_BEGINS(6),
        LEAVE_ENDS(7),
        DECIDE(8);

        private final int code;

        What(int code) {
            this.code = code;
        }
    }

    private static final What[] ALL = What.values();
    private static final int WHO_BITS = 24;
    private static final int WHAT_BITS = 4;

    private long[] heap = new long[1024];
    private int size;

    void add(long at, What what, int who) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        long entry = (at << (WHO_BITS + WHAT_BITS)) | ((long) what.code << WHO_BITS) | who;
        int child = size++;
        while (child > 0) {
            int parent = (child - 1) >>> 1;
            if (heap[parent] <= entry) {
                break;
            }
            heap[child] = heap[parent];
            child = parent;
        }
        heap[child] = entry;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Takes the first entry out; read it with the three functions below. */
    long next() {
        long first = heap[0];
        long last = heap[--size];
        int parent = 0;
        while (true) {
            int child = 2 * parent + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[parent] = heap[child];
            parent = child;
        }
        heap[parent] = last;
        return first;
    }

    static long at(long entry) {
        return entry >>> (WHO_BITS + WHAT_BITS);
    }

    static What what(long entry) {
        return ALL[(int) (entry >>> WHO_BITS) & ((1 << WHAT_BITS) - 1)];
    }

    static int who(long entry) {
        return (int) entry & ((1 << WHO_BITS) - 1);
    }
}
