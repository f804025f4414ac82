package org.pairgraph.api;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.store.TripleCounts;
import org.pairgraph.terms.Term;
import org.pairgraph.terms.Term.Kind;
import org.pairgraph.terms.Terms;

/**
 * How much a graph uses the terms that it describes.
 *
 * @param counts of the properties and classes, where they were counted in one go
 */
record TermUses(Graph graph, Terms terms, Optional<TripleCounts> counts) {

    long of(Term term) {
        var node = NodeFactory.createURI(term.iri());
        return switch (term.kind()) {
            case CLASS -> ofClass(term, new HashSet<>());
            case OBJECT_PROPERTY, DATATYPE_PROPERTY ->
                counts.map(known -> known.ofProperty().getOrDefault(node, 0L))
                        .orElseGet(() -> count(Node.ANY, node, Node.ANY));
            case CODE_LIST -> count(Node.ANY, SKOS.inScheme.asNode(), node);
            case CODE ->
                graph.find(Node.ANY, Node.ANY, node)
                        .filterDrop(
                                triple -> triple.getPredicate().getNameSpace().equals(SKOS.getURI()))
                        .toList()
                        .size();
        };
    }

    private long ofClass(Term type, Set<Term> counted) {
        if (!counted.add(type)) {
            return 0;
        }
        var node = NodeFactory.createURI(type.iri());
        return counts.map(known -> known.ofClass().getOrDefault(node, 0L))
                        .orElseGet(() -> count(Node.ANY, RDF.type.asNode(), node))
                + terms.of(Kind.CLASS).stream()
                        .filter(other -> other.links().contains(new Term.Link(RDFS.subClassOf.getURI(), type.iri())))
                        .mapToLong(below -> ofClass(below, counted))
                        .sum();
    }

    private long count(Node subject, Node property, Node value) {
        long count = 0;
        for (var found = graph.find(subject, property, value); found.hasNext(); found.next()) {
            count++;
        }
        return count;
    }
}
