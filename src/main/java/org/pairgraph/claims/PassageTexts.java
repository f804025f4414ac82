package org.pairgraph.claims;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/** Where the words of passages are found, if anywhere. Safe for use by many threads. */
public interface PassageTexts {
    /** No document is at hand. */
    PassageTexts NONE = (graph, evidence) -> Optional.empty();

    /** The words of a passage; none where its document is not at hand or has changed. */
    Optional<String> passage(Graph graph, Node evidence);
}
