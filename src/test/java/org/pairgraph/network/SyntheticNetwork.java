package org.pairgraph.network;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/** Large networks of one make, the same for the same seed. */
final class SyntheticNetwork {
    static final String NAMESPACE = "https://w3id.org/pairgraph/synthetic/";
    static final String HUB = NAMESPACE + "school/hub";

    private SyntheticNetwork() {}

    /** One school that supports {@code neighbours} others. */
    static Graph hub(int neighbours) {
        var graph = GraphFactory.createDefaultGraph();
        var hub = NodeFactory.createURI(HUB);
        for (int number = 0; number < neighbours; number++) {
            var claim = node("pairing/" + number);
            var other = node("school/" + number);
            graph.add(Triple.create(other, RDF.type.asNode(), PG.School));
            graph.add(Triple.create(claim, RDF.type.asNode(), PG.Pairing));
            graph.add(Triple.create(claim, PG.pairingKind, code("school")));
            graph.add(Triple.create(claim, PG.supporter, hub));
            graph.add(Triple.create(claim, PG.supported, other));
        }
        return graph;
    }

    static Node node(String path) {
        return NodeFactory.createURI(NAMESPACE + path);
    }

    static Node code(String name) {
        return NodeFactory.createURI(PGC.NAMESPACE + name);
    }
}
