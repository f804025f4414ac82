package org.pairgraph.network;

import java.util.ArrayList;
import java.util.List;
import org.pairgraph.network.PlainNetwork.Edge;

/** A whole network as it was written, in order. */
final class Collected implements Export.Sink {
    private final Description description;
    final List<NetworkNode> nodes = new ArrayList<>();
    final List<NetworkEdge> edges = new ArrayList<>();

    Collected(PairingNetwork network) {
        description = new Description(network.structure);
    }

    @Override
    public void begin(int revision) {
        nodes.clear();
    }

    @Override
    public void node(int thing) {
        nodes.add(description.node(thing));
    }

    @Override
    public void beginEdges() {
        edges.clear();
    }

    @Override
    public void edge(int source, int target, int claim) {
        edges.add(description.edge(source, target, claim));
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
