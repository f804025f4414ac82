package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/** Columns under provisional numbers, put under the numbers for good. */
final class Columns {
    private Columns() {}

    /** A column of values that a byte holds. */
    static byte[] movedBytes(IntArrayList column, int[] numbers) {
        int[] from = column.elements();
        var to = new byte[numbers.length];
        for (int row = 0; row < to.length; row++) {
            to[numbers[row]] = (byte) from[row];
        }
        return to;
    }

    static boolean[] movedFlags(IntArrayList column, int[] numbers) {
        int[] from = column.elements();
        var to = new boolean[numbers.length];
        for (int row = 0; row < to.length; row++) {
            to[numbers[row]] = from[row] != 0;
        }
        return to;
    }

    static int[] moved(IntArrayList column, int[] numbers) {
        int[] from = column.elements();
        var to = new int[numbers.length];
        for (int row = 0; row < to.length; row++) {
            to[numbers[row]] = from[row];
        }
        return to;
    }

    /** A column of references, which may be -1. */
    static int[] movedReferences(IntArrayList column, int[] numbers, int[] referred) {
        int[] from = column.elements();
        var to = new int[numbers.length];
        for (int row = 0; row < to.length; row++) {
            to[numbers[row]] = from[row] < 0 ? -1 : referred[from[row]];
        }
        return to;
    }

    static <T> Int2ObjectOpenHashMap<T> moved(Int2ObjectOpenHashMap<T> rows, int[] numbers) {
        var to = new Int2ObjectOpenHashMap<T>(rows.size());
        rows.int2ObjectEntrySet().fastForEach(row -> to.put(numbers[row.getIntKey()], row.getValue()));
        return to;
    }

    static long[] movedPairs(LongArrayList pairs, int[] rows, int[] values) {
        long[] from = pairs.elements();
        var to = new long[pairs.size()];
        for (int position = 0; position < to.length; position++) {
            to[position] = Lists.pair(rows[Lists.row(from[position])], values[Lists.value(from[position])]);
        }
        return to;
    }

    static long[] sorted(long[] pairs) {
        Arrays.sort(pairs);
        return pairs;
    }

    /** A copy with room for more rows. */
    static IntArrayList growing(int[] column) {
        return IntArrayList.wrap(Arrays.copyOf(column, roomFor(column.length)), column.length);
    }

    private static int roomFor(int rows) {
        return rows + (rows >> 5) + 1024;
    }

    /** A copy of a column of bytes with room for more rows. */
    static IntArrayList widened(byte[] column) {
        var wide = new IntArrayList(roomFor(column.length));
        for (byte value : column) {
            wide.add(value);
        }
        return wide;
    }
}
