package org.pairgraph.network;

import it.unimi.dsi.fastutil.HashCommon;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of nodes that were looked up before: a store hands out the same object for the same node most of the time, and
 * comparing objects is quicker than comparing terms. It grows as far as it may, and then forgets some.
 */
final class Remembered {
    static final int FOR_ALL = 1 << 23;
    static final int FOR_SOME = 1 << 10;

    private static final int FIRST_ROOM = 1 << 10;
    private static final int NEAR = 4;
    private static final int UNKNOWN = -1;

    private final int most;
    private @Nullable Node[] nodes = new Node[FIRST_ROOM];
    private int[] numbers = new int[FIRST_ROOM];

    /** @param most a power of two, how many there may be at most */
    Remembered(int most) {
        this.most = most;
    }

    /** The number of a node, or -1 if it is not remembered. */
    int find(Node node) {
        int first = HashCommon.mix(node.hashCode());
        for (int step = 0; step < NEAR; step++) {
            int slot = first + step & nodes.length - 1;
            if (nodes[slot] == node) {
                return numbers[slot];
            }
        }
        return UNKNOWN;
    }

    /** Remembers a number, unless it is none; returns it. */
    int keep(Node node, int number) {
        if (number >= 0) {
            while (!put(node, number)) {
                grow();
            }
        }
        return number;
    }

    private boolean put(Node node, int number) {
        int first = HashCommon.mix(node.hashCode());
        for (int step = 0; step < NEAR; step++) {
            int slot = first + step & nodes.length - 1;
            if (nodes[slot] == null || nodes[slot] == node) {
                nodes[slot] = node;
                numbers[slot] = number;
                return true;
            }
        }
        if (nodes.length < most) {
            return false;
        }
        int slot = first & nodes.length - 1;
        nodes[slot] = node;
        numbers[slot] = number;
        return true;
    }

    private void grow() {
        var before = nodes;
        int[] numbersBefore = numbers;
        nodes = new Node[2 * before.length];
        numbers = new int[nodes.length];
        for (int slot = 0; slot < before.length; slot++) {
            var node = before[slot];
            if (node != null) {
                keep(node, numbersBefore[slot]);
            }
        }
    }
}
