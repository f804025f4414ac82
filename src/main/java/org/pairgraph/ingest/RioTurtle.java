package org.pairgraph.ingest;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.pairgraph.vocab.Namespaces;

/**
 * Rio's Turtle parser, fed with one statement after the other, so that it knows where it is and goes on after a mistake.
 */
final class RioTurtle extends TurtleParser implements Whereabouts {
    private static final int USES_REPORTED = 10;

    private final Findings findings;
    private final Deque<Integer> objects = new ArrayDeque<>();
    private final Map<String, Integer> unknownPrefixes = new HashMap<>();
    private Optional<CutStatement> statement = Optional.empty();
    private int position;
    private boolean baseDeclared;

    RioTurtle(Findings findings) {
        this.findings = findings;
    }

    /** Parses every statement that a cutter gives. */
    void parse(StatementCutter cutter) throws IOException {
        parse(new Statements(cutter), Namespaces.ID);
    }

    /** Makes a prefix known whose declaration may be malformed; without an IRI, to the usual one. */
    void declare(String prefix, String iri) {
        var namespace = iri.isEmpty() ? Namespaces.PREFIXES.getOrDefault(prefix, Namespaces.ID) : iri;
        setNamespace(prefix, isAbsolute(namespace) ? namespace : Namespaces.ID + namespace);
    }

    /** Where the object stands that was parsed last, else the term. */
    @Override
    public Place place() {
        return statement.map(this::place).orElse(Place.UNKNOWN);
    }

    @Override
    public long line() {
        return statement
                .map(current -> current.tokens().get(token(current)).line())
                .orElse(0L);
    }

    private Place place(CutStatement current) {
        return current.place(token(current));
    }

    private int token(CutStatement current) {
        return objects.isEmpty() ? term(current) : objects.peek();
    }

    private int term(CutStatement current) {
        return current.tokenAt(current.start() + Math.max(0, position - 1));
    }

    private Place termPlace(CutStatement current) {
        return current.place(term(current));
    }

    @Override
    protected void parseStatement() throws IOException {
        try {
            super.parseStatement();
        } catch (RDFParseException e) {
            var place = place();
            findings.error(place.line(), place.column(), RioMessages.plain(e), place.excerpt());
            passRest();
        }
        objects.clear();
    }

    /** Reads to the end of the statement, so that the next one begins cleanly. */
    private void passRest() throws IOException {
        int length = statement.map(CutStatement::text).map(String::length).orElse(0);
        while (position < length - 1 && readCodePoint() != -1) {
            // What is read here has been reported.
        }
    }

    @Override
    protected void parseObject() throws IOException {
        int index = statement
                .map(current -> current.tokenAt(current.start() + position))
                .orElse(0);
        objects.push(index);
        super.parseObject();
        objects.pop();
    }

    @Override
    protected void parseBase() throws IOException {
        super.parseBase();
        baseDeclared = true;
    }

    @Override
    protected IRI parseURI() throws IOException {
        var written = statement.map(current -> current.textAt(position)).orElse("");
        var iri = parseURI(written);
        if (!baseDeclared && !isAbsolute(written.substring(1))) {
            long line = statement.map(this::termPlace).orElse(Place.UNKNOWN).line();
            findings.warn(
                    line,
                    SourceReader.RELATIVE.formatted(written.substring(1, written.length() - 1), iri.stringValue()));
        }
        return iri;
    }

    /** Parses an IRI; Rio resolves it against the base as if both were well-formed. */
    private IRI parseURI(String written) throws IOException {
        try {
            return super.parseURI();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            var place = place();
            findings.error(
                    place.line(), place.column(), "%s is not an IRI: correct it".formatted(written), place.excerpt());
            return valueFactory.createIRI(SourceReader.base());
        }
    }

    /** An IRI that is malformed has been reported; another takes its place, so that the rest is read too. */
    @Override
    protected IRI createURI(String uri) {
        var iri = super.createURI(uri);
        return iri == null ? valueFactory.createIRI(SourceReader.base()) : iri;
    }

    @Override
    protected String getNamespace(String prefix) {
        try {
            return super.getNamespace(prefix);
        } catch (RDFParseException e) {
            report(prefix);
            return Namespaces.PREFIXES.getOrDefault(prefix, Namespaces.ID);
        }
    }

    private void report(String prefix) {
        int uses = unknownPrefixes.merge(prefix, 1, Integer::sum);
        if (uses > USES_REPORTED) {
            return;
        }
        var known = Namespaces.PREFIXES.get(prefix);
        var place = statement.map(this::termPlace).orElse(Place.UNKNOWN);
        findings.error(
                place.line(),
                place.column(),
                "The prefix %s: is not declared%s%s"
                        .formatted(
                                prefix,
                                known == null ? "" : ": add @prefix %s: <%s> .".formatted(prefix, known),
                                uses < USES_REPORTED ? "" : " (further uses are not listed)"),
                place.excerpt());
    }

    static boolean isAbsolute(String iri) {
        int colon = iri.indexOf(':');
        return colon > 0
                && Character.isLetter(iri.charAt(0))
                && iri.chars().limit(colon).allMatch(c -> Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0);
    }

    @Override
    protected int readCodePoint() throws IOException {
        int c = super.readCodePoint();
        position += c == -1 ? 0 : Character.charCount(c);
        return c;
    }

    @Override
    protected void unread(int codePoint) throws IOException {
        super.unread(codePoint);
        position -= codePoint == -1 ? 0 : Character.charCount(codePoint);
    }

    @Override
    protected void unread(String text) throws IOException {
        super.unread(text);
        position -= text.length();
    }

    /** The statements as one text; a read never crosses the border of two. */
    private final class Statements extends Reader {
        private final StatementCutter cutter;
        private int given;

        Statements(StatementCutter cutter) {
            this.cutter = cutter;
        }

        @Override
        public int read() {
            return isAtEnd() ? -1 : statement.orElseThrow().text().charAt(given++);
        }

        @Override
        public int read(char[] into, int offset, int length) {
            if (length == 0 || isAtEnd()) {
                return length == 0 ? 0 : -1;
            }
            into[offset] = (char) read();
            return 1;
        }

        private boolean isAtEnd() {
            if (statement.isEmpty() || given == statement.get().text().length()) {
                statement = cutter.next();
                given = 0;
                position = 0;
            }
            return statement.isEmpty();
        }

        @Override
        public void close() {
            // The file belongs to who opened it.
        }
    }
}
