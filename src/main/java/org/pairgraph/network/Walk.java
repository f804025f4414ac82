package org.pairgraph.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a walk met: nodes nearest first, those of one distance in the order of their IRIs; and the edges that led from a
 * node to another of these, nearest first. An edge between two nodes at the full depth led nowhere and is not met.
 *
 * @param truncated whether nodes or edges were left out because of the limit; of edges there are at most
 *     {@value #EDGES_PER_NODE} for each node of the limit
 * @param next what to ask for to get the next page, if there is one
 */
public record Walk(
        int revision, List<WalkNode> nodes, List<NetworkEdge> edges, boolean truncated, Optional<String> next) {
    static final int EDGES_PER_NODE = 4;

    /**
     * A node that was met.
     *
     * @param depth how many steps away
     * @param degree its neighbours by kind, both ways, under the filter of the walk
     */
    public record WalkNode(NetworkNode node, int depth, Map<String, Integer> degree) {}
}
