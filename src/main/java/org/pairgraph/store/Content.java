package org.pairgraph.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.store.NodeIdInline;

/**
 * Triples as TDB2 gives them back. It keeps small numbers, dates and truth values by their value and forgets how they
 * were written: {@code 1.50} comes back as {@code 1.5}. Whoever compares a file with the store compares this.
 */
public final class Content {
    private Content() {}

    /** A graph with each literal in the form that the store gives it back; the same graph when it is so already. */
    public static Graph asStored(Graph graph) {
        if (!graph.find().filterDrop(triple -> asStored(triple) == triple).hasNext()) {
            return graph;
        }
        var stored = GraphFactory.createGraphMem();
        graph.find().forEach(triple -> stored.add(asStored(triple)));
        return stored;
    }

    /** A triple as the store gives it back. */
    public static Triple asStored(Triple triple) {
        var object = triple.getObject();
        var stored = asStored(object);
        return stored.equals(object) ? triple : Triple.create(triple.getSubject(), triple.getPredicate(), stored);
    }

    /** A term as the store gives it back. */
    public static Node asStored(Node node) {
        if (!NodeIdInline.hasInlineDatatype(node)) {
            return node;
        }
        var inlined = NodeIdInline.inline(node);
        return inlined == null ? node : NodeIdInline.extract(inlined);
    }
}
