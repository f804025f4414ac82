package org.pairgraph.vocab;

import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;

/**
 * What cannot be said in XML: a text with a character that is none of XML's (XML 1.0 §2.2), and in RDF/XML a property
 * whose IRI does not end in a name (RDF 1.1 XML Syntax §8).
 */
public final class XmlLimits {
    private XmlLimits() {}

    /** @throws NotInXml if a triple cannot be written in RDF/XML */
    public static void requireInRdfXml(Iterator<Triple> triples) {
        while (triples.hasNext()) {
            var triple = triples.next();
            requireName(triple.getPredicate());
            requireText(triple.getObject());
        }
    }

    /** @throws NotInXml if a triple cannot be written in another format of XML */
    public static void requireInXml(Iterator<Triple> triples) {
        triples.forEachRemaining(triple -> requireText(triple.getObject()));
    }

    /** @throws NotInXml if it is a literal with a character that XML does not have */
    public static void requireText(Node term) {
        if (!term.isLiteral()) {
            return;
        }
        term.getLiteralLexicalForm()
                .codePoints()
                .filter(point -> !isXml(point))
                .findFirst()
                .ifPresent(point -> {
                    throw new NotInXml(
                            "A text has the character U+%04X, which XML cannot hold: take a format that is not XML"
                                    .formatted(point));
                });
    }

    private static boolean isXml(int point) {
        return point >= 0x20 && point <= 0xD7FF
                || point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }

    private static void requireName(Node property) {
        var iri = property.getURI();
        if (Util.splitNamespaceXML(iri) == iri.length()) {
            throw new NotInXml(
                    "The property <%s> does not end in a name, and RDF/XML cannot say it: take Turtle, N-Triples or JSON-LD"
                            .formatted(iri));
        }
    }

    /** What is to be written cannot be said in XML. The message says why and what to do. */
    public static final class NotInXml extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotInXml(String message) {
            super(message, null, false, false);
        }
    }
}
