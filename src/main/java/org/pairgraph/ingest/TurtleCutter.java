package org.pairgraph.ingest;

import java.util.function.BiConsumer;
import org.pairgraph.ingest.Token.Kind;

/** Cuts Turtle and TriG. The blocks of named graphs are opened; what stands in them becomes statements like any other. */
final class TurtleCutter extends StatementCutter {
    /** The statement cannot be understood further. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient boolean skip;

        Abandoned(boolean skip) {
            super(null, null, false, false);
            this.skip = skip;
        }
    }

    private final int mostDepth;
    private final Directives directives;
    private final GraphBlocks blocks;
    private final LiteralCutter literals;
    private final Lookahead ahead;
    private Token begun = new Token(Kind.END, 0, 0, 1, 1, true, false);

    /**
     * @param graphs whether it is TriG
     * @param declare is told of each prefix, also where its declaration is malformed, so that its uses are not errors too
     */
    TurtleCutter(
            TextWindow window,
            Findings findings,
            ReadLimits limits,
            boolean graphs,
            BiConsumer<String, String> declare) {
        super(window, findings, limits);
        this.mostDepth = limits.depth();
        this.directives = new Directives(this, declare);
        this.blocks = new GraphBlocks(this, findings, graphs);
        this.literals = new LiteralCutter(this);
        this.ahead = new Lookahead(this);
    }

    @Override
    void statement() {
        begun = peek();
        try {
            if (directives.isDirective(begun)) {
                directives.directive();
            } else if (!blocks.passEdge()) {
                triples();
                end();
            }
        } catch (Abandoned e) {
            if (e.skip) {
                skip();
            }
        }
    }

    @Override
    void atEnd() {
        blocks.end();
    }

    // Triples

    private void triples() {
        var token = peek();
        switch (token.kind()) {
            case OPEN_BRACKET -> {
                propertyList(1);
                if (closesPredicates(peek()) && taken().size() > 2) {
                    return;
                }
            }
            case OPEN_LIST -> collection(1);
            case IRI, NAME, BLANK -> take();
            case WORD -> subjectWord();
            case STRING, NUMBER -> {
                refuse(token, "A text or number cannot be a subject: %s".formatted(shown(token)));
                literals.literal();
            }
            default -> {
                refuse(token, "A statement cannot begin with %s".formatted(shown(token)));
                pass();
                throw new Abandoned(!token.is(Kind.DOT) || !ahead.isAtEdge());
            }
        }
        predicates(1);
    }

    private void subjectWord() {
        var token = take();
        refuse(
                token,
                text(token).equals("a") ? "\"a\" stands for rdf:type and can only be a predicate" : bareWord(token));
    }

    private String bareWord(Token token) {
        return "%s is a bare word: write a text in \"…\", an IRI in <…> or prefix:name".formatted(shown(token));
    }

    private void predicates(int depth) {
        do {
            predicate();
            objects(depth);
        } while (goesOn());
    }

    private boolean goesOn() {
        if (continuesWithoutSemicolon()) {
            refuseAfterLast("A semicolon is missing: %s begins another predicate".formatted(shown(peek())));
            return true;
        }
        boolean separated = false;
        while (takeIf(Kind.SEMICOLON)) {
            separated = true;
        }
        return separated && !closesPredicates(peek());
    }

    private static boolean closesPredicates(Token token) {
        return token.is(Kind.DOT) || token.is(Kind.CLOSE_BRACKET) || token.is(Kind.CLOSE_GRAPH);
    }

    private boolean continuesWithoutSemicolon() {
        return ahead.isVerb(peek()) && Lookahead.isObject(peek(1)) && !ahead.isTriple();
    }

    private void predicate() {
        var token = peek();
        if (begins()) {
            refuseAfterLast("The full stop is missing: a statement begins on line %d".formatted(token.line()));
            throw new Abandoned(false);
        }
        switch (token.kind()) {
            case IRI, NAME -> take();
            case WORD -> {
                take();
                if (!text(token).equals("a")) {
                    refuse(token, bareWord(token));
                }
            }
            case BLANK -> {
                refuse(token, "A blank node cannot be a predicate: %s".formatted(shown(token)));
                take();
            }
            case STRING, NUMBER -> {
                refuse(token, "A text or number cannot be a predicate: %s".formatted(shown(token)));
                literals.literal();
            }
            case END -> throw truncated();
            default -> {
                if (token.first() || token.is(Kind.DOT)) {
                    refuseAfterLast("The predicate and the object are missing");
                } else {
                    refuse(token, "A predicate was expected, but %s stands here".formatted(shown(token)));
                }
                throw new Abandoned(true);
            }
        }
    }

