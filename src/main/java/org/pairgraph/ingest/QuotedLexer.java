package org.pairgraph.ingest;

import static org.pairgraph.ingest.TextWindow.END;

import java.util.regex.Pattern;
import org.pairgraph.ingest.Token.Kind;

/** The tokens between delimiters, IRIs and strings, of which a missing end would swallow what follows. */
final class QuotedLexer {
    private static final String NAME = "(?:<[^<>\"\\s]*>|[\\p{L}\\w.-]*:[^\\s;,\"]*)";
    private static final Pattern STATEMENT = Pattern.compile(
            "(?:@prefix\\s|@base\\s|" + NAME + "\\s+(?:a|" + NAME + ")\\s+[^\\s;,.]).*", Pattern.DOTALL);
    private static final String CLOSERS = ".;,])}";

    private final TextWindow window;
    private final TurtleLexer lexer;
    private final ReadLimits limits;
    private final EscapeLexer escapes;

    QuotedLexer(TextWindow window, TurtleLexer lexer, ReadLimits limits) {
        this.window = window;
        this.lexer = lexer;
        this.limits = limits;
        this.escapes = new EscapeLexer(window, lexer);
    }

    Kind iri() {
        long start = lexer.position++;
        if (window.at(lexer.position) == '<') {
            lexer.position++;
            lexer.refuse(start, "A triple inside << >> cannot be stored: make the statement a node of its own");
            return Kind.STRAY;
        }
        while (true) {
            int c = window.at(lexer.position);
            if (c == '>') {
                lexer.position++;
                requireLength(start, limits.iriLength(), "IRI");
                return Kind.IRI;
            }
            if (c == END || window.endsLine(lexer.position) || (isSpace(c) && !closesOnLine(lexer.position))) {
                backBefore(start, lexer.position);
                lexer.refuse(start, "The IRI that begins here has no closing >");
                return Kind.IRI;
            }
            iriCharacter(c);
        }
    }

    private void iriCharacter(int c) {
        if (c == '\\') {
            if (escapes.unicodeEscape(lexer.position) == 0) {
                lexer.refuse(
                        lexer.position, "\\ is not allowed in an IRI, but for \\u and four or \\U and eight digits");
            }
        } else if (isSpace(c)) {
            lexer.refuse(lexer.position, "There is a space in the IRI: write %20 or delete it");
        } else if (c < ' ' || "<\"{}|^`".indexOf(c) >= 0) {
            lexer.refuse(lexer.position, "%s is not allowed in an IRI".formatted(EscapeLexer.printable(c)));
        }
        lexer.position++;
    }

    private boolean closesOnLine(long from) {
        for (long i = from; !window.endsLine(i); i++) {
            switch (window.at(i)) {
                case '>':
                    return true;
                case END, '<', '"':
                    return false;
                default:
            }
        }
        return false;
    }

    /** A text in quotation marks that a word processor has made curly. */
    Kind curlyString() {
        long start = lexer.position++;
        while ("”“\"".indexOf(window.at(lexer.position)) < 0 && !endsHere(lexer.position)) {
            lexer.position++;
        }
        if (endsHere(lexer.position)) {
            backBefore(start, lexer.position);
        } else {
            lexer.position++;
        }
        lexer.refuse(start, "Curly quotation marks cannot enclose a text: write \"…\"");
        return Kind.STRING;
    }

    Kind string(int quote) {
        return window.at(lexer.position + 1) == quote && window.at(lexer.position + 2) == quote
                ? longString(quote)
                : shortString(quote);
    }

    private Kind shortString(int quote) {
        long start = lexer.position++;
        while (true) {
            int c = window.at(lexer.position);
            if (c == quote) {
                lexer.position++;
                requireLength(start, limits.literalLength(), "literal");
                refuseTextAfter(start);
                return Kind.STRING;
            }
            if (c == END || c == '\n' || c == '\r') {
                backBefore(start, lexer.position);
                lexer.refuse(
                        start,
                        "The text that begins here has no closing quotation mark on its line"
                                + " (\"\"\"…\"\"\" encloses text of several lines)");
                return Kind.STRING;
            }
            lexer.position += c == '\\' ? escapes.escape() : 1;
        }
    }

    private void refuseTextAfter(long start) {
        long at = lexer.position;
        if (TurtleLexer.isWordCharacter(window.at(at))) {
            long end = at;
            while (!endsHere(end)) {
                end++;
            }
            backBefore(start, end);
            lexer.refuse(
                    at - 1, "Text follows this quotation mark: inside a text write \\\" or put a space or ; behind it");
        }
    }

    /** A long string; where its end is missing, the first line in it that looks like a statement is read again. */
    private Kind longString(int quote) {
        long start = lexer.position;
        long startLine = lexer.line;
        long resume = -1;
        long resumeLine = 0;
        lexer.position += 3;
        boolean closed = false;
        while (!closed && window.at(lexer.position) != END && lexer.position - start <= limits.statementLength()) {
            int c = window.at(lexer.position);
            closed = c == quote && closes(quote);
            if (closed) {
                lexer.position += 3;
            } else if (window.endsLine(lexer.position)) {
                lexer.position++;
                lexer.newLine();
                if (resume < 0 && looksLikeStatement(lexer.position)) {
                    resume = lexer.position;
                    resumeLine = lexer.line;
                }
            } else {
                lexer.position += c == '\\' ? escapes.escape() : 1;
            }
        }
        if (closed && (resume < 0 || isFollowedWell())) {
            lexer.first = false;
            requireLength(start, limits.literalLength(), "literal");
            return Kind.STRING;
        }
        if (resume >= 0) {
            lexer.position = resume;
            lexer.line = resumeLine - 1;
            lexer.newLine();
        }
        lexer.refuse(
                start, "The text that begins here on line %d has no closing %s".formatted(startLine, triple(quote)));
        return Kind.STRING;
    }

    private static String triple(int quote) {
        return Character.toString(quote).repeat(3);
    }

    private boolean closes(int quote) {
        return window.at(lexer.position + 1) == quote && window.at(lexer.position + 2) == quote;
    }

    private boolean looksLikeStatement(long at) {
        long end = at;
        while (!endsHere(end) && end - at < 500) {
            end++;
        }
        return STATEMENT.matcher(window.text(at, end)).matches();
    }

    private boolean isFollowedWell() {
        long at = lexer.position;
        while (isSpace(window.at(at)) || window.at(at) == '\n') {
            at++;
        }
        int c = window.at(at);
        return c == END || (CLOSERS + "@^#").indexOf(c) >= 0;
    }

    private void requireLength(long start, int most, String what) {
        if (lexer.position - start > most) {
            lexer.refuse(
                    start,
                    "The %s has %,d characters; at most %,d are allowed".formatted(what, lexer.position - start, most));
        }
    }

    /** Ends an open token before the punctuation at the end of its line. */
    private void backBefore(long start, long end) {
        while (end > start + 1 && (isSpace(window.at(end - 1)) || CLOSERS.indexOf(window.at(end - 1)) >= 0)) {
            end--;
        }
        lexer.position = end;
    }

    private boolean endsHere(long at) {
        return window.at(at) == END || window.endsLine(at);
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r';
    }
}
