package org.pairgraph.sparql;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;

/**
 * A query that was read and keeps the rules.
 *
 * @param patternGraphs what stands behind {@code GRAPH} in it, names and variables
 */
public record ParsedQuery(Query query, Set<Node> patternGraphs) {
    public ParsedQuery {
        patternGraphs = Set.copyOf(patternGraphs);
    }

    /** The same rules kept by a query that says, or has been told by its request, other graphs to read. */
    ParsedQuery about(Query described) {
        return described == query ? this : new ParsedQuery(described, patternGraphs);
    }

    /** The graphs that the query reads beside the default graph, names and variables; none when it reads that alone. */
    public Set<Node> graphs() {
        if (!query.hasDatasetDescription()) {
            return patternGraphs;
        }
        var graphs = new HashSet<>(patternGraphs);
        query.getGraphURIs().forEach(iri -> graphs.add(NodeFactory.createURI(iri)));
        query.getNamedGraphURIs().forEach(iri -> graphs.add(NodeFactory.createURI(iri)));
        return graphs;
    }
}
