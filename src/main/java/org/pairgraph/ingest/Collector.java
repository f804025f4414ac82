package org.pairgraph.ingest;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.pairgraph.vocab.PG;

/** Keeps the triples that a parser reports, each with its line, and holds them against the rules for every format. */
final class Collector extends AbstractRDFHandler {
    private static final Set<String> PLAIN_SCHEMES =
            Set.of("http", "https", "urn", "mailto", "tel", "geo", "tag", "info");
    private static final Set<String> NODE_SCHEMES = Set.of("http", "https", "urn");
    private static final Set<Node> DERIVED = Set.of(PG.supports, PG.withinTransitive);

    private final Graph graph = GraphFactory.createGraphMem();
    private final StatedLines lines = new StatedLines();
    private final BlankNodes blankNodes = new BlankNodes();
    private final Findings findings;
    private final ReadLimits limits;
    private final Supplier<Place> place;

    Collector(Findings findings, ReadLimits limits, Supplier<Place> place) {
        this.findings = findings;
        this.limits = limits;
        this.place = place;
    }

    @Override
    public void handleStatement(Statement statement) {
        var at = place.get();
        if (statement.getContext() != null) {
            findings.warnOnce(at.line(), "graph", TurtleCutter.GRAPH_IGNORED.formatted(statement.getContext()));
        }
        var triple = Terms.triple(statement);
        check(triple, at);
        if (findings.isClean() && !blankNodes.keep(triple, at.line())) {
            add(triple, at.line());
        }
    }

    /** The content, when everything has been read. */
    Graph content() {
        if (findings.isClean()) {
            blankNodes.name(findings, this::add);
        }
        return graph;
    }

    StatedLines lines() {
        return lines;
    }

    private void add(Triple triple, long line) {
        graph.add(triple);
        lines.say(triple, line);
    }

    private void check(Triple triple, Place at) {
        requireNode("A subject", triple.getSubject(), at);
        requireNode("A predicate", triple.getPredicate(), at);
        if (DERIVED.contains(triple.getPredicate())) {
            refuse(at, "%s is derived by pairgraph and cannot be stated: delete it".formatted(triple.getPredicate()));
        }
        var object = triple.getObject();
        if (object.isLiteral()) {
            checkText(object.getLiteralLexicalForm(), at);
        } else if (object.isURI()) {
            requireLength("IRI", object.getURI(), limits.iriLength(), at);
            if (!PLAIN_SCHEMES.contains(scheme(object.getURI()))) {
                findings.warn(
                        at.line(),
                        "%s is not a web IRI: it is kept, and never becomes a link".formatted(cut(object.getURI())));
            }
        }
    }

    private void checkText(String text, Place at) {
        requireLength("literal", text, limits.literalLength(), at);
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
            findings.warn(at.line(), "There is an invisible control character in the text \"%s\"".formatted(cut(text)));
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            findings.warn(
                    at.line(),
                    "\"%s\" is kept as it is, but its accents are characters of their own: NFC is recommended"
                            .formatted(cut(text)));
        }
    }

    private void requireNode(String part, Node node, Place at) {
        if (!node.isURI()) {
            return;
        }
        requireLength("IRI", node.getURI(), limits.iriLength(), at);
        if (!NODE_SCHEMES.contains(scheme(node.getURI()))) {
            refuse(at, "%s must be an http, https or urn IRI, not %s".formatted(part, cut(node.getURI())));
        }
    }

    private void requireLength(String what, String text, int most, Place at) {
        if (text.length() > most) {
            refuse(at, "The %s has %,d characters; at most %,d are allowed".formatted(what, text.length(), most));
        }
    }

    private void refuse(Place at, String message) {
        findings.error(at.line(), at.column(), message, at.excerpt());
    }

    private static String scheme(String iri) {
        return iri.substring(0, Math.max(0, iri.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return Excerpt.of(text, 0);
    }
}
