package org.pairgraph.network;

/** The edges that join two things, as neighbours follow them. */
final class Steps {
    private final Structure structure;
    private final Neighbours neighbours;

    Steps(Structure structure, Neighbours neighbours) {
        this.structure = structure;
        this.neighbours = neighbours;
    }

    /** Adds the edges by which one can step from one thing to another. */
    void addBetween(int one, int other, Edges edges) {
        if (neighbours.followsSupports()) {
            claimEdges(one, other, edges);
        }
        if (neighbours.followsSupportedBy()) {
            claimEdges(other, one, edges);
        }
        if (neighbours.throughPlaces()) {
            placeEdges(one, other, edges);
            placeEdges(other, one, edges);
        }
    }

    private void claimEdges(int source, int target, Edges edges) {
        var supports = structure.supports;
        var supportedBy = structure.supportedBy;
        if (supports.end(source) - supports.start(source) <= supportedBy.end(target) - supportedBy.start(target)) {
            neighbours.forEachEdge(supports, source, (other, claim) -> {
                if (other == target) {
                    edges.add(source, target, claim);
                }
            });
        } else {
            neighbours.forEachEdge(supportedBy, target, (other, claim) -> {
                if (other == source) {
                    edges.add(source, target, claim);
                }
            });
        }
    }

    private void placeEdges(int one, int other, Edges edges) {
        if (structure.places.parent(one) == other) {
            edges.add(one, other, Edges.WITHIN);
        }
        if (structure.tables.members.contains(one, other)) {
            edges.add(one, other, Edges.MEMBER);
        }
    }
}
