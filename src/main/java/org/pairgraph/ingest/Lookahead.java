package org.pairgraph.ingest;

import org.pairgraph.ingest.Token.Kind;

/** What seems to come next, after a mistake or where one may be. */
final class Lookahead {
    private final StatementCutter cutter;

    Lookahead(StatementCutter cutter) {
        this.cutter = cutter;
    }

    /** Whether what was taken last ends its line, or a whole statement follows on it. */
    boolean isAtEdge() {
        return cutter.peek().first() || cutter.peek().is(Kind.END) || isTriple();
    }

    boolean isLastOfLine() {
        return cutter.peek(1).first() || cutter.peek(1).is(Kind.END);
    }

    /** Whether a statement seems to begin here, where none should: a line with a triple, not further in than this one. */
    boolean begins() {
        return cutter.peek().first() && cutter.peek().column() <= cutter.begun().column() && isTriple();
    }

    boolean isTriple() {
        return cutter.peek().isTerm() && isVerb(cutter.peek(1)) && isObject(cutter.peek(2));
    }

    boolean isVerb(Token token) {
        return token.is(Kind.IRI)
                || token.is(Kind.NAME)
                || token.is(Kind.WORD) && cutter.text(token).equals("a");
    }

    static boolean isObject(Token token) {
        return token.isTerm() || token.is(Kind.OPEN_BRACKET) || token.is(Kind.OPEN_LIST);
    }
}
