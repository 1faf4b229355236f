package dev.parley.sandbox.world;

import java.util.List;

/** Randomness without state: the same seed and the same question give the same answer, in any order. */
record Dice(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int MANTISSA_BITS = 53;

    Dice of(long what) {
        return new Dice(mix(seed + GOLDEN * (what + 1)));
    }

    int below(int bound) {
        return (int) Long.remainderUnsigned(mix(seed), bound);
    }

    double unit() {
        return (mix(seed) >>> (Long.SIZE - MANTISSA_BITS)) / (double) (1L << MANTISSA_BITS);
    }

    boolean chance(double share) {
        return unit() < share;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
