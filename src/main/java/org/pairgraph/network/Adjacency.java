package org.pairgraph.network;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The edges of each thing in one direction, in arrays: those of thing {@code t} stand from {@code start(t)} to
 * {@code end(t)}, by kind, then by neighbour, then by claim. A claim of n supporters and m supported has n × m edges.
 */
final class Adjacency {
    /** Stands for the only neighbour of what has none, and of what has several. */
    static final int NOBODY = -1;

    static final int SEVERAL = -2;

    private static final int BITS = 28;
    private static final long MASK = (1L << BITS) - 1;

    private final int[] starts;
    private final int[] others;
    private final int[] claims;
    private final byte[] kinds;

    private Adjacency(int[] starts, int[] others, int[] claims, byte[] kinds) {
        this.starts = starts;
        this.others = others;
        this.claims = claims;
        this.kinds = kinds;
    }

    /** From each supporter to whom it supports. */
    static Adjacency supports(Tables tables) {
        return of(tables, tables.supporters, tables.supported);
    }

    /** From each supported party to its supporters. */
    static Adjacency supportedBy(Tables tables) {
        return of(tables, tables.supported, tables.supporters);
    }

    private static Adjacency of(Tables tables, Lists here, Lists there) {
        if (tables.things() > MASK || tables.claims() > MASK) {
            throw new IllegalStateException("A network has at most " + MASK + " things and claims.");
        }
        int[] starts = starts(tables, here, there);
        var edges = new long[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int claim = 0; claim < tables.claims(); claim++) {
            for (int one = here.start(claim); tables.isClaim[claim] && one < here.end(claim); one++) {
                for (int other = there.start(claim); other < there.end(claim); other++) {
                    edges[next[here.at(one)]++] =
                            (long) tables.kinds[claim] << 2 * BITS | (long) there.at(other) << BITS | claim;
                }
            }
        }
        return ordered(starts, edges);
    }

    private static int[] starts(Tables tables, Lists here, Lists there) {
        var starts = new int[tables.things() + 1];
        for (int claim = 0; claim < tables.claims(); claim++) {
            for (int one = here.start(claim); tables.isClaim[claim] && one < here.end(claim); one++) {
                starts[here.at(one) + 1] += there.count(claim);
            }
        }
        for (int thing = 1; thing < starts.length; thing++) {
            starts[thing] = Math.addExact(starts[thing], starts[thing - 1]);
        }
        return starts;
    }

    private static Adjacency ordered(int[] starts, long[] edges) {
        var others = new int[edges.length];
        var claims = new int[edges.length];
        var kinds = new byte[edges.length];
        for (int thing = 0; thing + 1 < starts.length; thing++) {
            if (starts[thing + 1] - starts[thing] > 1) {
                Arrays.sort(edges, starts[thing], starts[thing + 1]);
            }
        }
        for (int edge = 0; edge < edges.length; edge++) {
            others[edge] = (int) (edges[edge] >>> BITS & MASK);
            claims[edge] = (int) (edges[edge] & MASK);
            kinds[edge] = (byte) (edges[edge] >>> 2 * BITS);
        }
        return new Adjacency(starts, others, claims, kinds);
    }

    int start(int thing) {
        return starts[thing];
    }

    int end(int thing) {
        return starts[thing + 1];
    }

    /** Something that lies where the edges of a thing are read from, for {@link ReadAhead}. */
    int readAhead(int thing) {
        int edge = starts[thing];
        return edge < others.length ? others[edge] + claims[edge] + kinds[edge] : 0;
    }

    int count(int thing) {
        return starts[thing + 1] - starts[thing];
    }

    int other(int edge) {
        return others[edge];
    }

    int claim(int edge) {
        return claims[edge];
    }

    int kind(int edge) {
        return kinds[edge];
    }

    /** The only neighbour of a thing, {@link #NOBODY} or {@link #SEVERAL}, when another way has led to one already. */
    int onlyOther(int thing, int before) {
        int only = before;
        for (int edge = starts[thing]; edge < starts[thing + 1]; edge++) {
            if (only != NOBODY && only != others[edge]) {
                return SEVERAL;
            }
            only = others[edge];
        }
        return only;
    }

    /** Each neighbour as often as there are edges to it, whatever the claims. */
    void forEachOther(int thing, IntConsumer action) {
        for (int edge = starts[thing]; edge < starts[thing + 1]; edge++) {
            action.accept(others[edge]);
        }
    }

    /** Orders the edges of one thing by kind, then by neighbour. */
    long kindAndOther(int edge) {
        return (long) kinds[edge] << 32 | others[edge];
    }

    long bytes() {
        return 4L * starts.length + 9L * others.length;
    }
}
