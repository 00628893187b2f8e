package org.fairlead.dialer.entity.day;

/**
 * Chance without a stream of its own: each draw is a hash of the seed, what it is for and whom it concerns. So each policy
 * meets the same leads and the same talks, in whatever order it dials.
 */
final class Draws {

    /** What a draw is for. */
    enum About {
        FATE(0),
        RING(1),
        TALK(2),
        TALK_KIND(3),
        WRAP_UP(4),
        DETECTION(5),
        PATIENCE(6),
        SIGNAL(7);

        private final int code;

        About(int code) {
            this.code = code;
        }
    }

    private final long seed;

    Draws(long seed) {
        this.seed = mix(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
    }

    /** Strictly between 0 and 1. */
    double of(About about, long whom) {
        long hash = mix(mix(seed + (about.code + 1) * 0xD1B54A32D192ED03L) + whom * 0x9E3779B97F4A7C15L);
        return ((hash >>> 11) + 0.5) * 0x1.0p-53;
    }

    /** Stafford's variant 13 of the 64-bit finaliser, as SplittableRandom has it. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
