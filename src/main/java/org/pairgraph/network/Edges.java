package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;

/** Edges as numbers, in the order in which they were added. */
final class Edges {
    /** Stands in the place of a claim: from a thing to the place around it. */
    static final int WITHIN = -1;

    /** From a group to a member. */
    static final int MEMBER = -2;

    private static final int NUMBERS = 3;

    private final IntArrayList numbers = new IntArrayList();

    void add(int source, int target, int claim) {
        numbers.add(source);
        numbers.add(target);
        numbers.add(claim);
    }

    int size() {
        return numbers.size() / NUMBERS;
    }

    int source(int index) {
        return numbers.getInt(NUMBERS * index);
    }

    int target(int index) {
        return numbers.getInt(NUMBERS * index + 1);
    }

    /** The claim, or {@link #WITHIN} or {@link #MEMBER}. */
    int claim(int index) {
        return numbers.getInt(NUMBERS * index + 2);
    }

    /** Forgets those from a position on. */
    void cut(int size) {
        numbers.size(NUMBERS * size);
    }

    List<NetworkEdge> described(Description description) {
        var edges = new ArrayList<NetworkEdge>(size());
        for (int index = 0; index < size(); index++) {
            edges.add(description.edge(source(index), target(index), claim(index)));
        }
        return edges;
    }
}
