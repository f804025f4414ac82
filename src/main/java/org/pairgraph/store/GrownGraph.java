package org.pairgraph.store;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;

/** Graphs that have no triple in common, seen as one. Nothing is copied; it cannot be changed. */
final class GrownGraph extends GraphBase {
    private final List<Graph> parts;

    GrownGraph(Graph... parts) {
        this.parts = List.of(parts);
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        ExtendedIterator<Triple> found = NullIterator.instance();
        for (var part : parts) {
            found = found.andThen(part.find(pattern));
        }
        return found;
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        return parts.stream().anyMatch(part -> part.contains(pattern));
    }

    @Override
    protected int graphBaseSize() {
        return parts.stream().mapToInt(Graph::size).sum();
    }
}
