package org.pairgraph.claims;

import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/**
 * A literal.
 *
 * @param value as it is written
 * @param datatype its IRI; none of plain text
 * @param lang the language of its words
 */
public record LiteralValue(String value, Optional<String> datatype, Optional<String> lang) implements Value {

    static LiteralValue of(Node literal) {
        var lang = Optional.of(literal.getLiteralLanguage()).filter(text -> !text.isEmpty());
        return new LiteralValue(
                literal.getLiteralLexicalForm(),
                Optional.of(literal.getLiteralDatatypeURI())
                        .filter(type -> lang.isEmpty() && !type.equals(XSDDatatype.XSDstring.getURI())),
                lang);
    }
}
