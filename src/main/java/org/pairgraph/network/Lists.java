package org.pairgraph.network;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** For each row a few numbers, all in one array: row {@code r} has those from {@code starts[r]} to {@code starts[r + 1]}. */
final class Lists {
    private final int[] starts;
    private final int[] values;

    private Lists(int[] starts, int[] values) {
        this.starts = starts;
        this.values = values;
    }

    /** From pairs of row (upper half) and value (lower half), in any order; a row's values are in order. */
    static Lists of(int rows, long[] pairs) {
        var starts = new int[rows + 1];
        for (long pair : pairs) {
            starts[row(pair) + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            starts[row + 1] += starts[row];
        }
        var values = new int[pairs.length];
        int[] next = Arrays.copyOf(starts, rows);
        for (long pair : pairs) {
            values[next[row(pair)]++] = value(pair);
        }
        for (int row = 0; row < rows; row++) {
            if (starts[row + 1] - starts[row] > 1) {
                Arrays.sort(values, starts[row], starts[row + 1]);
            }
        }
        return new Lists(starts, values);
    }

    static long pair(int row, int value) {
        return (long) row << 32 | value;
    }

    static int row(long pair) {
        return (int) (pair >>> 32);
    }

    static int value(long pair) {
        return (int) pair;
    }

    /** Something that lies where a row is read from, for {@link ReadAhead}. */
    int readAhead(int row) {
        return starts[row] < values.length ? values[starts[row]] : 0;
    }

    int rows() {
        return starts.length - 1;
    }

    int start(int row) {
        return starts[row];
    }

    int end(int row) {
        return starts[row + 1];
    }

    int count(int row) {
        return starts[row + 1] - starts[row];
    }

    int at(int position) {
        return values[position];
    }

    /** The place of a value among those of its row, from 0. */
    int indexOf(int row, int value) {
        return Arrays.binarySearch(values, starts[row], starts[row + 1], value) - starts[row];
    }

    void forEach(int row, IntConsumer action) {
        for (int position = starts[row]; position < starts[row + 1]; position++) {
            action.accept(values[position]);
        }
    }

    long[] pairs() {
        var pairs = new long[values.length];
        for (int row = 0; row < rows(); row++) {
            for (int position = starts[row]; position < starts[row + 1]; position++) {
                pairs[position] = pair(row, values[position]);
            }
        }
        return pairs;
    }

    long bytes() {
        return 4L * (starts.length + values.length);
    }
}
