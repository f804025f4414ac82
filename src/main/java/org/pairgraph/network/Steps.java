package org.pairgraph.network;

import java.util.ArrayList;
import java.util.List;

/** The edges that join two things, as neighbours follow them. */
final class Steps {
    private final Structure structure;
    private final Neighbours neighbours;

    Steps(Structure structure, Neighbours neighbours) {
        this.structure = structure;
        this.neighbours = neighbours;
    }

    /** The edges by which one can step from one thing to another. */
    List<NetworkEdge> between(int one, int other, Description description) {
        var edges = new ArrayList<NetworkEdge>();
        if (neighbours.followsSupports()) {
            claimEdges(one, other, description, edges);
        }
        if (neighbours.followsSupportedBy()) {
            claimEdges(other, one, description, edges);
        }
        if (neighbours.throughPlaces()) {
            placeEdges(one, other, description, edges);
            placeEdges(other, one, description, edges);
        }
        return edges;
    }

    private void claimEdges(int source, int target, Description description, List<NetworkEdge> edges) {
        var supports = structure.supports;
        var supportedBy = structure.supportedBy;
        if (supports.end(source) - supports.start(source) <= supportedBy.end(target) - supportedBy.start(target)) {
            neighbours.forEachEdge(supports, source, (other, claim) -> {
                if (other == target) {
                    edges.add(description.edge(claim, source, target));
                }
            });
        } else {
            neighbours.forEachEdge(supportedBy, target, (other, claim) -> {
                if (other == source) {
                    edges.add(description.edge(claim, source, target));
                }
            });
        }
    }

    private void placeEdges(int one, int other, Description description, List<NetworkEdge> edges) {
        if (structure.places.parent(one) == other) {
            edges.add(description.withinEdge(one, other));
        }
        if (structure.tables.members.contains(one, other)) {
            edges.add(description.memberEdge(one, other));
        }
    }
}
