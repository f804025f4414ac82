package org.pairgraph.api;

import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.pairgraph.claims.Label;
import org.pairgraph.linked.Address;
import org.pairgraph.linked.Description;
import org.pairgraph.store.SourceName;

/** The ontology as one document, at its own IRI and at that of its version: all terms, code lists and alignments. */
final class OntologyDocument {
    static final String IRI = Address.BASE + "ontology";
    private static final SourceName SOURCE = new SourceName("ontology");

    private static final Comparator<Triple> ORDER = Comparator.comparing(
                    (Triple triple) -> !triple.getSubject().toString().equals(IRI))
            .thenComparing(triple -> triple.getSubject().toString())
            .thenComparing(triple -> triple.getPredicate().toString())
            .thenComparing(triple -> triple.getObject().toString());

    private final TermRoutes terms;

    OntologyDocument(TermRoutes terms) {
        this.terms = terms;
    }

    /** Whether an IRI is that of the ontology or of a version of it. */
    static boolean isOf(String iri) {
        return iri.equals(IRI) || iri.startsWith(IRI + "/");
    }

    /** Whether an IRI is that of the ontology or of the version that it has. */
    static boolean isDescribed(Lent lent, String iri) {
        return findGraph(lent, iri).isPresent();
    }

    /** The whole ontology; none when it has not this version. */
    Optional<Description> describe(Lent lent, String iri) {
        return findGraph(lent, iri)
                .map(graph -> new Description(
                        NodeFactory.createURI(iri),
                        graph.find(Node.ANY, Node.ANY, Node.ANY).toList().stream()
                                .sorted(ORDER)
                                .toList(),
                        1,
                        1,
                        false));
    }

    String summary(Lent lent, Label title) {
        return OntologySummary.of(title, terms.listed(lent).items());
    }

    private static Optional<Graph> findGraph(Lent lent, String iri) {
        return lent.history()
                .findCurrent(SOURCE)
                .map(version -> lent.dataset()
                        .getGraph(NodeFactory.createURI(version.graph().iri())))
                .filter(graph -> iri.equals(IRI)
                        || graph.contains(
                                NodeFactory.createURI(IRI), OWL2.versionIRI.asNode(), NodeFactory.createURI(iri)));
    }
}
