package org.pairgraph.network;

import java.util.function.IntConsumer;
import org.pairgraph.network.WalkQuery.Direction;

/** Who is one step away, under a selection. */
final class Neighbours {
    private final Structure structure;
    private final Selection selection;
    private final Direction direction;
    private final boolean throughPlaces;
    private final int from;
    private final int to;

    Neighbours(Structure structure, Selection selection, Direction direction, boolean throughPlaces) {
        this(structure, selection, direction, throughPlaces, -1, -1);
    }

    /**
     * @param from an end of the way, which is met whatever its class
     * @param to the other end
     */
    Neighbours(Structure structure, Selection selection, Direction direction, boolean throughPlaces, int from, int to) {
        this.structure = structure;
        this.selection = selection;
        this.direction = direction;
        this.throughPlaces = throughPlaces;
        this.from = from;
        this.to = to;
    }

    boolean followsSupports() {
        return direction != Direction.SUPPORTED;
    }

    boolean followsSupportedBy() {
        return direction != Direction.SUPPORTS;
    }

    boolean throughPlaces() {
        return throughPlaces;
    }

    /**
     * Each neighbour with a certain mark, as often as there are steps to it. The mark is looked at first: of the ten
     * thousand neighbours of a hub few have it.
     */
    void forEachMarked(int thing, Marks marks, int mark, IntConsumer action) {
        if (followsSupports()) {
            forEachMarked(structure.supports, thing, marks, mark, action);
        }
        if (followsSupportedBy()) {
            forEachMarked(structure.supportedBy, thing, marks, mark, action);
        }
        if (throughPlaces) {
            structure.forEachAround(thing, other -> {
                if (marks.of(other) == mark && meets(other)) {
                    action.accept(other);
                }
            });
        }
    }

    private void forEachMarked(Adjacency adjacency, int thing, Marks marks, int mark, IntConsumer action) {
        for (int edge = adjacency.start(thing); edge < adjacency.end(thing); edge++) {
            int other = adjacency.other(edge);
            if (marks.of(other) == mark && selection.takes(adjacency.claim(edge)) && meets(other)) {
                action.accept(other);
            }
        }
    }

    /** Whether an edge of a claim is followed. */
    boolean takes(int claim) {
        return selection.takes(claim);
    }

    /** Whether a step may lead to a thing. */
    boolean meets(int thing) {
        return selection.meets(thing) || thing == from || thing == to;
    }

    /** How many edges of claims and places a thing has at most, whatever the selection. */
    int edges(int thing) {
        int edges = throughPlaces ? structure.places.countBelow(thing) : 0;
        if (followsSupports()) {
            edges += structure.supports.end(thing) - structure.supports.start(thing);
        }
        if (followsSupportedBy()) {
            edges += structure.supportedBy.end(thing) - structure.supportedBy.start(thing);
        }
        return edges;
    }

    /** Each neighbour by an edge in one direction, with that edge, whatever its class. */
    void forEachEdge(Adjacency adjacency, int thing, EdgeConsumer action) {
        for (int edge = adjacency.start(thing); edge < adjacency.end(thing); edge++) {
            if (selection.takes(adjacency.claim(edge))) {
                action.accept(adjacency.other(edge), adjacency.claim(edge));
            }
        }
    }

    /** A step: to whom, and by which claim. */
    interface EdgeConsumer {
        void accept(int other, int claim);
    }
}
