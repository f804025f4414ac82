package org.pairgraph.network;

import java.io.IOException;

/** What a network is written to: first the nodes, then the edges between them. */
public interface NetworkFormat {
    /** @param revision that of the network */
    void begin(int revision) throws IOException;

    void node(NetworkNode node) throws IOException;

    void beginEdges() throws IOException;

    void edge(NetworkEdge edge) throws IOException;

    void end() throws IOException;
}
