package org.pairgraph.network;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** For a few rows out of many some numbers each: pairs of row (upper half) and value (lower half), in order. */
final class Pairs {
    /** Takes a row and one of its values. */
    interface Taking {
        void take(int row, int value);
    }

    private final long[] pairs;

    /** From pairs in any order, which are put in order in their place. */
    Pairs(long[] pairs) {
        Arrays.sort(pairs);
        this.pairs = pairs;
    }

    int count(int row) {
        return start(row + 1) - start(row);
    }

    boolean contains(int row, int value) {
        return Arrays.binarySearch(pairs, Lists.pair(row, value)) >= 0;
    }

    /** The values of a row, in order. */
    void forEach(int row, IntConsumer action) {
        for (int index = start(row); index < pairs.length && Lists.row(pairs[index]) == row; index++) {
            action.accept(Lists.value(pairs[index]));
        }
    }

    /** All rows and their values, in order. */
    void forEach(Taking action) {
        for (long pair : pairs) {
            action.take(Lists.row(pair), Lists.value(pair));
        }
    }

    long[] pairs() {
        return pairs.clone();
    }

    /** The other way round: for each value the rows that have it. */
    Pairs inverse() {
        return new Pairs(Arrays.stream(pairs)
                .map(pair -> Lists.pair(Lists.value(pair), Lists.row(pair)))
                .toArray());
    }

    long bytes() {
        return 8L * pairs.length;
    }

    private int start(int row) {
        int found = Arrays.binarySearch(pairs, Lists.pair(row, 0));
        return found < 0 ? -found - 1 : found;
    }
}
