package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The parts of claims that lie in one pair of areas each, whatever the filter: in columns, in the order of source, target
 * and kind, and within these of the pair of places one step down, those made at exactly this pair first.
 */
final class Units {
    /** The key of a unit that is made at exactly its pair of areas. */
    static final long HERE = -1;

    private static final int BITS = 28;
    private static final long MASK = (1L << BITS) - 1;

    /** The claims that touch no pair of areas of this level. */
    final BitSet unplaced;

    private final Structure structure;
    private final int[] claims;
    private final int[] sources;
    private final int[] targets;
    private final int[] fromPlaces;
    private final int[] toPlaces;
    private final int[] counts;
    private final int[] names;
    private final long[] keys;
    private final BitSet byProgramme = new BitSet();

    Units(Structure structure, AreaLevel level) {
        this.structure = structure;
        var placing = new Placing(structure, level);
        unplaced = placing.unplaced;
        long[] placedKeys = keys(placing);
        int[] order = order(placing, placedKeys);
        claims = moved(placing.claims, order);
        sources = moved(placing.sources, order);
        targets = moved(placing.targets, order);
        fromPlaces = moved(placing.fromPlaces, order);
        toPlaces = moved(placing.toPlaces, order);
        counts = moved(placing.counts, order);
        names = moved(placing.names, order);
        keys = new long[order.length];
        for (int unit = 0; unit < order.length; unit++) {
            keys[unit] = placedKeys[order[unit]];
            byProgramme.set(unit, placing.byProgramme.get(order[unit]));
        }
    }

    private long[] keys(Placing placing) {
        var found = new long[placing.claims.size()];
        for (int unit = 0; unit < found.length; unit++) {
            found[unit] = key(
                    placing.fromPlaces.getInt(unit),
                    placing.toPlaces.getInt(unit),
                    placing.sources.getInt(unit),
                    placing.targets.getInt(unit));
        }
        return found;
    }

    private long key(int from, int to, int source, int target) {
        if (from == source && to == target) {
            return HERE;
        }
        return Lists.pair(
                from == source ? source : structure.places.childTowards(source, from),
                to == target ? target : structure.places.childTowards(target, to));
    }

    private int[] order(Placing placing, long[] placedKeys) {
        int things = structure.tables.things();
        int[] starts = new int[things + 1];
        int size = placing.claims.size();
        for (int unit = 0; unit < size; unit++) {
            starts[placing.sources.getInt(unit) + 1]++;
        }
        for (int area = 0; area < things; area++) {
            starts[area + 1] += starts[area];
        }
        var sorted = new long[size];
        int[] next = starts.clone();
        for (int unit = 0; unit < size; unit++) {
            long targetAndKind =
                    (long) placing.targets.getInt(unit) << 7 | structure.tables.kinds[placing.claims.getInt(unit)];
            sorted[next[placing.sources.getInt(unit)]++] = targetAndKind << BITS | unit;
        }

        int[] order = new int[size];
        for (int area = 0; area < things; area++) {
            Arrays.sort(sorted, starts[area], starts[area + 1]);
            orderByKeys(sorted, starts[area], starts[area + 1], placedKeys, order);
        }
        return order;
    }

    private static void orderByKeys(long[] sorted, int from, int to, long[] placedKeys, int[] order) {
        for (int first = from; first < to; ) {
            int end = first;
            while (end < to && sorted[end] >>> BITS == sorted[first] >>> BITS) {
                order[end] = (int) (sorted[end] & MASK);
                end++;
            }
            if (end - first > 1) {
                IntArrays.quickSort(order, first, end, (one, other) -> {
                    int byKey = Long.compare(placedKeys[one], placedKeys[other]);
                    return byKey != 0 ? byKey : Integer.compare(one, other);
                });
            }
            first = end;
        }
    }

    private static int[] moved(IntArrayList column, int[] order) {
        var to = new int[order.length];
        Arrays.setAll(to, unit -> column.getInt(order[unit]));
        return to;
    }

    int size() {
        return claims.length;
    }

    int claim(int unit) {
        return claims[unit];
    }

    int kind(int unit) {
        return structure.tables.kinds[claims[unit]];
    }

    int source(int unit) {
        return sources[unit];
    }

    int target(int unit) {
        return targets[unit];
    }

    /** Whether two units are of one source, target and kind. */
    boolean areOfOneEdge(int one, int other) {
        return sources[one] == sources[other] && targets[one] == targets[other] && kind(one) == kind(other);
    }

    /** The first unit after one that is of another edge than it. */
    int nextEdge(int unit) {
        int next = unit;
        while (next < size() && areOfOneEdge(unit, next)) {
            next++;
        }
        return next;
    }

    /** The pair of places one step below its areas that a unit belongs to, or {@link #HERE}. */
    long key(int unit) {
        return keys[unit];
    }

    /** The pair of places one step below a pair that holds it, or {@link #HERE}. */
    long key(int unit, int source, int target) {
        return key(fromPlaces[unit], toPlaces[unit], source, target);
    }

    /** How many links it implies at least. */
    int links(int unit) {
        return counts[unit];
    }

    /** How many of these are known by the names of both parties. */
    int named(int unit) {
        return names[unit];
    }

    boolean isPlacedByProgramme(int unit) {
        return byProgramme.get(unit);
    }

    /** The day that orders claims: the as-of, else the start. */
    int date(int unit) {
        int asOf = structure.tables.asOfs[claims[unit]];
        return asOf != Day.NONE ? asOf : structure.tables.starts[claims[unit]];
    }
}
