package org.pairgraph.ingest;

import static org.pairgraph.ingest.TextWindow.END;

import java.util.ArrayList;
import java.util.List;
import org.pairgraph.ingest.Token.Kind;

/**
 * The tokens of Turtle, TriG, N-Triples and N-Quads. A malformed token is reported once and given back as what was most
 * likely meant, so that one mistake does not become many.
 */
final class TurtleLexer {
    static final String FULL_WIDTH = "。．；，（）［］";
    private static final Kind[] FULL_WIDTH_KINDS = {
        Kind.DOT, Kind.DOT, Kind.SEMICOLON, Kind.COMMA,
        Kind.OPEN_LIST, Kind.CLOSE_LIST, Kind.OPEN_BRACKET, Kind.CLOSE_BRACKET
    };

    private final TextWindow window;
    private final Findings findings;
    private final QuotedLexer quoted;
    private final NumberLexer numbers;
    private final NameLexer names;
    private final List<Token> ahead = new ArrayList<>();

    long position;
    long line = 1;
    private long columnPosition;
    private long column = 1;
    boolean first = true;
    private boolean bad;
    private long tokenStart;
    private long tokenLine;
    private long tokenColumn;
    private long lastErrorLine;

    TurtleLexer(TextWindow window, Findings findings, ReadLimits limits) {
        this.window = window;
        this.findings = findings;
        this.quoted = new QuotedLexer(window, this, limits);
        this.numbers = new NumberLexer(window, this);
        this.names = new NameLexer(window, this);
    }

    /** The next token but {@code distance}; nothing is taken. */
    Token peek(int distance) {
        while (ahead.size() <= distance) {
            ahead.add(read());
        }
        return ahead.get(distance);
    }

    Token take() {
        var token = peek(0);
        ahead.removeFirst();
        return token;
    }

    String text(Token token) {
        return window.text(token.start(), token.end());
    }

    /** Reports a malformed token, the first on its line. */
    void refuse(long at, String message) {
        bad = true;
        long newlines = 0;
        long lineStart = tokenStart;
        for (long i = tokenStart; i < at; i++) {
            if (window.endsLine(i)) {
                newlines++;
                lineStart = i + 1;
            }
        }
        long errorLine = tokenLine + newlines;
        long errorColumn = (newlines == 0 ? tokenColumn : 1) + window.codePoints(lineStart, at);
        if (errorLine > lastErrorLine) {
            lastErrorLine = errorLine;
            findings.error(errorLine, errorColumn, message, window.excerpt(at));
        }
    }

    /** Something else was reported on a line; malformed tokens further on it are not. */
    void reported(long onLine) {
        lastErrorLine = Math.max(lastErrorLine, onLine);
    }

    /** Whether a malformed token was reported on a line. */
    boolean hasReported(long onLine) {
        return lastErrorLine == onLine;
    }

    /** Where the token that is being read begins. */
    long tokenStart() {
        return tokenStart;
    }

    private Token read() {
        skipSpace();
        begin();
        boolean firstOfLine = first;
        first = false;
        var kind = scan(window.at(position));
        if (position == tokenStart && kind != Kind.END) {
            throw new IllegalStateException("No progress at line " + line);
        }
        var token = new Token(kind, tokenStart, position, tokenLine, tokenColumn, firstOfLine, bad);
        return token;
    }

    private void begin() {
        column += window.codePoints(columnPosition, position);
        columnPosition = position;
        tokenStart = position;
        tokenLine = line;
        tokenColumn = column;
        bad = false;
    }

    private void skipSpace() {
        while (true) {
            int c = window.at(position);
            if (c == '#') {
                while (!window.endsLine(position) && window.at(position) != END) {
                    position++;
                }
            } else if (window.endsLine(position)) {
                position++;
                newLine();
            } else if (c == ' ' || c == '\t' || c == '\r') {
                position++;
            } else {
                return;
            }
        }
    }

    /** The end of a line has just been passed. */
    void newLine() {
        line++;
        columnPosition = position;
        column = 1;
        first = true;
    }

    private Kind scan(int c) {
        return switch (c) {
            case END -> Kind.END;
            case '<' -> quoted.iri();
            case '"', '\'' -> quoted.string(c);
            case '“', '”' -> quoted.curlyString();
            case '@' -> atWord();
            case '^' -> datatypeMark();
            case ';' -> sign(Kind.SEMICOLON);
            case ',' -> sign(Kind.COMMA);
            case '[' -> sign(Kind.OPEN_BRACKET);
            case ']' -> sign(Kind.CLOSE_BRACKET);
            case '(' -> sign(Kind.OPEN_LIST);
            case ')' -> sign(Kind.CLOSE_LIST);
            case '{' -> sign(Kind.OPEN_GRAPH);
            case '}' -> sign(Kind.CLOSE_GRAPH);
            case '.' -> isDigit(window.at(position + 1)) ? numbers.number() : sign(Kind.DOT);
            case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numbers.number();
            default -> FULL_WIDTH.indexOf(c) >= 0 ? fullWidth(c) : names.nameOrStray();
        };
    }

    private Kind sign(Kind kind) {
        position++;
        return kind;
    }

    private Kind fullWidth(int c) {
        var kind = FULL_WIDTH_KINDS[FULL_WIDTH.indexOf(c)];
        refuse(
                position,
                "The full-width %s means nothing here: write %s".formatted(Character.toString(c), kind.sign()));
        position++;
        return kind;
    }

    private Kind atWord() {
        position++;
        while (isWordCharacter(window.at(position)) || window.at(position) == '-') {
            position++;
        }
        if (position == tokenStart + 1) {
            refuse(tokenStart, "Nothing follows the @: a language tag such as @zh-Hans was expected");
        }
        return Kind.AT_WORD;
    }

    private Kind datatypeMark() {
        position++;
        if (window.at(position) == '^') {
            position++;
        } else {
            refuse(tokenStart, "A datatype is marked with two carets: \"2023-01-01\"^^xsd:date");
        }
        return Kind.DATATYPE_MARK;
    }

    String shown(long from, long to) {
        var text = window.text(from, Math.min(to, from + 60));
        return to - from > 60 ? text + "…" : text;
    }

    static boolean isWordCharacter(int c) {
        return c != END && (c == '_' || Character.isLetterOrDigit(c));
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHex(int c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }
}
