package org.pairgraph.api;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.store.TripleCounts;
import org.pairgraph.terms.Term;
import org.pairgraph.terms.Term.Kind;
import org.pairgraph.terms.Terms;

/** How much a graph, whose counts are at hand, uses the terms that it describes. */
record TermUses(Graph graph, Terms terms, TripleCounts counts) {

    long of(Term term) {
        var node = NodeFactory.createURI(term.iri());
        return switch (term.kind()) {
            case CLASS -> ofClass(term, new HashSet<>());
            case OBJECT_PROPERTY, DATATYPE_PROPERTY -> counts.ofProperty().getOrDefault(node, 0L);
            case CODE_LIST -> codes(node);
            case CODE -> counts.ofCode().getOrDefault(node, 0L);
        };
    }

    private long ofClass(Term type, Set<Term> counted) {
        if (!counted.add(type)) {
            return 0;
        }
        var node = NodeFactory.createURI(type.iri());
        return counts.ofClass().getOrDefault(node, 0L)
                + terms.of(Kind.CLASS).stream()
                        .filter(other -> other.links().contains(new Term.Link(RDFS.subClassOf.getURI(), type.iri())))
                        .mapToLong(below -> ofClass(below, counted))
                        .sum();
    }

    private long codes(Node list) {
        return Iter.count(graph.find(Node.ANY, SKOS.inScheme.asNode(), list));
    }
}
