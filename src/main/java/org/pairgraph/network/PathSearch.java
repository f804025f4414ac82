package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pairgraph.network.WalkQuery.Direction;

/**
 * One search for shortest paths, from both ends at once: always the side with fewer edges before it goes on, until they
 * meet.
 */
final class PathSearch {
    private static final int MOST_EDGES = 5_000;

    private final Structure structure;
    private final PathQuery query;
    private final int mostVisited;
    private final PathSide front;
    private final PathSide back;
    private final Steps steps;

    /** @param mostVisited after how many things the search gives up */
    PathSearch(Structure structure, PathQuery query, int mostVisited, Marks frontMarks, Marks backMarks) {
        this.structure = structure;
        this.query = query;
        this.mostVisited = mostVisited;
        var deadEnds = query.throughPlaces() ? null : structure.deadEnds();
        var selection = structure.selection(query.filter());
        front = new PathSide(structure, frontMarks, neighbours(selection, query.direction()), deadEnds);
        back = new PathSide(structure, backMarks, neighbours(selection, reversed(query.direction())), deadEnds);
        steps = new Steps(structure, front.neighbours);
    }

    Paths find(int revision) {
        int from = structure.thing(query.from());
        int to = structure.thing(query.to());
        if (!structure.components(query.throughPlaces()).areJoined(from, to)) {
            return Paths.none(structure, revision, true);
        }
        front.begin(from);
        back.begin(to);
        var meeting = meet();
        return meeting.isEmpty()
                ? Paths.none(structure, revision, front.isExhausted() || back.isExhausted())
                : answer(revision, new Traces(meeting).paths());
    }

    /** The things in the middle of the shortest paths; none when the two sides do not meet. */
    private IntList meet() {
        var meeting = new IntArrayList();
        if (front.marks.of(back.level.getInt(0)) != 0) {
            meeting.add(back.level.getInt(0));
        }
        while (meeting.isEmpty() && !front.isExhausted() && !back.isExhausted() && visited() < mostVisited) {
            boolean frontIsSmaller = front.edgesAhead() <= back.edgesAhead();
            var side = frontIsSmaller ? front : back;
            var other = frontIsSmaller ? back : front;
            side.lookFor(other, meeting);
            if (meeting.isEmpty()) {
                side.step();
            }
        }
        return meeting;
    }

    private int visited() {
        return front.marks.size() + back.marks.size();
    }

    private Paths answer(int revision, List<IntArrayList> paths) {
        var given = paths.subList(0, Math.min(paths.size(), query.max()));
        var nodes = new IntLinkedOpenHashSet();
        given.forEach(nodes::addAll);

        var edges = new Edges();
        var joined = new LongOpenHashSet();
        for (var path : given) {
            for (int index = 1; index < path.size() && edges.size() <= MOST_EDGES; index++) {
                int one = path.getInt(index - 1);
                int other = path.getInt(index);
                if (joined.add(Lists.pair(one, other))) {
                    steps.addBetween(one, other, edges);
                }
            }
        }
        boolean truncated = paths.size() > query.max() || edges.size() > MOST_EDGES;
        edges.cut(Math.min(edges.size(), MOST_EDGES));
        return new Paths(structure, revision, given, nodes.toIntArray(), edges, truncated, true);
    }

    private Neighbours neighbours(Selection selection, Direction direction) {
        return new Neighbours(
                structure,
                selection,
                direction,
                query.throughPlaces(),
                structure.thing(query.from()),
                structure.thing(query.to()));
    }

    private static Direction reversed(Direction direction) {
        return switch (direction) {
            case SUPPORTS -> Direction.SUPPORTED;
            case SUPPORTED -> Direction.SUPPORTS;
            case BOTH -> Direction.BOTH;
        };
    }

    /** From one thing to another that is nearer to an end by one. */
    private interface Step {
        void take(int thing, int nearer);
    }

    /** The paths through the things in the middle, one step after the other, in order. */
    private final class Traces {
        private final int length;

        /** From each thing on a shortest path those that come next on one, found from the middle towards both ends. */
        private final Int2ObjectOpenHashMap<IntOpenHashSet> following = new Int2ObjectOpenHashMap<>();

        private final List<IntArrayList> paths = new ArrayList<>();

        Traces(IntList meeting) {
            int middle = meeting.getInt(0);
            length = front.distance(middle) + back.distance(middle);
            trace(meeting, front, back.neighbours, (thing, before) -> follow(before, thing));
            trace(meeting, back, front.neighbours, this::follow);
        }

        /** All the shortest paths, but at most one more than are wanted. */
        List<IntArrayList> paths() {
            var path = new IntArrayList();
            path.add(front.end);
            extend(path);
            return paths;
        }

        private void follow(int thing, int next) {
            following.computeIfAbsent(thing, before -> new IntOpenHashSet()).add(next);
        }

        private void trace(IntList meeting, PathSide side, Neighbours towardsEnd, Step step) {
            var level = new IntOpenHashSet(meeting);
            for (int distance = side.distance(meeting.getInt(0)); distance > 0; distance--) {
                var next = new IntOpenHashSet();
                int mark = distance;
                level.forEach((int thing) -> towardsEnd.forEachMarked(thing, side.marks, mark, other -> {
                    step.take(thing, other);
                    next.add(other);
                }));
                level = next;
            }
        }

        private void extend(IntArrayList path) {
            int done = path.size() - 1;
            if (done == length) {
                paths.add(path.clone());
                return;
            }
            int[] ordered = following.get(path.getInt(done)).toIntArray();
            Arrays.sort(ordered);
            for (int other : ordered) {
                if (paths.size() > query.max()) {
                    return;
                }
                path.add(other);
                extend(path);
                path.removeInt(done + 1);
            }
        }
    }
}
