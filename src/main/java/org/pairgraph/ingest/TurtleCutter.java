package org.pairgraph.ingest;

import java.util.function.BiConsumer;
import org.pairgraph.ingest.Token.Kind;

/**
 * Cuts Turtle and TriG, and finds the next statement after a mistake. The blocks of named graphs are opened; what stands in
 * them becomes statements like any other.
 */
final class TurtleCutter extends StatementCutter {
    private final Directives directives;
    private final GraphBlocks blocks;
    private final Lookahead ahead;
    private final TriplesCutter triples;

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
        this.directives = new Directives(this, declare);
        this.blocks = new GraphBlocks(this, findings, graphs);
        this.ahead = new Lookahead(this);
        this.triples = new TriplesCutter(this, ahead, limits.depth());
    }

    @Override
    void statement() {
        try {
            if (directives.isDirective(peek())) {
                directives.directive();
            } else if (!blocks.passEdge()) {
                triples.triples();
                end();
            }
        } catch (Abandoned e) {
            if (e.skip()) {
                skip();
            }
        }
    }

    @Override
    void atEnd() {
        blocks.end();
    }

    private void end() {
        var token = peek();
        if (token.is(Kind.DOT)) {
            pass();
        } else if (token.is(Kind.END)) {
            throw triples.truncated();
        } else if (ahead.begins()
                || ahead.isTriple() && token.line() == begun().line()
                || directives.isDirective(token) && token.first()) {
            refuseAfterLast("The full stop is missing: a statement begins on line %d".formatted(token.line()));
        } else if (!(blocks.isOpen() && token.is(Kind.CLOSE_GRAPH))) {
            refuse(token, "A full stop, ; or , was expected, but %s stands here".formatted(shown(token)));
            throw new Abandoned(true);
        }
    }

    /** Passes what is left of a statement: up to a full stop at the end of a line, or a line that begins a statement. */
    private void skip() {
        while (!peek().is(Kind.END) && !(peek().first() && (ahead.begins() || directives.isStart(peek())))) {
            if (pass().is(Kind.DOT) && ahead.isAtEdge()) {
                return;
            }
        }
    }
}
