package org.pairgraph.search;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A party that was found.
 *
 * @param type its class
 * @param parent the place that directly contains it, which tells places of one name apart
 */
public record Hit(Named party, Node type, Optional<Named> parent, int degree, Match match) {

    /** A thing with its labels, as far as there are any. */
    public record Named(Node node, Optional<String> zh, Optional<String> en) {}
}
