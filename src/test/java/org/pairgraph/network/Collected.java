package org.pairgraph.network;

import java.util.ArrayList;
import java.util.List;
import org.pairgraph.network.PlainNetwork.Edge;

/** A whole network as it was written, in order. */
final class Collected implements NetworkFormat {
    final List<NetworkNode> nodes = new ArrayList<>();
    final List<NetworkEdge> edges = new ArrayList<>();

    @Override
    public void begin(int revision) {
        nodes.clear();
    }

    @Override
    public void node(NetworkNode node) {
        nodes.add(node);
    }

    @Override
    public void beginEdges() {
        edges.clear();
    }

    @Override
    public void edge(NetworkEdge edge) {
        edges.add(edge);
    }

    @Override
    public void end() {
        // All of it is there.
    }

    List<Edge> plainEdges() {
        return edges.stream()
                .map(edge -> new Edge(
                        edge.claim().map(EdgeClaim::iri).orElse(""), edge.source(), edge.target(), edge.kind()))
                .toList();
    }
}
