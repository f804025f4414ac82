package org.pairgraph.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a walk met: nodes nearest first, those of one distance in the order of their IRIs; and the edges that led from a
 * node to another of these, nearest first. An edge between two nodes at the full depth led nowhere and is not met. It
 * never changes.
 */
public final class Walk {
    static final int EDGES_PER_NODE = 4;

    final Structure structure;
    final Selection selection;
    final int[] things;
    final int[] depths;
    final Edges edges;
    private final int revision;
    private final boolean truncated;
    private final boolean hasNext;

    Walk(
            Structure structure,
            Selection selection,
            int revision,
            int[] things,
            int[] depths,
            Edges edges,
            boolean truncated,
            boolean hasNext) {
        this.structure = structure;
        this.selection = selection;
        this.revision = revision;
        this.things = things;
        this.depths = depths;
        this.edges = edges;
        this.truncated = truncated;
        this.hasNext = hasNext;
    }

    /**
     * A node that was met.
     *
     * @param depth how many steps away
     * @param degree its neighbours by kind, both ways, under the filter of the walk
     */
    public record WalkNode(NetworkNode node, int depth, Map<String, Integer> degree) {}

    public int revision() {
        return revision;
    }

    /** How many nodes were met. */
    public int size() {
        return things.length;
    }

    /** The nodes in words; they are put together anew each time. */
    public List<WalkNode> nodes() {
        var description = new Description(structure);
        var degrees = new Degrees(structure, selection);
        var nodes = new ArrayList<WalkNode>(things.length);
        for (int index = 0; index < things.length; index++) {
            nodes.add(new WalkNode(
                    description.node(things[index]), depths[index], description.byKind(degrees.both(things[index]))));
        }
        return nodes;
    }

    /** The edges in words; they are put together anew each time. */
    public List<NetworkEdge> edges() {
        return edges.described(new Description(structure));
    }

    /**
     * Whether nodes or edges were left out because of the limit; of edges there are at most {@value #EDGES_PER_NODE} for
     * each node of the limit.
     */
    public boolean truncated() {
        return truncated;
    }

    /** What to ask for to get the next page, if there is one. */
    public Optional<String> next() {
        return hasNext ? Optional.of(structure.tables.thingNames.term(things[things.length - 1])) : Optional.empty();
    }
}
