package org.pairgraph.ingest;

import java.io.IOException;
import java.io.Reader;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.rio.ParseErrorListener;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.jspecify.annotations.Nullable;
import org.pairgraph.vocab.Namespaces;

/**
 * Rio's Turtle parser over a whole text, as fast as it goes, for text in which there is nothing to say: at the first
 * thing that deserves an error or a warning it ends with an exception, and the text has to be read with care. Terms that
 * were checked lately are not checked again.
 */
final class StraightTurtle extends TurtleParser implements Whereabouts {
    /** There is something to say of the text. */
    static final class Remarkable extends RDFParseException {
        private static final long serialVersionUID = 1L;

        Remarkable(String message) {
            super(message);
        }
    }

    private static final int PUSHED_BACK = 64;
    private static final int MOST_CHARACTERS = 4 << 20;
    private static final int LATELY = 1 << 16;

    private final Reader text;
    private final int mostDepth;
    private final char[] chars = new char[1 << 16];
    private int next = PUSHED_BACK;
    private int end = PUSHED_BACK;
    private long passed;
    private long begun;
    private long line = 1;
    private long objectLine;
    private int depth;
    private boolean baseDeclared;
    private final @Nullable IRI[] iris = new IRI[LATELY];
    private final @Nullable Literal[] literals = new Literal[LATELY];

    StraightTurtle(Reader text, ReadLimits limits) {
        this.text = text;
        this.mostDepth = limits.depth();
        SourceReader.configure(this, new ParseErrorListener() {
            @Override
            public void warning(String message, long line, long column) {
                error(message, line, column);
            }

            @Override
            public void error(String message, long line, long column) {
                throw new Remarkable(message);
            }

            @Override
            public void fatalError(String message, long line, long column) {
                // The exception that follows says it.
            }
        });
    }

    /**
     * Reads the text to its end.
     *
     * @throws Remarkable if it deserves an error or a warning
     * @throws RDFParseException if it is not Turtle
     */
    void parse() throws IOException {
        parse(Reader.nullReader(), Namespaces.ID);
    }

    @Override
    public Place place() {
        return new Place(line(), 0, "");
    }

    /** That of the object that is being parsed, else the current one. */
    @Override
    public long line() {
        return depth > 0 ? objectLine : line;
    }

    @Override
    protected void parseStatement() throws IOException {
        begun = passed + next;
        super.parseStatement();
    }

    @Override
    protected void parseObject() throws IOException {
        long outer = objectLine;
        objectLine = line;
        depth++;
        if (depth > mostDepth) {
            throw new Remarkable("Brackets are nested deeply");
        }
        super.parseObject();
        depth--;
        objectLine = outer;
    }

    @Override
    protected void parseBase() throws IOException {
        super.parseBase();
        baseDeclared = true;
    }

    @Override
    protected IRI parseURI() throws IOException {
        if (!baseDeclared && !RioTurtle.isAbsolute(beginning())) {
            throw new Remarkable("A relative IRI");
        }
        try {
            return super.parseURI();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Remarkable("A malformed IRI");
        }
    }

    /** The first characters of the IRI that comes next, at least to its colon. */
    private String beginning() throws IOException {
        var read = new StringBuilder();
        int c;
        do {
            c = readCodePoint();
            read.append(Character.toChars(Math.max(0, c)));
        } while (c > ' ' && c != ':' && c != '>' && read.length() < PUSHED_BACK / 2);
        unread(read.toString());
        return read.substring(1);
    }

    /** Rio lets a text in simple quotation marks go over several lines. */
    @Override
    protected String parseString(int closing) throws IOException {
        long before = line;
        var string = super.parseString(closing);
        if (line != before || string.indexOf('\r') >= 0) {
            throw new Remarkable("A line ends within a text");
        }
        return string;
    }

    @Override
    protected IRI createURI(String iri) {
        int slot = iri.hashCode() & LATELY - 1;
        var known = iris[slot];
        if (known == null || !known.stringValue().equals(iri)) {
            known = super.createURI(iri);
            iris[slot] = known;
        }
        return known;
    }

    @Override
    protected Literal createLiteral(String label, String language, IRI datatype, long atLine, long atColumn) {
        if (datatype == null) {
            return super.createLiteral(label, language, datatype, atLine, atColumn);
        }
        int slot = label.hashCode() + datatype.hashCode() & LATELY - 1;
        var known = literals[slot];
        if (known == null
                || !known.getLabel().equals(label)
                || !known.getDatatype().equals(datatype)) {
            known = super.createLiteral(label, language, datatype, atLine, atColumn);
            literals[slot] = known;
        }
        return known;
    }

    @Override
    protected int readCodePoint() throws IOException {
        if (next == end && !fill()) {
            return -1;
        }
        char c = chars[next++];
        line += isInNextLine(next - 1) ? 1 : 0;
        return Character.isHighSurrogate(c) && (next < end || fill()) ? Character.toCodePoint(c, chars[next++]) : c;
    }

    @Override
    protected void unread(int codePoint) {
        if (codePoint < 0) {
            return;
        }
        if (Character.isSupplementaryCodePoint(codePoint)) {
            chars[--next] = Character.lowSurrogate(codePoint);
            chars[--next] = Character.highSurrogate(codePoint);
        } else {
            chars[--next] = (char) codePoint;
        }
        line -= isInNextLine(next) ? 1 : 0;
    }

    @Override
    protected void unread(String read) {
        for (int i = read.length() - 1; i >= 0; i--) {
            chars[--next] = read.charAt(i);
            line -= isInNextLine(next) ? 1 : 0;
        }
    }

    /** Whether the line is counted when a character is read: a line feed, or what follows a carriage return without one. */
    private boolean isInNextLine(int at) {
        return chars[at] == '\n' || chars[at - 1] == '\r';
    }

    /** Reads on; the last characters stay in front, so that they can be pushed back. */
    private boolean fill() throws IOException {
        if (passed + next - begun > MOST_CHARACTERS) {
            throw new Remarkable("A very long statement");
        }
        System.arraycopy(chars, next - PUSHED_BACK, chars, 0, PUSHED_BACK);
        passed += next - PUSHED_BACK;
        int read = text.read(chars, PUSHED_BACK, chars.length - PUSHED_BACK);
        next = PUSHED_BACK;
        end = PUSHED_BACK + Math.max(0, read);
        return read > 0;
    }
}
