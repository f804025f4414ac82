package org.pairgraph.sparql;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.pairgraph.vocab.Namespaces;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/** What a parameter of a named query takes, and how its text becomes a term. */
public enum ParameterType {
    /** A thing: its path below {@code /id/}, for example {@code area/450225}, or a full IRI. */
    THING("a path like area/450225 or a full IRI") {
        @Override
        Optional<Node> term(String text) {
            return PATH.matcher(text).matches() ? iri(Namespaces.ID + text) : iri(text);
        }
    },
    /** A code, for example {@code county}, or its full IRI. */
    CODE("a code like county or its full IRI") {
        @Override
        Optional<Node> term(String text) {
            return LOCAL.matcher(text).matches() ? iri(PGC.NAMESPACE + text) : iri(text);
        }
    },
    /** A class of the ontology, for example {@code County}. */
    CLASS("a class like County") {
        @Override
        Optional<Node> term(String text) {
            return LOCAL.matcher(text).matches() ? iri(PG.NAMESPACE + text) : iri(text);
        }
    },
    /** A day, for example {@code 2023-08-31}. */
    DATE("a day like 2023-08-31") {
        @Override
        Optional<Node> term(String text) {
            try {
                return literal(LocalDate.parse(text).toString(), XSDDatatype.XSDdate);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    },
    /** A whole number. */
    INTEGER("a whole number like 20") {
        @Override
        Optional<Node> term(String text) {
            return DIGITS.matcher(text).matches() ? literal(text, XSDDatatype.XSDinteger) : Optional.empty();
        }
    },
    /** Words, as they stand. */
    TEXT("some text") {
        @Override
        Optional<Node> term(String text) {
            return text.isBlank() ? Optional.empty() : Optional.of(NodeFactory.createLiteralString(text));
        }
    };

    private static final Pattern PATH = Pattern.compile("[a-z0-9][a-z0-9-]*(/[A-Za-z0-9_.-]+)+");
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");

    private final String form;

    ParameterType(String form) {
        this.form = form;
    }

    /** What a value looks like, for a message. */
    public String form() {
        return form;
    }

    /** The type's name in the header of a query and in answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The term that a text stands for; none when it is not of this type. */
    Optional<Node> parse(String text) {
        return term(text.strip());
    }

    abstract Optional<Node> term(String text);

    private static Optional<Node> literal(String text, XSDDatatype type) {
        return Optional.of(NodeFactory.createLiteralDT(text, type));
    }

    private static Optional<Node> iri(String text) {
        try {
            return IRIx.create(text).isReference() && !text.matches(".*[\\s<>\"{}|\\\\^`].*")
                    ? Optional.of(NodeFactory.createURI(text))
                    : Optional.empty();
        } catch (IRIException e) {
            return Optional.empty();
        }
    }
}
