package org.pairgraph.ingest;

import org.pairgraph.ingest.Token.Kind;

/** Cuts N-Triples and N-Quads: a statement is a line. The name of the graph is left out. */
final class LineCutter extends StatementCutter {
    private final boolean quads;
    private boolean graphSeen;

    LineCutter(TextWindow window, Findings findings, ReadLimits limits, boolean quads) {
        super(window, findings, limits);
        this.quads = quads;
    }

    @Override
    void statement() {
        long line = peek().line();
        if (subject(line) && predicate(line) && object(line) && graph(line) && fullStop(line) && !rest(line)) {
            return;
        }
        while (rest(line)) {
            pass();
        }
    }

    private boolean rest(long line) {
        return !peek().is(Kind.END) && !peek().first() && peek().line() >= line;
    }

    private boolean subject(long line) {
        return resource("The subject", "an IRI in <…> or a blank node", true, line, true);
    }

    private boolean predicate(long line) {
        return resource("The predicate", "an IRI in <…>", false, line, false);
    }

    private boolean resource(String part, String wanted, boolean blank, long line, boolean begins) {
        var token = peek();
        if (!begins && !onLine(token, line)) {
            refuseAfterLast("%s is missing".formatted(part));
            return false;
        }
        if (token.is(Kind.IRI)) {
            requireWhole(token);
        } else if (!(blank && token.is(Kind.BLANK))) {
            refuse(token, "%s must be %s, but %s stands here".formatted(part, wanted, shown(token)));
            takeFirst(begins);
            return false;
        }
        take();
        return true;
    }

    /** A line that goes wrong at its first token must still be left behind. */
    private void takeFirst(boolean begins) {
        if (begins) {
            pass();
        }
    }

    private void requireWhole(Token token) {
        if (!token.bad() && !text(token).matches("(?s)<[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            refuse(token, "%s is not a whole IRI: this format has no base".formatted(shown(token)));
        }
    }

    private boolean object(long line) {
        if (!peek().is(Kind.STRING) || !onLine(peek(), line)) {
            return resource("The object", "an IRI in <…>, a blank node or a text in \"…\"", true, line, false);
        }
        var text = take();
        if (text(text).startsWith("'") || text(text).startsWith("\"\"\"")) {
            refuse(text, "A text stands in simple quotation marks here: \"…\"");
        }
        if (onLine(peek(), line) && peek().is(Kind.AT_WORD)) {
            takeLanguage();
        } else if (onLine(peek(), line) && peek().is(Kind.DATATYPE_MARK)) {
            take();
            return resource("The datatype", "an IRI in <…>", false, line, false);
        }
        return true;
    }

    private boolean graph(long line) {
        var token = peek();
        if (!quads || !onLine(token, line) || !(token.is(Kind.IRI) || token.is(Kind.BLANK))) {
            return true;
        }
        pass();
        if (!graphSeen) {
            graphSeen = true;
            findings.warn(token.line(), GraphBlocks.IGNORED.formatted(shown(token)));
        }
        return true;
    }

    private boolean fullStop(long line) {
        var token = peek();
        if (token.is(Kind.DOT) && onLine(token, line)) {
            pass();
            if (rest(line)) {
                refuse(peek(), "A statement ends with its line, but %s follows the full stop".formatted(shown(peek())));
            }
            return true;
        }
        if (onLine(token, line)) {
            refuse(token, "A full stop was expected, but %s stands here".formatted(shown(token)));
        } else {
            refuseAfterLast("The full stop at the end of the line is missing");
        }
        return false;
    }

    private static boolean onLine(Token token, long line) {
        return token.line() == line && !token.is(Kind.END);
    }
}
