package org.pairgraph.ingest;

import java.util.Locale;
import java.util.function.BiConsumer;
import org.pairgraph.ingest.Token.Kind;

/** Cuts Turtle and TriG. The blocks of named graphs are opened; what stands in them becomes statements like any other. */
final class TurtleCutter extends StatementCutter {
    static final String GRAPH_IGNORED =
            "Graph names are ignored (first %s): all triples go into the graph of the source's version";

    /** The statement cannot be understood further. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient boolean skip;

        Abandoned(boolean skip) {
            super(null, null, false, false);
            this.skip = skip;
        }
    }

    private final boolean graphs;
    private final int mostDepth;
    private final BiConsumer<String, String> declare;
    private boolean inGraph;
    private boolean graphSeen;
    private Token graphOpened = new Token(Kind.END, 0, 0, 1, 1, true, false);
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
        this.graphs = graphs;
        this.mostDepth = limits.depth();
        this.declare = declare;
    }

    @Override
    void statement() {
        begun = peek();
        try {
            if (isDirective(begun)) {
                directive();
            } else if (!graphEdge()) {
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
        if (inGraph) {
            refuse(graphOpened, "The { of this graph is not closed: } is missing");
        }
    }

    private boolean isDirective(Token token) {
        return token.is(Kind.AT_WORD)
                || (token.is(Kind.WORD) && text(token).toLowerCase(Locale.ROOT).matches("prefix|base"));
    }

    // Directives

    private void directive() {
        var keyword = take();
        var name = text(keyword);
        boolean sparql = !name.startsWith("@");
        var prefix = "";
        if (!sparql && !name.equals("@prefix") && !name.equals("@base")) {
            refuse(keyword, "%s is no directive: write @prefix or @base".formatted(name));
        }
        boolean declares = !name.toLowerCase(Locale.ROOT).endsWith("base");
        if (declares) {
            prefix = prefixName();
        }
        var iri = namespace();
        if (declares) {
            declare.accept(prefix, iri);
        }
        endOfDirective(sparql);
    }

    private String prefixName() {
        var token = peek();
        if (token.is(Kind.NAME)
                && text(token).endsWith(":")
                && text(token).indexOf(':') == text(token).length() - 1) {
            return text(take()).replace(":", "");
        }
        if (token.is(Kind.NAME) || token.is(Kind.WORD)) {
            refuse(token, "A prefix is declared with a colon at its end, as in @prefix pg: <…> .");
            return text(take()).replaceFirst(":.*", "");
        }
        refuse(token, "The prefix is missing: @prefix pg: <…> .");
        return "";
    }

    /** The IRI of a directive; where it is missing, the usual one of the prefix. */
    private String namespace() {
        var token = peek();
        if (token.is(Kind.IRI)) {
            var text = text(take());
            return text.replaceAll("[<>\\s]", "");
        }
        if (token.line() == begun.line() && !token.is(Kind.DOT) && !token.is(Kind.END)) {
            refuse(token, "The IRI of a prefix stands in <…>, but %s stands here".formatted(shown(token)));
            while (peek().line() == begun.line() && !peek().is(Kind.DOT) && !peek().is(Kind.END)) {
                pass();
            }
        } else {
            refuseAfterLast("The IRI in <…> is missing");
        }
        return "";
    }

    private void endOfDirective(boolean sparql) {
        if (sparql && peek().is(Kind.DOT) && peek().line() == begun.line()) {
            refuse(pass(), "PREFIX and BASE have no full stop at their end: write @prefix, or delete it");
        } else if (!sparql && peek().is(Kind.DOT)) {
            pass();
        } else if (!sparql) {
            refuseAfterLast("The full stop after the directive is missing");
        }
    }

    // Graphs

    private boolean graphEdge() {
        if (inGraph && peek().is(Kind.CLOSE_GRAPH)) {
            pass();
            inGraph = false;
            return true;
        }
        int keyword = peek().is(Kind.WORD) && text(peek()).equalsIgnoreCase("graph") ? 1 : 0;
        int label = peek(keyword).is(Kind.OPEN_GRAPH) ? 0 : anonymous(keyword) ? 2 : 1;
        if (!graphs || inGraph || !peek(keyword + label).is(Kind.OPEN_GRAPH)) {
            return false;
        }
        if (label > 0 && !graphSeen) {
            graphSeen = true;
            findings.warn(begun.line(), GRAPH_IGNORED.formatted(shown(peek(keyword))));
        }
        graphName(keyword, label);
        inGraph = true;
        graphOpened = begun;
        return true;
    }

