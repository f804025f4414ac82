package org.pairgraph.network;

import it.unimi.dsi.fastutil.HashCommon;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of nodes that were looked up before: a store hands out the same object for the same node most of the time, and
 * comparing objects is quicker than comparing terms. It may forget any of them.
 */
final class Remembered {
    static final int FOR_ALL = 1 << 19;
    static final int FOR_SOME = 1 << 10;

    private static final int UNKNOWN = -1;

    private final @Nullable Node[] nodes;
    private final int[] numbers;

    /** @param room a power of two */
    Remembered(int room) {
        nodes = new Node[room];
        numbers = new int[room];
    }

    /** The number of a node, or -1 if it is not remembered. */
    int find(Node node) {
        int slot = slot(node);
        return nodes[slot] == node ? numbers[slot] : UNKNOWN;
    }

    /** Remembers a number, unless it is none; returns it. */
    int keep(Node node, int number) {
        if (number >= 0) {
            int slot = slot(node);
            nodes[slot] = node;
            numbers[slot] = number;
        }
        return number;
    }

    private int slot(Node node) {
        return HashCommon.mix(node.hashCode()) & nodes.length - 1;
    }
}
