package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/** One walk, breadth first. A mark on a thing is its distance plus one. */
final class Walker {
    private final Structure structure;
    private final WalkQuery query;
    private final Selection selection;
    private final Neighbours neighbours;
    private final Marks marks;
    private final IntArrayList nodes = new IntArrayList();
    private final Edges edges = new Edges();
    private boolean truncated;
    private int expanded;
    private int steps;

    Walker(Structure structure, WalkQuery query, Marks marks) {
        this.structure = structure;
        this.query = query;
        this.marks = marks;
        selection = structure.selection(query.filter());
        neighbours = new Neighbours(structure, selection, query.direction(), query.throughPlaces());
    }

    Walk walk(int revision) {
        boolean pages = query.isOfNeighbours();
        step();
        meetEdges(pages);
        return answer(revision, pages);
    }

    /** The nodes of the walk without what joins them. */
    Reach reach(int revision) {
        step();
        int[] things = nodes.toIntArray();
        return new Reach(structure, revision, things, depths(things), truncated);
    }

    private void step() {
        query.from().forEach(this::begin);
        keepFirst(0, 0);
        for (int depth = 1; depth <= query.depth() && !truncated; depth++) {
            step(depth);
        }
    }

    private void begin(String iri) {
        int start = structure.thing(iri);
        if (marks.of(start) == 0) {
            marks.set(start, 1);
            nodes.add(start);
        }
    }

    private void step(int depth) {
        int end = nodes.size();
        steps = depth;
        while (expanded < end) {
            int thing = nodes.getInt(expanded++);
            if (neighbours.followsSupports()) {
                step(structure.supports, thing);
            }
            if (neighbours.followsSupportedBy()) {
                step(structure.supportedBy, thing);
            }
            if (neighbours.throughPlaces()) {
                structure.forEachAround(thing, this::meet);
            }
        }
        int first = depth == 1 ? query.after().map(this::firstAfter).orElse(0) : 0;
        keepFirst(end, first);
    }

    private void step(Adjacency adjacency, int thing) {
        for (int edge = adjacency.start(thing); edge < adjacency.end(thing); edge++) {
            int other = adjacency.other(edge);
            if (marks.of(other) == 0 && selection.takes(adjacency.claim(edge))) {
                meet(other);
            }
        }
    }

    private void meet(int other) {
        if (marks.of(other) == 0 && selection.meets(other)) {
            marks.set(other, steps + 1);
            nodes.add(other);
        }
    }

    private int firstAfter(String iri) {
        return nodes.getInt(0) == structure.tables.thingNames.find(iri)
                ? 0
                : structure.tables.thingNames.firstAfter(iri);
    }

    /** Puts the nodes from a position on in order, and keeps those from a number on as far as the limit goes. */
    private void keepFirst(int from, int firstNumber) {
        int[] found = nodes.elements();
        Arrays.sort(found, from, nodes.size());
        int first = from;
        while (first < nodes.size() && found[first] < firstNumber) {
            marks.remove(found[first++]);
        }
        int room = Math.max(query.limit() - (isLaterPage() ? 0 : from), 0);
        int kept = Math.min(nodes.size() - first, room);
        for (int index = first + kept; index < nodes.size(); index++) {
            marks.remove(found[index]);
            truncated = true;
        }
        System.arraycopy(found, first, found, from, kept);
        nodes.size(from + kept);
    }

    private boolean isLaterPage() {
        return query.after().isPresent();
    }

    private void meetEdges(boolean pages) {
        long most = pages ? Integer.MAX_VALUE : (long) Walk.EDGES_PER_NODE * query.limit();
        for (int index = 0; index < expanded && index < nodes.size(); index++) {
            meetEdges(nodes.getInt(index));
            if (edges.size() > most) {
                edges.cut((int) most);
                truncated = true;
                return;
            }
        }
    }

    private void meetEdges(int thing) {
        if (neighbours.followsSupports()) {
            var supports = structure.supports;
            for (int edge = supports.start(thing); edge < supports.end(thing); edge++) {
                int other = supports.other(edge);
                if (isOnPage(thing, other) && selection.takes(supports.claim(edge))) {
                    edges.add(thing, other, supports.claim(edge));
                }
            }
        }
        if (neighbours.followsSupportedBy()) {
            var supportedBy = structure.supportedBy;
            for (int edge = supportedBy.start(thing); edge < supportedBy.end(thing); edge++) {
                int other = supportedBy.other(edge);
                if (isOnPage(thing, other)
                        && !(neighbours.followsSupports() && isExpanded(other))
                        && selection.takes(supportedBy.claim(edge))) {
                    edges.add(other, thing, supportedBy.claim(edge));
                }
            }
        }
        if (neighbours.throughPlaces()) {
            meetPlaces(thing);
        }
    }

    private void meetPlaces(int thing) {
        int parent = structure.places.parent(thing);
        if (parent >= 0 && isOnPage(thing, parent)) {
            edges.add(thing, parent, Edges.WITHIN);
        }
        structure.places.forEachChild(thing, child -> {
            if (isOnPage(thing, child) && !isExpanded(child)) {
                edges.add(child, thing, Edges.WITHIN);
            }
        });
        structure.members(thing, member -> {
            if (isOnPage(thing, member)) {
                edges.add(thing, member, Edges.MEMBER);
            }
        });
        structure.groupsOf(thing, group -> {
            if (isOnPage(thing, group) && !isExpanded(group)) {
                edges.add(group, thing, Edges.MEMBER);
            }
        });
    }

    /** Whether the other end is in the answer; an edge of the start to itself belongs to the first page. */
    private boolean isOnPage(int thing, int other) {
        return marks.of(other) != 0 && !(isLaterPage() && thing == other);
    }

    private boolean isExpanded(int thing) {
        return marks.of(thing) <= steps;
    }

    private Walk answer(int revision, boolean pages) {
        int first = isLaterPage() ? 1 : 0;
        int[] things = Arrays.copyOfRange(nodes.elements(), first, nodes.size());
        return new Walk(structure, selection, revision, things, depths(things), edges, truncated, pages && truncated);
    }

    private int[] depths(int[] things) {
        var depths = new int[things.length];
        for (int index = 0; index < things.length; index++) {
            depths[index] = marks.of(things[index]) - 1;
        }
        return depths;
    }
}
