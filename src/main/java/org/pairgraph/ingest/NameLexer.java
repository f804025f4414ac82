package org.pairgraph.ingest;

import static org.pairgraph.ingest.TextWindow.END;

import org.eclipse.rdf4j.rio.turtle.TurtleUtil;
import org.pairgraph.ingest.Token.Kind;

/** The tokens without delimiters: names with a prefix, labels of blank nodes, bare words. */
final class NameLexer {
    /** The grammar lets a name begin with it; nobody means it: files were joined, each with its own. */
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final TextWindow window;
    private final TurtleLexer lexer;

    NameLexer(TextWindow window, TurtleLexer lexer) {
        this.window = window;
        this.lexer = lexer;
    }

    Kind nameOrStray() {
        int c = codePoint(lexer.position);
        if (c == '_' && window.at(lexer.position + 1) == ':') {
            return blankLabel();
        }
        if (c != ':' && c != '_' && (c == BYTE_ORDER_MARK || !TurtleUtil.isPrefixStartChar(c))) {
            return stray(c);
        }
        while (c != ':' && c != END && (c == '_' || TurtleUtil.isPrefixChar(c))) {
            lexer.position += Character.charCount(c);
            c = codePoint(lexer.position);
        }
        if (c != ':') {
            leaveTrailingPunctuation();
            return Kind.WORD;
        }
        if (window.text(lexer.tokenStart(), lexer.position).startsWith("_")) {
            lexer.refuse(lexer.tokenStart(), "A prefix cannot begin with _");
        }
        lexer.position++;
        localName();
        return Kind.NAME;
    }

    private Kind stray(int c) {
        lexer.position += Character.charCount(c);
        lexer.refuse(
                lexer.tokenStart(),
                Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT
                        ? "An invisible character (U+%04X) stands between terms: delete it".formatted(c)
                        : "%s cannot begin a term: write an IRI in <…>, a prefix:name or a text in \"…\""
                                .formatted(Character.toString(c)));
        return Kind.STRAY;
    }

    private Kind blankLabel() {
        lexer.position += 2;
        int c = codePoint(lexer.position);
        if (!TurtleUtil.isBLANK_NODE_LABEL_StartChar(c)) {
            lexer.refuse(lexer.tokenStart(), "A blank node needs a name after _: that begins with a letter or a digit");
        }
        while (TurtleUtil.isBLANK_NODE_LABEL_Char(c)) {
            lexer.position += Character.charCount(c);
            c = codePoint(lexer.position);
        }
        leaveTrailingPunctuation();
        return Kind.BLANK;
    }

    private void localName() {
        int c = codePoint(lexer.position);
        while (c != END && (c == ':' || TurtleUtil.isNameChar(c) || TurtleUtil.isNameStartChar(c))) {
            if (c == '\\') {
                localEscape();
            } else if (c == '%'
                    && !(TurtleLexer.isHex(window.at(lexer.position + 1))
                            && TurtleLexer.isHex(window.at(lexer.position + 2)))) {
                lexer.refuse(lexer.position, "Two hexadecimal digits must follow the % in a name");
                lexer.position++;
            } else {
                lexer.position += Character.charCount(c);
            }
            c = codePoint(lexer.position);
        }
        leaveTrailingPunctuation();
    }

    private void localEscape() {
        int escaped = window.at(lexer.position + 1);
        if (escaped == END || "_~.-!$&'()*+,;=/?#@%".indexOf(escaped) < 0) {
            lexer.refuse(lexer.position, "\\ in a name may stand only before one of _~.-!$&'()*+,;=/?#@%");
            lexer.position++;
        } else {
            lexer.position += 2;
        }
    }

    /** A full stop or a full-width sign at the end of a name is not part of it. */
    private void leaveTrailingPunctuation() {
        while (lexer.position > lexer.tokenStart() + 1 && isTrailing(lexer.position - 1)) {
            lexer.position--;
        }
    }

    private boolean isTrailing(long at) {
        int c = window.at(at);
        return (c == '.' && window.at(at - 1) != '\\') || TurtleLexer.FULL_WIDTH.indexOf(c) >= 0;
    }

    private int codePoint(long at) {
        int c = window.at(at);
        return c != END && Character.isHighSurrogate((char) c) && window.at(at + 1) != END
                ? Character.toCodePoint((char) c, (char) window.at(at + 1))
                : c;
    }
}
