package org.pairgraph.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;

/** A graph that does not change meanwhile, with the classes above each class that was asked for. For one thread. */
final class ClassifiedGraph extends WrappedGraph {
    private final Map<Node, Collection<Node>> above = new HashMap<>();

    ClassifiedGraph(Graph graph) {
        super(graph);
    }

    /** A class and all above it. */
    Collection<Node> above(Node type) {
        return above.computeIfAbsent(type, asked -> G.superClasses(base, asked));
    }

    /** Whether something is of a class or of one below it. */
    boolean isOne(Node thing, Node type) {
        var types = base.find(thing, RDF.type.asNode(), Node.ANY);
        try {
            while (types.hasNext()) {
                if (above(types.next().getObject()).contains(type)) {
                    return true;
                }
            }
            return false;
        } finally {
            types.close();
        }
    }
}
