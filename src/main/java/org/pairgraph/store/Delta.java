package org.pairgraph.store;

import java.util.Set;
import org.apache.jena.graph.Triple;

/** What one revision did to the default graph: the triples that it has since then, and those that it had before. */
public record Delta(Set<Triple> added, Set<Triple> removed) {
    public Delta {
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
    }
}
