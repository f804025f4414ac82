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
import org.jspecify.annotations.Nullable;
import org.pairgraph.store.Content;

/**
 * RDF4J's terms as Jena's, as the store will give them back: the border between the parser and the store. What was met
 * lately is the same node again, so that a graph holds most of its terms once.
 */
final class Terms {
    /** A literal that cannot be kept: a time with too many decimals, or a language tag that is none. */
    static final class NotKept extends RDFHandlerException {
        private static final long serialVersionUID = 1L;

        NotKept(String message) {
            super(message);
        }
    }

    /** Format of what is said of a language tag that is none. */
    static final String NO_TAG = "@%s is no language tag: write one such as @zh-Hans or @en";

    private static final int LATELY = 1 << 18;
    private static final int LONGEST_SUBTAG = 8;

    private final @Nullable Node[] iris = new Node[LATELY];

    Triple triple(Statement statement) {
        return Triple.create(node(statement.getSubject()), node(statement.getPredicate()), node(statement.getObject()));
    }

    private Node node(Value value) {
        return switch (value) {
            case IRI iri -> iri(iri.stringValue());
            case Literal literal -> Content.asStored(literal(literal));
            case BNode node -> NodeFactory.createBlankNode(node.getID());
            default -> throw new RDFHandlerException("Only IRIs and literals can be stored: " + value);
        };
    }

    private Node iri(String iri) {
        int slot = (iri.hashCode() ^ iri.hashCode() >>> 14) & LATELY - 1;
        var known = iris[slot];
        if (known == null || !known.getURI().equals(iri)) {
            known = NodeFactory.createURI(iri);
            iris[slot] = known;
        }
        return known;
    }

    private static Node literal(Literal literal) {
        return literal.getLanguage()
                .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), requireTag(language)))
                .orElseGet(() -> typed(literal.getLabel(), literal.getDatatype().stringValue()));
    }

    private static String requireTag(String language) {
        if (!isTag(language)) {
            throw new NotKept(NO_TAG.formatted(Excerpt.of(language, 0)));
        }
        return language;
    }

    /** Whether it is built as language tags are (RFC 5646 §2.1); Rio lets through what is not. */
    static boolean isTag(String language) {
        int length = 0;
        boolean isFirst = true;
        for (int i = 0; i < language.length(); i++) {
            char c = language.charAt(i);
            if (c == '-') {
                if (length == 0) {
                    return false;
                }
                length = 0;
                isFirst = false;
            } else if (++length > LONGEST_SUBTAG || !isLetter(c) && (isFirst || c < '0' || c > '9')) {
                return false;
            }
        }
        return length > 0;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Jena reads the decimals of seconds as an int. */
    private static Node typed(String label, String datatype) {
        try {
            return NodeFactory.createLiteralDT(label, NodeFactory.getType(datatype));
        } catch (NumberFormatException e) {
            throw new NotKept("The seconds of \"%s\" have more than nine decimals: leave the last of them out"
                    .formatted(Excerpt.of(label, 0)));
        }
    }
}
