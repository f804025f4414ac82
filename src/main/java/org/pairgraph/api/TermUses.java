package org.pairgraph.api;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.pairgraph.terms.Term;
import org.pairgraph.terms.Term.Kind;
import org.pairgraph.terms.Terms;

/** How much a graph uses the terms that it describes. */
record TermUses(Graph graph, Terms terms) {

    long of(Term term) {
        var node = NodeFactory.createURI(term.iri());
        return switch (term.kind()) {
            case CLASS -> ofClass(term, new HashSet<>());
            case OBJECT_PROPERTY, DATATYPE_PROPERTY -> count(Node.ANY, node, Node.ANY);
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
        return count(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(type.iri()))
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
