package org.pairgraph.ingest;

import java.util.List;

/**
 * One well-formed statement of a text, ready for the parser.
 *
 * @param start position of its first character in the file
 */
record CutStatement(String text, long start, List<Token> tokens) {

    /** The token that a position of the file lies in or comes after. */
    int tokenAt(long position) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (tokens.get(middle).start() <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The token at an offset in the statement, as it is written. */
    String textAt(int offset) {
        var token = tokens.get(tokenAt(start + offset));
        return text.substring((int) (token.start() - start), (int) (token.end() - start));
    }

    Place place(int token) {
        var at = tokens.get(token);
        return new Place(at.line(), at.column(), Excerpt.of(text, (int) (at.start() - start)));
    }
}
