package org.pairgraph.synthetic;

/**
 * A sequence of numbers that looks random and follows from a seed, a name and an index alone: each thing of the network
 * has dice of its own, so that it can be told from any place without remembering it. The algorithm is SplitMix64, written
 * out because the platform's generators may change.
 */
final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, String name, long index) {
        return new Dice(mixed(mixed(seed + STEP) + name.hashCode()) ^ mixed(index * STEP + 1));
    }

    /** From 0 (inclusive) to {@code bound} (exclusive). */
    long below(long bound) {
        return Math.min(bound - 1, (long) (fraction() * bound));
    }

    /** From {@code least} to {@code most}, both inclusive. */
    long between(long least, long most) {
        return least + below(most - least + 1);
    }

    /** Below {@code bound}, and the lower the likelier: the greater the skew, the more often it is 0. */
    long skewedBelow(long bound, double skew) {
        return Math.min(bound - 1, (long) (StrictMath.pow(fraction(), skew) * bound));
    }

    /** True so many times in a hundred. */
    boolean percent(int chance) {
        return below(100) < chance;
    }

    private double fraction() {
        state += STEP;
        return (mixed(state) >>> 11) * 0x1.0p-53;
    }

    private static long mixed(long value) {
        long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
        return twice ^ (twice >>> 31);
    }
}
