package org.pairgraph.ingest;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.pairgraph.store.Content;

/** RDF4J's terms as Jena's, as the store will give them back: the border between the parser and the store. */
final class Terms {
    private Terms() {}

    static Triple triple(Statement statement) {
        return Content.asStored(Triple.create(
                node(statement.getSubject()), node(statement.getPredicate()), node(statement.getObject())));
    }

    private static Node node(Value value) {
        return switch (value) {
            case IRI iri -> NodeFactory.createURI(iri.stringValue());
            case Literal literal -> literal(literal);
            case BNode node -> NodeFactory.createBlankNode(node.getID());
            default -> throw new RDFHandlerException("Only IRIs and literals can be stored: " + value);
        };
    }

    private static Node literal(Literal literal) {
        return literal.getLanguage()
                .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
                .orElseGet(() -> NodeFactory.createLiteralDT(
                        literal.getLabel(),
                        NodeFactory.getType(literal.getDatatype().stringValue())));
    }
}
