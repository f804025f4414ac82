package org.pairgraph.sparql;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;

/** What rows and terms take in memory, in bytes, as if none shared its terms with another. */
final class RowSize {
    /** A place in a list or a set. */
    static final long ENTRY = 48;

    private static final long ROW = 48;
    private static final long VALUE = 24;
    private static final long TERM = 72;
    private static final long LITERAL = 136;

    private RowSize() {}

    static long of(Binding row) {
        long bytes = ENTRY + ROW;
        for (var variables = row.vars(); variables.hasNext(); ) {
            bytes += VALUE + of(row.get(variables.next()));
        }
        return bytes;
    }

    static long of(Triple triple) {
        return 2 * ENTRY + of(triple.getSubject()) + of(triple.getPredicate()) + of(triple.getObject());
    }

    static long of(Node term) {
        if (term.isLiteral()) {
            return LITERAL + 2L * term.getLiteralLexicalForm().length();
        }
        return term.isURI() ? TERM + term.getURI().length() : TERM;
    }
}
