package org.pairgraph.ingest;

/**
 * One token of a Turtle-like text.
 *
 * @param start position of its first character
 * @param end position after its last character
 * @param column in code points, from 1
 * @param first whether it is the first of its line
 * @param bad whether it was reported; its kind is what was most likely meant
 */
record Token(Kind kind, long start, long end, long line, long column, boolean first, boolean bad) {
    enum Kind {
        IRI,
        NAME,
        BLANK,
        STRING,
        AT_WORD,
        DATATYPE_MARK,
        NUMBER,
        WORD,
        DOT(".", "full stop"),
        SEMICOLON(";", "semicolon"),
        COMMA(",", "comma"),
        OPEN_BRACKET("[", "opening bracket"),
        CLOSE_BRACKET("]", "closing bracket"),
        OPEN_LIST("(", "opening parenthesis"),
        CLOSE_LIST(")", "closing parenthesis"),
        OPEN_GRAPH("{", "opening brace"),
        CLOSE_GRAPH("}", "closing brace"),
        STRAY,
        END;

        private final String sign;
        private final String label;

        Kind() {
            this("", "");
        }

        Kind(String sign, String label) {
            this.sign = sign;
            this.label = label;
        }

        String sign() {
            return sign;
        }

        String label() {
            return label;
        }
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** A term that is a node of its own: not punctuation, not the start of a bracket. */
    boolean isTerm() {
        return switch (kind) {
            case IRI, NAME, BLANK, STRING, NUMBER, WORD -> true;
            default -> false;
        };
    }
}
