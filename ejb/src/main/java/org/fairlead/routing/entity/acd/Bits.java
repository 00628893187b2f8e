package org.fairlead.routing.entity.acd;

import java.util.Arrays;

/** A growing set of small numbers, open to be intersected word by word. */
final class Bits {

    private static final int SHIFT = 6;

    long[] words = new long[2];

    void set(int bit, boolean on) {
        int word = bit >> SHIFT;
        if (word >= words.length) {
            if (!on) {
                return;
            }
            words = Arrays.copyOf(words, Math.max(word + 1, words.length * 2));
        }
        if (on) {
            words[word] |= 1L << bit;
        } else {
            words[word] &= ~(1L << bit);
        }
    }

    boolean get(int bit) {
        int word = bit >> SHIFT;
        return word < words.length && (words[word] & (1L << bit)) != 0;
    }

    /** How many are in both. */
    int common(Bits other) {
        int words = Math.min(this.words.length, other.words.length);
        int count = 0;
        for (int i = 0; i < words; i++) {
            count += Long.bitCount(this.words[i] & other.words[i]);
        }
        return count;
    }
}
