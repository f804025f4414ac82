package org.pairgraph.ingest;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.pairgraph.vocab.PG;

/** Keeps the triples that a parser reports, each with its line, and holds them against the rules for every format. */
final class Collector extends AbstractRDFHandler {
    private static final Set<String> PLAIN_SCHEMES =
            Set.of("http", "https", "urn", "mailto", "tel", "geo", "tag", "info");
    private static final Set<String> NODE_SCHEMES = Set.of("http", "https", "urn");
    /** There are more triples than memory is there for. */
    static final class TooMany extends RDFHandlerException {
        private static final long serialVersionUID = 1L;

        private final long line;

        TooMany(long most, long line) {
            super(
                    "The file has more than %,d triples, and there is memory for no more: split it, or start pairgraph with a larger heap (PAIRGRAPH_JAVA_OPTS=-Xmx…)"
                            .formatted(most));
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    /** What may be in a text, as bits. What XML has no way to write (XML 1.0 §2.2) could never be handed out as such. */
    private static final int CONTROLS = 1;

    private static final int HALVES = 2;
    private static final int COMPOSABLE = 4;

    /** Below the first combining character nothing can be composed. */
    private static final char FIRST_COMPOSABLE = '\u0300';

    private static final char FIRST_NO_CHARACTER = '\uFFFE';

    private static final Set<Node> DERIVED = Set.of(PG.matches, PG.supports, PG.withinTransitive);

    private final Graph graph = GraphFactory.createGraphMem();
    private final StatedLines lines = new StatedLines();
    private final BlankNodes blankNodes = new BlankNodes();
    private final Findings findings;
    private final ReadLimits limits;
    private final Whereabouts whereabouts;
    private long statements;
    private final Terms terms = new Terms();
    private boolean named;
    private long refusedOn;
    private String refused = "";

    Collector(Findings findings, ReadLimits limits, Whereabouts whereabouts) {
        this.findings = findings;
        this.limits = limits;
        this.whereabouts = whereabouts;
    }

    @Override
    public void handleStatement(Statement statement) {
        long line = whereabouts.line();
        if (++statements > limits.triples()) {
            throw new TooMany(limits.triples(), line);
        }
        if (statement.getContext() != null) {
            findings.warnOnce(line, "graph", GraphBlocks.IGNORED.formatted(statement.getContext()));
        }
        try {
            keep(terms.triple(statement), line);
        } catch (Terms.NotKept e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private void keep(Triple triple, long line) {
        check(triple, line);
        if (findings.isClean() && !blankNodes.keep(triple, line)) {
            add(triple, line);
        }
    }

    /** The content, when everything has been read; what is wrong with its blank nodes is told the first time. */
    Graph content() {
        if (!named && findings.isClean()) {
            named = true;
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

    private void check(Triple triple, long line) {
        requireNode("A subject", triple.getSubject());
        requireNode("A predicate", triple.getPredicate());
        if (DERIVED.contains(triple.getPredicate())) {
            refuse("%s is made by pairgraph and cannot be stated: delete it".formatted(triple.getPredicate()));
        }
        var object = triple.getObject();
        if (object.isLiteral()) {
            checkText(object.getLiteralLexicalForm(), line);
        } else if (object.isURI()) {
            requireLength("IRI", object.getURI(), limits.iriLength());
            if (!hasScheme(object.getURI(), PLAIN_SCHEMES)) {
                findings.warn(
                        line,
                        "%s is not a web IRI: it is kept, and never becomes a link".formatted(cut(object.getURI())));
            }
        }
    }

    private void checkText(String text, long line) {
        requireLength("literal", text, limits.literalLength());
        int strange = strangeIn(text);
        if ((strange & HALVES) != 0) {
            refuse("There is half a character (U+D800 to U+DFFF) in the text \"%s\": type it again"
                    .formatted(cut(text)));
        }
        if ((strange & CONTROLS) != 0) {
            refuse("There is an invisible control character in the text \"%s\"".formatted(cut(text)));
        }
        if ((strange & COMPOSABLE) != 0 && !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            findings.warn(
                    line,
                    "\"%s\" is kept as it is, but its accents are characters of their own: NFC is recommended"
                            .formatted(cut(text)));
        }
    }

    /** What a text has that deserves a closer look. */
    private static int strangeIn(String text) {
        int strange = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                strange |= c == '\n' || c == '\r' || c == '\t' ? 0 : CONTROLS;
            } else if (c >= FIRST_COMPOSABLE) {
                strange |= c >= FIRST_NO_CHARACTER ? CONTROLS : 0;
                strange |=
                        Character.isSurrogate(c) && Character.charCount(text.codePointAt(i)) == 1 ? HALVES : COMPOSABLE;
                i += Character.isHighSurrogate(c) && Character.charCount(text.codePointAt(i)) == 2 ? 1 : 0;
            }
        }
        return strange;
    }

    private void requireNode(String part, Node node) {
        if (!node.isURI()) {
            return;
        }
        requireLength("IRI", node.getURI(), limits.iriLength());
        if (!hasScheme(node.getURI(), NODE_SCHEMES)) {
            refuse("%s must be an http, https or urn IRI, not %s".formatted(part, cut(node.getURI())));
        }
    }

    private void requireLength(String what, String text, int most) {
        if (text.length() > most) {
            refuse("The %s has %,d characters; at most %,d are allowed".formatted(what, text.length(), most));
        }
    }

    /** Reports a mistake; a subject that is refused is said once of a line, however many triples it has there. */
    private void refuse(String message) {
        var at = whereabouts.place();
        if (at.line() != refusedOn || !message.equals(refused)) {
            refusedOn = at.line();
            refused = message;
            findings.error(at.line(), at.column(), message, at.excerpt());
        }
    }

    private static boolean hasScheme(String iri, Set<String> schemes) {
        return iri.startsWith("https:") || iri.startsWith("http:") || schemes.contains(scheme(iri));
    }

    private static String scheme(String iri) {
        return iri.substring(0, Math.max(0, iri.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return Excerpt.of(text, 0);
    }
}
