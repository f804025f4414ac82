package org.pairgraph.ingest;

import org.pairgraph.ingest.Token.Kind;

/** The blocks of named graphs in TriG, which are opened: their names are left out. */
final class GraphBlocks {
    static final String IGNORED =
            "Graph names are ignored (first %s): all triples go into the graph of the source's version";

    private final StatementCutter cutter;
    private final Findings findings;
    private final boolean allowed;
    private boolean inGraph;
    private boolean graphSeen;
    private Token graphOpened = new Token(Kind.END, 0, 0, 1, 1, true, false);

    /** @param allowed whether there may be any */
    GraphBlocks(StatementCutter cutter, Findings findings, boolean allowed) {
        this.cutter = cutter;
        this.findings = findings;
        this.allowed = allowed;
    }

    /** Whether a block is open. */
    boolean isOpen() {
        return inGraph;
    }

    /** Reports a block that was never closed. */
    void end() {
        if (inGraph) {
            cutter.refuse(graphOpened, "The { of this graph is not closed: } is missing");
        }
    }

    /** Passes the opening or the end of a block, if one stands here. */
    boolean passEdge() {
        var begun = cutter.peek();
        if (inGraph && cutter.peek().is(Kind.CLOSE_GRAPH)) {
            cutter.pass();
            inGraph = false;
            return true;
        }
        int keyword = cutter.peek().is(Kind.WORD) && cutter.text(cutter.peek()).equalsIgnoreCase("graph") ? 1 : 0;
        int label = cutter.peek(keyword).is(Kind.OPEN_GRAPH) ? 0 : anonymous(keyword) ? 2 : 1;
        if (!allowed || inGraph || !cutter.peek(keyword + label).is(Kind.OPEN_GRAPH)) {
            return false;
        }
        if (label > 0 && !graphSeen) {
            graphSeen = true;
            findings.warn(begun.line(), IGNORED.formatted(cutter.shown(cutter.peek(keyword))));
        }
        graphName(keyword, label);
        inGraph = true;
        graphOpened = begun;
        return true;
    }

    private void graphName(int keyword, int label) {
        var name = cutter.peek(keyword);
        if (label == 1 && !name.is(Kind.IRI) && !name.is(Kind.NAME) && !name.is(Kind.BLANK)) {
            cutter.refuse(name, "A graph is named by an IRI or a blank node, not by %s".formatted(cutter.shown(name)));
        }
        for (int i = 0; i <= keyword + label; i++) {
            cutter.pass();
        }
    }

    private boolean anonymous(int at) {
        return cutter.peek(at).is(Kind.OPEN_BRACKET) && cutter.peek(at + 1).is(Kind.CLOSE_BRACKET);
    }
}