    private void graphName(int keyword, int label) {
        var name = peek(keyword);
        if (label == 1 && !name.is(Kind.IRI) && !name.is(Kind.NAME) && !name.is(Kind.BLANK)) {
            refuse(name, "A graph is named by an IRI or a blank node, not by %s".formatted(shown(name)));
        }
        for (int i = 0; i <= keyword + label; i++) {
            pass();
        }
    }

    private boolean anonymous(int at) {
        return peek(at).is(Kind.OPEN_BRACKET) && peek(at + 1).is(Kind.CLOSE_BRACKET);
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
                literal();
            }
            default -> {
                refuse(token, "A statement cannot begin with %s".formatted(shown(token)));
                pass();
                throw new Abandoned(!token.is(Kind.DOT) || !isAtEdge());
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
        return isVerb(peek()) && isObject(peek(1)) && !isTriple();
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
                literal();
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
            case STRING, NUMBER -> literal();
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

    private void literal() {
        var token = take();
        if (!token.is(Kind.STRING)) {
            return;
        }
        if (peek().is(Kind.AT_WORD) && peek().start() != token.end() && !peek().first()) {
            refuse(peek(), "The language tag stands right behind the closing quotation mark, without a space");
        }
        if (peek().is(Kind.AT_WORD) && !peek().first()) {
            takeLanguage();
            if (peek().is(Kind.DATATYPE_MARK)) {
                refuse(peek(), "A text has either a language tag or a datatype, not both");
            }
        }
        if (takeIf(Kind.DATATYPE_MARK)) {
            if (peek().is(Kind.IRI) || peek().is(Kind.NAME)) {
                take();
            } else {
                refuseAfterLast("The datatype is missing behind ^^");
                dropWord();
            }
        }
    }

    private void dropWord() {
        if (peek().is(Kind.WORD)) {
            pass();
        }
    }

    private void propertyList(int depth) {
        var open = take();
        requireDepth(open, depth);
        if (takeIf(Kind.CLOSE_BRACKET)) {
            return;
        }
        predicates(depth);
        if (peek().is(Kind.DOT) && !isLastOfLine()) {
            refuse(pass(), "A full stop cannot stand within [ ]: write ; or close the bracket");
            takeIf(Kind.CLOSE_BRACKET);
        } else if (!takeIf(Kind.CLOSE_BRACKET)) {
            throw unclosed(open, "]");
        }
    }

    private void collection(int depth) {
        var open = take();
        requireDepth(open, depth);
        while (isObject(peek()) && !(begins() && (peek(3).is(Kind.DOT) || peek(3).is(Kind.SEMICOLON)))) {
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
        } else if (begins() || isTriple() && token.line() == begun.line() || isDirective(token) && token.first()) {
            refuseAfterLast("The full stop is missing: a statement begins on line %d".formatted(token.line()));
        } else if (!(inGraph && token.is(Kind.CLOSE_GRAPH))) {
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
        while (!peek().is(Kind.END) && !(peek().first() && (begins() || isDirectiveStart(peek())))) {
            if (pass().is(Kind.DOT) && isAtEdge()) {
                return;
            }
        }
    }

    private boolean isDirectiveStart(Token token) {
        return text(token).matches("@prefix|@base") || token.is(Kind.WORD) && isDirective(token);
    }

    /** Whether what was taken last ends its line, or a whole statement follows on it. */
    private boolean isAtEdge() {
        return peek().first() || peek().is(Kind.END) || isTriple();
    }

    private boolean isLastOfLine() {
        return peek(1).first() || peek(1).is(Kind.END);
    }

    /** Whether a statement seems to begin here, where none should: a line with a triple, not further in than this one. */
    private boolean begins() {
        return peek().first() && peek().column() <= begun.column() && isTriple();
    }

    private boolean isTriple() {
        return peek().isTerm() && isVerb(peek(1)) && isObject(peek(2));
    }

    private boolean isVerb(Token token) {
        return token.is(Kind.IRI)
                || token.is(Kind.NAME)
                || token.is(Kind.WORD) && text(token).equals("a");
    }

    private static boolean isObject(Token token) {
        return token.isTerm() || token.is(Kind.OPEN_BRACKET) || token.is(Kind.OPEN_LIST);
    }
}
