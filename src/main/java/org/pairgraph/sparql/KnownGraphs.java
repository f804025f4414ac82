package org.pairgraph.sparql;

import java.util.Collection;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;
import org.pairgraph.store.GraphName;
import org.pairgraph.store.History;

/** The graphs that a query may be put to: every version of a source, the ledger, the derived triples. None is fetched. */
final class KnownGraphs {
    /** The default graph, as Jena calls it, and those that are no version of a source. */
    private static final Set<String> SPECIAL = Set.of(
            Quad.defaultGraphIRI.getURI(),
            Quad.defaultGraphNodeGenerated.getURI(),
            GraphName.LEDGER.iri(),
            GraphName.DERIVED.iri());

    private KnownGraphs() {}

    /** @throws QueryRefusal if one of some names names no graph of a history */
    static void require(Collection<String> names, History history) {
        names.stream().filter(name -> !isKnown(name, history)).findFirst().ifPresent(name -> {
            throw QueryRefusal.unknownGraph(name);
        });
    }

    private static boolean isKnown(String name, History history) {
        return SPECIAL.contains(name) || history.findByGraph(name).isPresent();
    }
}