    private void objects(int depth) {
        do {
            if (begins()) {
                refuseAfterLast("The object is missing");
                throw new Abandoned(false);
            }
            object(depth);
        } while (takeIf(Kind.COMMA));
    }

    private void object(int depth) {
        var token = peek();
        switch (token.kind()) {
            case IRI, NAME, BLANK -> take();
            case STRING, NUMBER -> literals.literal();
            case WORD -> word();
            case OPEN_BRACKET -> propertyList(depth + 1);
            case OPEN_LIST -> collection(depth + 1);
            case END -> throw truncated();
            case DOT, SEMICOLON, COMMA, CLOSE_BRACKET, CLOSE_LIST, CLOSE_GRAPH ->
                refuse(token, "The object is missing before %s".formatted(shown(token)));
            default -> {
                refuse(token, "An object was expected, but %s stands here".formatted(shown(token)));
                throw new Abandoned(true);
            }
        }
    }

    private void word() {
        var token = take();
        var text = text(token);
        if (text.equals("a")) {
            refuse(token, "\"a\" stands for rdf:type and can only be a predicate");
        } else if (!text.equals("true") && !text.equals("false")) {
            refuse(token, bareWord(token));
            while (peek().is(Kind.WORD) && peek().line() == token.line()) {
                pass();
            }
        }
    }

    private void propertyList(int depth) {
        var open = take();
        requireDepth(open, depth);
        if (takeIf(Kind.CLOSE_BRACKET)) {
            return;
        }
        predicates(depth);
        if (peek().is(Kind.DOT) && !ahead.isLastOfLine()) {
            refuse(pass(), "A full stop cannot stand within [ ]: write ; or close the bracket");
            takeIf(Kind.CLOSE_BRACKET);
        } else if (!takeIf(Kind.CLOSE_BRACKET)) {
            throw unclosed(open, "]");
        }
    }

    private void collection(int depth) {
        var open = take();
        requireDepth(open, depth);
        while (Lookahead.isObject(peek()) && !(begins() && (peek(3).is(Kind.DOT) || peek(3).is(Kind.SEMICOLON)))) {
            object(depth);
        }
        if (!takeIf(Kind.CLOSE_LIST)) {
            throw unclosed(open, ")");
        }
    }

    private void requireDepth(Token open, int depth) {
        if (depth > mostDepth) {
            refuse(open, "Brackets are nested more than %d deep".formatted(mostDepth));
            throw new Abandoned(true);
        }
    }

    private Abandoned unclosed(Token open, String closing) {
        var next = peek();
        boolean plain = next.is(Kind.DOT) || next.is(Kind.END) || begins();
        if (plain) {
            refuse(open, "%s is not closed: %s is missing".formatted(shown(open), closing));
        } else {
            refuse(next, "%s was expected, but %s stands here".formatted(closing, shown(next)));
        }
        return new Abandoned(!begins());
    }

    // The end of a statement, and how to go on after a mistake

    private void end() {
        var token = peek();
        if (token.is(Kind.DOT)) {
            pass();
        } else if (token.is(Kind.END)) {
            throw truncated();
        } else if (begins()
                || ahead.isTriple() && token.line() == begun.line()
                || directives.isDirective(token) && token.first()) {
            refuseAfterLast("The full stop is missing: a statement begins on line %d".formatted(token.line()));
        } else if (!(blocks.isOpen() && token.is(Kind.CLOSE_GRAPH))) {
            refuse(token, "A full stop, ; or , was expected, but %s stands here".formatted(shown(token)));
            throw new Abandoned(true);
        }
    }

    private Abandoned truncated() {
        refuseAfterLast(
                "The file ends within the statement that begins on line %d: it may be cut off".formatted(begun.line()));
        return new Abandoned(false);
    }

    /** Passes what is left of a statement: up to a full stop at the end of a line, or a line that begins a statement. */
    private void skip() {
        while (!peek().is(Kind.END) && !(peek().first() && (begins() || directives.isStart(peek())))) {
            if (pass().is(Kind.DOT) && ahead.isAtEdge()) {
                return;
            }
        }
    }

    /** Whether a statement seems to begin here, where none should: a line with a triple, not further in than this one. */
    private boolean begins() {
        return ahead.begins(begun.column());
    }
}
