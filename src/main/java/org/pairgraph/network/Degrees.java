package org.pairgraph.network;

/** Counts neighbours by kind, each once for each kind. Linear in the edges of the thing. */
final class Degrees {
    private static final long NO_MORE = Long.MAX_VALUE;

    /** With more edges than this a thing has its neighbours counted once for all questions under the same filter. */
    private static final int MANY = 32;

    private final Structure structure;
    private final Selection selection;

    Degrees(Structure structure, Selection selection) {
        this.structure = structure;
        this.selection = selection;
    }

    /** By the number of the kind, both ways; not to be changed. */
    int[] both(int thing) {
        return structure.supports.count(thing) + structure.supportedBy.count(thing) > MANY
                ? selection.degree(thing, this::countBoth)
                : countBoth(thing);
    }

    private int[] countBoth(int thing) {
        return count(structure.supports, structure.supportedBy, thing);
    }

    int[] supports(int thing) {
        return count(structure.supports, structure.supports, thing);
    }

    int[] supportedBy(int thing) {
        return count(structure.supportedBy, structure.supportedBy, thing);
    }

    private int[] count(Adjacency one, Adjacency other, int thing) {
        var counts = new int[structure.tables.kindCodes.size()];
        int edge = one.start(thing);
        int otherEdge = one == other ? other.end(thing) : other.start(thing);
        while (true) {
            edge = taken(one, edge, one.end(thing));
            otherEdge = taken(other, otherEdge, other.end(thing));
            long next = Math.min(key(one, edge, thing), key(other, otherEdge, thing));
            if (next == NO_MORE) {
                return counts;
            }
            counts[(int) (next >>> 32)]++;
            edge = beyond(one, edge, thing, next);
            otherEdge = beyond(other, otherEdge, thing, next);
        }
    }

    private int taken(Adjacency adjacency, int from, int end) {
        int edge = from;
        while (edge < end && !counts(adjacency, edge)) {
            edge++;
        }
        return edge;
    }

    private boolean counts(Adjacency adjacency, int edge) {
        return selection.takes(adjacency.claim(edge)) && selection.meets(adjacency.other(edge));
    }

    private static long key(Adjacency adjacency, int edge, int thing) {
        return edge < adjacency.end(thing) ? adjacency.kindAndOther(edge) : NO_MORE;
    }

    private static int beyond(Adjacency adjacency, int from, int thing, long key) {
        int edge = from;
        while (edge < adjacency.end(thing) && adjacency.kindAndOther(edge) == key) {
            edge++;
        }
        return edge;
    }
}
