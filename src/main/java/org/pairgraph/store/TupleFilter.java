package org.pairgraph.store;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Keeps quads of some graphs out of a query, beneath TDB2's joins, where it costs one look-up in a set a quad. What does
 * not come from quads, property paths and the names of graphs, is held against the same graphs by {@link #visible}.
 */
final class TupleFilter {
    private static final Symbol HIDDEN = Symbol.create("https://w3id.org/pairgraph/hidden-graphs");

    private TupleFilter() {}

    /** @param read what the query reads beside the default graph */
    static void hide(Set<GraphName> graphs, Set<Node> read, DatasetGraph dataset, Context context) {
        if (graphs.isEmpty() || read.isEmpty()) {
            return;
        }
        var hidden = graphs.stream()
                .map(GraphName::node)
                .filter(graph -> !read.contains(graph))
                .collect(Collectors.toUnmodifiableSet());
        if (hidden.isEmpty()) {
            return;
        }
        var ids = hidden.stream()
                .map(node -> TDBInternal.getNodeId(dataset, node))
                .collect(Collectors.toSet());
        Predicate<Tuple<NodeId>> visible = tuple -> tuple.len() < 4 || !ids.contains(tuple.get(0));
        context.set(SystemTDB.symTupleFilter, visible);
        context.set(HIDDEN, hidden);
    }

    /** The rows in which a variable is no hidden graph. */
    static QueryIterator visible(QueryIterator rows, Node graph, ExecutionContext execution) {
        Set<Node> hidden = execution.getContext().get(HIDDEN);
        if (hidden == null || !Var.isVar(graph)) {
            return rows;
        }
        var variable = Var.alloc(graph);
        return new QueryIterProcessBinding(rows, execution) {
            @Override
            public Binding accept(Binding row) {
                return hidden.contains(row.get(variable)) ? null : row;
            }
        };
    }
}
