package org.pairgraph.synthetic;

/** Consecutive numbers of parties of one kind, from {@code first} to before {@code end}. */
record Range(long first, long end) {
    /** A prime above every size, so that multiplying by it visits each number of a range once. */
    private static final long STRIDE = 2_654_435_761L;

    Range {
        if (first < 0 || end <= first) {
            throw new IllegalArgumentException("A range has at least one number: " + first + " to " + end);
        }
    }

    long size() {
        return end - first;
    }

    boolean contains(long number) {
        return first <= number && number < end;
    }

    /** The number that has a rank: an order of its own, so that what is chosen most lies anywhere. */
    long ofRank(long rank) {
        return first + Math.floorMod((rank + 1) * STRIDE, size());
    }

    /** The number some steps further on, round and round. */
    long after(long number, long steps) {
        return first + Math.floorMod(number - first + steps, size());
    }
}
