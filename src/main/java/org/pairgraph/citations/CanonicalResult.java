package org.pairgraph.citations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * The result of a query as lines that do not depend on how it was computed: of a SELECT its variables, then a line for
 * each row, with a tab between the terms in N-Triples and nothing for one that is unbound; of an ASK {@code true} or
 * {@code false}; of a graph its triples in N-Triples. Lines are sorted by code point unless the query puts its rows in
 * an order that leaves none equal.
 *
 * @param rows rows or triples
 * @param ordered whether the lines stand in the order of the query
 */
public record CanonicalResult(Kind kind, List<String> lines, int rows, boolean ordered) {
    /** More than this is taken away as a file, not cited. */
    public static final int ROWS_AT_MOST = 100_000;

    /** What a result is. */
    public enum Kind {
        ROWS,
        BOOLEAN,
        GRAPH
    }

    public CanonicalResult {
        lines = List.copyOf(lines);
    }

    /** SHA-256 of the lines, each ended by a line feed, in UTF-8; hex. */
    public String digest() {
        return Sha256.of(lines);
    }

    public static CanonicalResult of(boolean answer) {
        return new CanonicalResult(Kind.BOOLEAN, List.of(String.valueOf(answer)), 1, true);
    }

    /** @throws NotCitable if it is too large, or has blank nodes, whose names are others each time */
    public static CanonicalResult of(Graph graph) {
        if (graph.size() > ROWS_AT_MOST) {
            throw tooLarge();
        }
        var lines = graph.stream()
                .map(triple -> term(triple.getSubject()) + " " + term(triple.getPredicate()) + " "
                        + term(triple.getObject()) + " .")
                .sorted()
                .toList();
        return new CanonicalResult(Kind.GRAPH, lines, lines.size(), false);
    }

    /** @throws NotCitable if there are too many rows, or a row has a blank node */
    public static CanonicalResult of(Query query, RowSet rows) {
        var found = new ArrayList<Binding>();
        while (rows.hasNext()) {
            if (found.size() == ROWS_AT_MOST) {
                throw tooLarge();
            }
            found.add(rows.next());
        }
        boolean ordered = RowOrder.isTotal(query, found);
        var lines = found.stream().map(row -> line(row, rows.getResultVars())).collect(Collectors.toList());
        if (!ordered) {
            Collections.sort(lines);
        }
        lines.addFirst(rows.getResultVars().stream().map(Var::toString).collect(Collectors.joining("\t")));
        return new CanonicalResult(Kind.ROWS, lines, found.size(), ordered);
    }

    private static String line(Binding row, List<Var> variables) {
        return variables.stream()
                .map(variable -> row.contains(variable) ? term(row.get(variable)) : "")
                .collect(Collectors.joining("\t"));
    }

    private static String term(Node node) {
        if (node.isBlank()) {
            throw new NotCitable("The result has blank nodes, whose names are others each time: leave them out");
        }
        return NodeFmtLib.strNT(node);
    }

    private static NotCitable tooLarge() {
        return new NotCitable("The result has more than %d rows: cite a part of it, or a dump of the revision"
                .formatted(ROWS_AT_MOST));
    }
}
