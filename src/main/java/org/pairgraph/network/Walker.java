package org.pairgraph.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pairgraph.network.Walk.WalkNode;

/** One walk, breadth first. A mark on a thing is its distance plus one. */
final class Walker {
    private static final int WITHIN = -1;
    private static final int MEMBER = -2;

    private final Structure structure;
    private final WalkQuery query;
    private final Selection selection;
    private final Neighbours neighbours;
    private final Marks marks;
    private final IntArrayList nodes = new IntArrayList();
    private final IntArrayList edges = new IntArrayList();
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
        boolean pages = query.depth() == 1 && query.from().stream().distinct().count() == 1;
        query.from().forEach(this::begin);
        keepFirst(0, 0);
        for (int depth = 1; depth <= query.depth() && !truncated; depth++) {
            step(depth);
        }
        meetEdges(pages);
        return answer(revision, pages);
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
            neighbours.forEach(nodes.getInt(expanded++), other -> {
                if (marks.of(other) == 0) {
                    marks.set(other, depth + 1);
                    nodes.add(other);
                }
            });
        }
        int first = depth == 1 ? query.after().map(this::firstAfter).orElse(0) : 0;
        keepFirst(end, first);
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
            if (edges.size() > 3 * most) {
                edges.size((int) (3 * most));
                truncated = true;
                return;
            }
        }
    }

    private void meetEdges(int thing) {
        if (neighbours.followsSupports()) {
            neighbours.forEachEdge(structure.supports, thing, (other, claim) -> {
                if (isOnPage(thing, other)) {
                    meet(thing, other, claim);
                }
            });
        }
        if (neighbours.followsSupportedBy()) {
            neighbours.forEachEdge(structure.supportedBy, thing, (other, claim) -> {
                if (isOnPage(thing, other) && !(neighbours.followsSupports() && isExpanded(other))) {
                    meet(other, thing, claim);
                }
            });
        }
        if (neighbours.throughPlaces()) {
            meetPlaces(thing);
        }
    }

    private void meetPlaces(int thing) {
        int parent = structure.places.parent(thing);
        if (parent >= 0 && isOnPage(thing, parent)) {
            meet(thing, parent, WITHIN);
        }
        structure.places.forEachChild(thing, child -> {
            if (isOnPage(thing, child) && !isExpanded(child)) {
                meet(child, thing, WITHIN);
            }
        });
        structure.members(thing, member -> {
            if (isOnPage(thing, member)) {
                meet(thing, member, MEMBER);
            }
        });
        structure.groupsOf(thing, group -> {
            if (isOnPage(thing, group) && !isExpanded(group)) {
                meet(group, thing, MEMBER);
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

    private void meet(int source, int target, int claim) {
        edges.add(source);
        edges.add(target);
        edges.add(claim);
    }

    private Walk answer(int revision, boolean pages) {
        var description = new Description(structure);
        var degrees = new Degrees(structure, selection);
        var met = new ArrayList<WalkNode>(nodes.size());
        for (int index = isLaterPage() ? 1 : 0; index < nodes.size(); index++) {
            int thing = nodes.getInt(index);
            met.add(new WalkNode(
                    description.node(thing), marks.of(thing) - 1, description.byKind(degrees.both(thing))));
        }
        var next = pages && truncated
                ? Optional.of(description.iri(nodes.getInt(nodes.size() - 1)))
                : Optional.<String>empty();
        return new Walk(revision, met, edges(description), truncated, next);
    }

    private List<NetworkEdge> edges(Description description) {
        var met = new ArrayList<NetworkEdge>(edges.size() / 3);
        for (int index = 0; index < edges.size(); index += 3) {
            int source = edges.getInt(index);
            int target = edges.getInt(index + 1);
            int claim = edges.getInt(index + 2);
            met.add(
                    switch (claim) {
                        case WITHIN -> description.withinEdge(source, target);
                        case MEMBER -> description.memberEdge(source, target);
                        default -> description.edge(claim, source, target);
                    });
        }
        return met;
    }
}
