package org.pairgraph.ingest;

import org.pairgraph.ingest.Token.Kind;

/** The numbers of Turtle, and what was meant as one. */
final class NumberLexer {
    private final TextWindow window;
    private final TurtleLexer lexer;

    NumberLexer(TextWindow window, TurtleLexer lexer) {
        this.window = window;
        this.lexer = lexer;
    }

    Kind number() {
        int c = window.at(lexer.position);
        lexer.position += c == '+' || c == '-' ? 1 : 0;
        long digits = skipDigits();
        if (window.at(lexer.position) == '.' && TurtleLexer.isDigit(window.at(lexer.position + 1))) {
            lexer.position++;
            digits += skipDigits();
        }
        boolean wellFormed = digits > 0 && exponent();
        if (!wellFormed
                || TurtleLexer.isWordCharacter(window.at(lexer.position))
                || "-:+".indexOf(window.at(lexer.position)) >= 0) {
            while (TurtleLexer.isWordCharacter(window.at(lexer.position))
                    || "-:+".indexOf(window.at(lexer.position)) >= 0) {
                lexer.position++;
            }
            lexer.refuse(
                    lexer.tokenStart(),
                    "%s is not a number: put text and dates in quotes"
                            .formatted(lexer.shown(lexer.tokenStart(), lexer.position)));
        }
        return Kind.NUMBER;
    }

    private boolean exponent() {
        int c = window.at(lexer.position);
        if (c != 'e' && c != 'E') {
            return true;
        }
        lexer.position++;
        int sign = window.at(lexer.position);
        lexer.position += sign == '+' || sign == '-' ? 1 : 0;
        return skipDigits() > 0;
    }

    private long skipDigits() {
        long from = lexer.position;
        while (TurtleLexer.isDigit(window.at(lexer.position))) {
            lexer.position++;
        }
        return lexer.position - from;
    }
}
