package org.pairgraph.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * The places and whatever lies in them as one forest, laid out so that all below a place stand in one run: whether one
 * thing is within another is two comparisons. A ring of places is opened at its first one.
 */
final class Places {
    private final int[] parents;
    private final int[] positions;
    private final int[] lasts;
    private final int[] order;

    private Places(int[] parents, int[] positions, int[] lasts, int[] order) {
        this.parents = parents;
        this.positions = positions;
        this.lasts = lasts;
        this.order = order;
    }

    /** The forest of the things that are present; the others stand alone. */
    static Places of(int[] stated, BitSet present) {
        int[] parents = withoutRings(stated, present);
        int things = parents.length;
        var firstChild = new int[things];
        var nextSibling = new int[things];
        Arrays.fill(firstChild, -1);
        for (int thing = things - 1; thing >= 0; thing--) {
            if (parents[thing] >= 0) {
                nextSibling[thing] = firstChild[parents[thing]];
                firstChild[parents[thing]] = thing;
            } else {
                nextSibling[thing] = -1;
            }
        }

        var positions = new int[things];
        var lasts = new int[things];
        var order = new int[things];
        int next = 0;
        for (int root = 0; root < things; root++) {
            if (parents[root] >= 0) {
                continue;
            }
            int thing = root;
            while (thing >= 0) {
                positions[thing] = next;
                order[next++] = thing;
                if (firstChild[thing] >= 0) {
                    thing = firstChild[thing];
                    continue;
                }
                lasts[thing] = next - 1;
                while (thing != root && nextSibling[thing] < 0) {
                    thing = parents[thing];
                    lasts[thing] = next - 1;
                }
                thing = thing == root ? -1 : nextSibling[thing];
            }
        }
        return new Places(parents, positions, lasts, order);
    }

    private static int[] withoutRings(int[] stated, BitSet present) {
        int[] parents = stated;
        var seenFrom = new int[parents.length];
        for (int thing = 0; thing < parents.length; thing++) {
            if (!present.get(thing) && parents[thing] >= 0) {
                parents = without(parents, thing, stated);
            }
        }
        for (int thing = 0; thing < parents.length; thing++) {
            int above = thing;
            while (above >= 0 && seenFrom[above] == 0) {
                seenFrom[above] = thing + 1;
                above = parents[above];
            }
            if (above >= 0 && seenFrom[above] == thing + 1) {
                parents = without(parents, firstOfRing(above, parents), stated);
            }
        }
        return parents;
    }

    private static int[] without(int[] parents, int thing, int[] stated) {
        int[] changed = parents == stated ? stated.clone() : parents;
        changed[thing] = -1;
        return changed;
    }

    private static int firstOfRing(int member, int[] parents) {
        int first = member;
        for (int above = parents[member]; above != member; above = parents[above]) {
            first = Math.min(first, above);
        }
        return first;
    }

    /** The place that a thing lies in directly, or -1. */
    int parent(int thing) {
        return parents[thing];
    }

    /** Whether a thing lies in a place, at whatever depth; nothing lies in itself. */
    boolean isWithin(int thing, int place) {
        return positions[place] < positions[thing] && positions[thing] <= lasts[place];
    }

    boolean isWithinOrSame(int thing, int place) {
        return positions[place] <= positions[thing] && positions[thing] <= lasts[place];
    }

    /** How many things lie in a place, at whatever depth. */
    int countBelow(int place) {
        return lasts[place] - positions[place];
    }

    /** All that lies in a place, at whatever depth. */
    void forEachBelow(int place, IntConsumer action) {
        for (int position = positions[place] + 1; position <= lasts[place]; position++) {
            action.accept(order[position]);
        }
    }

    /** All things, each after the place that it lies in. */
    void forEachFromAbove(IntConsumer action) {
        for (int thing : order) {
            action.accept(thing);
        }
    }

    /** What lies in a place directly, in order. */
    void forEachChild(int place, IntConsumer action) {
        for (int position = positions[place] + 1; position <= lasts[place]; ) {
            int child = order[position];
            action.accept(child);
            position = lasts[child] + 1;
        }
    }

    /** The thing directly below {@code place} that another, which lies in it, lies in or is. */
    int childTowards(int place, int thing) {
        int child = thing;
        while (parents[child] != place) {
            child = parents[child];
        }
        return child;
    }

    /** The smallest place that holds or is both things, or -1. */
    int common(int one, int other) {
        int place = one;
        while (place >= 0 && !isWithinOrSame(other, place)) {
            place = parents[place];
        }
        return place;
    }

    long bytes() {
        return 12L * parents.length;
    }
}
