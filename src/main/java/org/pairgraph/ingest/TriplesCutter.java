package org.pairgraph.ingest;

import org.pairgraph.ingest.Token.Kind;

/** Triples of Turtle: a subject with predicates and objects, and what nests in brackets. */
final class TriplesCutter {
    private final StatementCutter cutter;
    private final Lookahead ahead;
    private final LiteralCutter literals;
    private final int mostDepth;

    /** @param mostDepth how deep brackets may nest */
    TriplesCutter(StatementCutter cutter, Lookahead ahead, int mostDepth) {
        this.cutter = cutter;
        this.ahead = ahead;
        this.literals = new LiteralCutter(cutter);
        this.mostDepth = mostDepth;
    }

    /** Takes the triples that begin with one subject, without the full stop behind them. */
    void triples() {
        var token = cutter.peek();
        switch (token.kind()) {
            case OPEN_BRACKET -> {
                propertyList(1);
                if (closesPredicates(cutter.peek()) && cutter.taken().size() > 2) {
                    return;
                }
            }
            case OPEN_LIST -> collection(1);
            case IRI, NAME, BLANK -> cutter.take();
            case WORD -> subjectWord();
            case STRING, NUMBER -> {
                cutter.refuse(token, "A text or number cannot be a subject: %s".formatted(cutter.shown(token)));
                literals.literal();
            }
            default -> {
                cutter.refuse(token, "A statement cannot begin with %s".formatted(cutter.shown(token)));
                cutter.pass();
                throw new Abandoned(!token.is(Kind.DOT) || !ahead.isAtEdge());
            }
        }
        predicates(1);
    }

    private void subjectWord() {
        var token = cutter.take();
        cutter.refuse(
                token,
                cutter.text(token).equals("a")
                        ? "\"a\" stands for rdf:type and can only be a predicate"
                        : bareWord(token));
    }

    private String bareWord(Token token) {
        return "%s is a bare word: write a text in \"…\", an IRI in <…> or prefix:name".formatted(cutter.shown(token));
    }

    private void predicates(int depth) {
        do {
            predicate();
            objects(depth);
        } while (goesOn());
    }

    private boolean goesOn() {
        if (continuesWithoutSemicolon()) {
            cutter.refuseAfterLast(
                    "A semicolon is missing: %s begins another predicate".formatted(cutter.shown(cutter.peek())));
            return true;
        }
        boolean separated = false;
        while (cutter.takeIf(Kind.SEMICOLON)) {
            separated = true;
        }
        return separated && !closesPredicates(cutter.peek());
    }

    private static boolean closesPredicates(Token token) {
        return token.is(Kind.DOT) || token.is(Kind.CLOSE_BRACKET) || token.is(Kind.CLOSE_GRAPH);
    }

    private boolean continuesWithoutSemicolon() {
        return ahead.isVerb(cutter.peek()) && Lookahead.isObject(cutter.peek(1)) && !ahead.isTriple();
    }

    private void predicate() {
        var token = cutter.peek();
        if (ahead.begins()) {
            cutter.refuseAfterLast("The full stop is missing: a statement begins on line %d".formatted(token.line()));
            throw new Abandoned(false);
        }
        switch (token.kind()) {
            case IRI, NAME -> cutter.take();
            case WORD -> {
                cutter.take();
                if (!cutter.text(token).equals("a")) {
                    cutter.refuse(token, bareWord(token));
                }
            }
            case BLANK -> {
                cutter.refuse(token, "A blank node cannot be a predicate: %s".formatted(cutter.shown(token)));
                cutter.take();
            }
            case STRING, NUMBER -> {
                cutter.refuse(token, "A text or number cannot be a predicate: %s".formatted(cutter.shown(token)));
                literals.literal();
            }
            case END -> throw truncated();
            default -> {
                if (token.first() || token.is(Kind.DOT)) {
                    cutter.refuseAfterLast("The predicate and the object are missing");
                } else {
                    cutter.refuse(token, "A predicate was expected, but %s stands here".formatted(cutter.shown(token)));
                }
                throw new Abandoned(true);
            }
        }
    }

    private void objects(int depth) {
        do {
            if (ahead.begins()) {
                cutter.refuseAfterLast("The object is missing");
                throw new Abandoned(false);
            }
            object(depth);
        } while (cutter.takeIf(Kind.COMMA));
    }

    private void object(int depth) {
        var token = cutter.peek();
        switch (token.kind()) {
            case IRI, NAME, BLANK -> cutter.take();
            case STRING, NUMBER -> literals.literal();
            case WORD -> word();
            case OPEN_BRACKET -> propertyList(depth + 1);
            case OPEN_LIST -> collection(depth + 1);
            case END -> throw truncated();
            case DOT, SEMICOLON, COMMA, CLOSE_BRACKET, CLOSE_LIST, CLOSE_GRAPH ->
                cutter.refuse(token, "The object is missing before %s".formatted(cutter.shown(token)));
            default -> {
                cutter.refuse(token, "An object was expected, but %s stands here".formatted(cutter.shown(token)));
                throw new Abandoned(true);
            }
        }
    }

    private void word() {
        var token = cutter.take();
        var text = cutter.text(token);
        if (text.equals("a")) {
            cutter.refuse(token, "\"a\" stands for rdf:type and can only be a predicate");
        } else if (!text.equals("true") && !text.equals("false")) {
            cutter.refuse(token, bareWord(token));
            while (cutter.peek().is(Kind.WORD) && cutter.peek().line() == token.line()) {
                cutter.pass();
            }
        }
    }

    private void propertyList(int depth) {
        var open = cutter.take();
        requireDepth(open, depth);
        if (cutter.takeIf(Kind.CLOSE_BRACKET)) {
            return;
        }
        predicates(depth);
        if (cutter.peek().is(Kind.DOT) && !ahead.isLastOfLine()) {
            cutter.refuse(cutter.pass(), "A full stop cannot stand within [ ]: write ; or close the bracket");
            cutter.takeIf(Kind.CLOSE_BRACKET);
        } else if (!cutter.takeIf(Kind.CLOSE_BRACKET)) {
            throw unclosed(open, "]");
        }
    }

    private void collection(int depth) {
        var open = cutter.take();
        requireDepth(open, depth);
        while (Lookahead.isObject(cutter.peek())
                && !(ahead.begins()
                        && (cutter.peek(3).is(Kind.DOT) || cutter.peek(3).is(Kind.SEMICOLON)))) {
            object(depth);
        }
        if (!cutter.takeIf(Kind.CLOSE_LIST)) {
            throw unclosed(open, ")");
        }
    }

    private void requireDepth(Token open, int depth) {
        if (depth > mostDepth) {
            cutter.refuse(open, "Brackets are nested more than %d deep".formatted(mostDepth));
            throw new Abandoned(true);
        }
    }

    private Abandoned unclosed(Token open, String closing) {
        var next = cutter.peek();
        boolean plain = next.is(Kind.DOT) || next.is(Kind.END) || ahead.begins();
        if (plain) {
            cutter.refuse(open, "%s is not closed: %s is missing".formatted(cutter.shown(open), closing));
        } else {
            cutter.refuse(next, "%s was expected, but %s stands here".formatted(closing, cutter.shown(next)));
        }
        return new Abandoned(!ahead.begins());
    }

    /** Reports that the text ends within the statement. */
    Abandoned truncated() {
        cutter.refuseAfterLast("The file ends within the statement that begins on line %d: it may be cut off"
                .formatted(cutter.begun().line()));
        return new Abandoned(false);
    }
}
