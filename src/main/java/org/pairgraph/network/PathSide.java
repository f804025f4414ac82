package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What a search for paths has reached from one of its ends. A mark on a thing is its distance from there plus one. */
final class PathSide {
    private final Structure structure;
    private final @Nullable BitSet deadEnds;
    final Marks marks;
    final Neighbours neighbours;
    IntArrayList level = new IntArrayList();
    int end;
    private int depth;
    private long edgesAhead;

    /** @param deadEnds through which no way leads, where that is known */
    PathSide(Structure structure, Marks marks, Neighbours neighbours, @Nullable BitSet deadEnds) {
        this.structure = structure;
        this.marks = marks;
        this.neighbours = neighbours;
        this.deadEnds = deadEnds;
    }

    void begin(int end) {
        this.end = end;
        marks.set(end, 1);
        level.add(end);
        edgesAhead = countEdgesAhead();
    }

    /**
     * Finds what the other side has among the things of the next step, and marks no more than that: the last step is
     * the largest, and what else it leads to need not be kept.
     */
    void lookFor(PathSide other, IntList meeting) {
        for (int index = 0; index < level.size(); index++) {
            int thing = level.getInt(index);
            if (neighbours.followsSupports()) {
                lookFor(other, structure.supports, thing, meeting);
            }
            if (neighbours.followsSupportedBy()) {
                lookFor(other, structure.supportedBy, thing, meeting);
            }
            if (neighbours.throughPlaces()) {
                structure.forEachAround(thing, around -> meet(other, around, meeting));
            }
        }
    }

    private void lookFor(PathSide other, Adjacency adjacency, int thing, IntList meeting) {
        for (int edge = adjacency.start(thing); edge < adjacency.end(thing); edge++) {
            int next = adjacency.other(edge);
            if (other.marks.of(next) != 0 && neighbours.takes(adjacency.claim(edge))) {
                meet(other, next, meeting);
            }
        }
    }

    private void meet(PathSide other, int thing, IntList meeting) {
        if (other.marks.of(thing) != 0 && marks.of(thing) == 0 && neighbours.meets(thing)) {
            marks.set(thing, depth + 2);
            meeting.add(thing);
        }
    }

    void step() {
        int[] things = level.elements();
        int size = level.size();
        level = new IntArrayList(2 * size);
        depth++;
        for (int index = 0; index < size; index++) {
            if (neighbours.followsSupports()) {
                step(structure.supports, things[index]);
            }
            if (neighbours.followsSupportedBy()) {
                step(structure.supportedBy, things[index]);
            }
            if (neighbours.throughPlaces()) {
                structure.forEachAround(things[index], this::reach);
            }
        }
        edgesAhead = countEdgesAhead();
    }

    private void step(Adjacency adjacency, int thing) {
        for (int edge = adjacency.start(thing); edge < adjacency.end(thing); edge++) {
            int other = adjacency.other(edge);
            if (!isDeadEnd(other) && marks.of(other) == 0 && neighbours.takes(adjacency.claim(edge))) {
                reach(other);
            }
        }
    }

    /** Both ends are marked from the beginning, and what the sides have in common was looked for before. */
    private boolean isDeadEnd(int thing) {
        return deadEnds != null && deadEnds.get(thing);
    }

    private void reach(int other) {
        if (marks.of(other) == 0 && neighbours.meets(other)) {
            marks.set(other, depth + 1);
            level.add(other);
        }
    }

    boolean isExhausted() {
        return level.isEmpty();
    }

    long edgesAhead() {
        return edgesAhead;
    }

    private long countEdgesAhead() {
        long edges = level.size();
        for (int index = 0; index < level.size(); index++) {
            edges += neighbours.edges(level.getInt(index));
        }
        return edges;
    }

    int distance(int thing) {
        return marks.of(thing) - 1;
    }
}
