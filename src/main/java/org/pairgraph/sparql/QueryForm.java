package org.pairgraph.sparql;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Query;

/**
 * What must be known of a query before it is run.
 *
 * @param graphs that it names with {@code FROM} and {@code FROM NAMED}
 * @param repeatable whether its answer is the same each time at one revision
 */
record QueryForm(Kind kind, List<String> graphs, boolean repeatable) {

    /** That of whatever asks for a graph. */
    static final QueryForm OF_A_GRAPH = new QueryForm(Kind.GRAPH, List.of(), true);

    /** What the answer is. */
    enum Kind {
        ROWS,
        BOOLEAN,
        GRAPH
    }

    /** @param text that the query was read from */
    static QueryForm of(Query query, String text) {
        var graphs = Stream.concat(query.getGraphURIs().stream(), query.getNamedGraphURIs().stream())
                .toList();
        return new QueryForm(kind(query), graphs, Repeatable.is(query, text));
    }

    private static Kind kind(Query query) {
        if (query.isSelectType()) {
            return Kind.ROWS;
        }
        return query.isAskType() ? Kind.BOOLEAN : Kind.GRAPH;
    }
}
