package org.pairgraph.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.pairgraph.store.GraphName;
import org.pairgraph.store.History;
import org.pairgraph.store.History.Version;
import org.pairgraph.store.SourceName;

/**
 * The graph that a request of the Graph Store Protocol names.
 *
 * @param iri none for the default graph
 * @param version the graph of a version, which never changes; none when it is another graph
 * @param triples about how many it has
 */
record NamedGraph(Optional<String> iri, Optional<GraphName> version, long triples) {
    static final String DEFAULT = "default";
    static final String GRAPH = "graph";

    /** Whether a request names the default graph or one other (§4.2). */
    static boolean isOne(HttpServletRequest request) {
        var graphs = request.getParameterValues(GRAPH);
        boolean isDefault = request.getParameter(DEFAULT) != null;
        return isDefault ? graphs == null : graphs != null && graphs.length == 1;
    }

    /** The graph, if a history has it. The name of a source stands for its current version. */
    static Optional<NamedGraph> find(HttpServletRequest request, History history) {
        var iri = request.getParameter(GRAPH);
        if (iri == null) {
            long triples =
                    history.current().stream().mapToLong(Version::triples).sum();
            return Optional.of(new NamedGraph(Optional.empty(), Optional.empty(), triples));
        }
        if (iri.equals(GraphName.LEDGER.iri()) || iri.equals(GraphName.DERIVED.iri())) {
            return Optional.of(new NamedGraph(Optional.of(iri), Optional.empty(), 0));
        }
        return history.findByGraph(iri)
                .or(() -> current(iri, history))
                .map(version -> new NamedGraph(
                        Optional.of(version.graph().iri()), Optional.of(version.graph()), version.triples()));
    }

    private static Optional<Version> current(String iri, History history) {
        return source(iri).flatMap(history::findCurrent);
    }

    private static Optional<SourceName> source(String iri) {
        try {
            return iri.startsWith(GraphName.NAMESPACE)
                    ? Optional.of(new SourceName(iri.substring(GraphName.NAMESPACE.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
