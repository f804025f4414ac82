package org.pairgraph.ingest;

import static org.pairgraph.ingest.TextWindow.END;

/** What a backslash begins in texts and IRIs. */
final class EscapeLexer {
    private final TextWindow window;
    private final TurtleLexer lexer;

    EscapeLexer(TextWindow window, TurtleLexer lexer) {
        this.window = window;
        this.lexer = lexer;
    }

    /** Reports a wrong escape sequence; how many characters to pass. */
    int escape() {
        int c = window.at(lexer.position + 1);
        if (c == 'u' || c == 'U') {
            int length = unicodeEscape(lexer.position);
            if (length == 0) {
                lexer.refuse(
                        lexer.position,
                        "\\u needs four hexadecimal digits, \\U eight, and together they must name a character");
            }
            return Math.max(2, length);
        }
        if (c == END || "tbnrf\"'\\".indexOf(c) < 0) {
            lexer.refuse(
                    lexer.position,
                    "\\%s is no escape sequence: write \\\\ for a backslash".formatted(c == END ? "" : printable(c)));
            return c == '\n' || c == END ? 1 : 2;
        }
        return 2;
    }

    /** The length of a well-formed {@code \\u} or {@code \\U} sequence, else 0. */
    int unicodeEscape(long at) {
        int digits = switch (window.at(at + 1)) {
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int c = window.at(at + 2 + i);
            if (c == END || !TurtleLexer.isHex(c)) {
                return 0;
            }
            value = value * 16 + Character.digit(c, 16);
        }
        boolean named = value > 0 && value <= Character.MAX_CODE_POINT && (value < 0xD800 || value > 0xDFFF);
        return digits > 0 && named ? 2 + digits : 0;
    }

    static String printable(int c) {
        return c <= ' ' ? "U+%04X".formatted(c) : Character.toString(c);
    }
}
