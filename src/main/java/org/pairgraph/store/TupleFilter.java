package org.pairgraph.store;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.apache.jena.sparql.expr.ExprVisitorBase;
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

    static void hide(Set<GraphName> graphs, Query query, DatasetGraph dataset, Context context) {
        var hidden = graphs.stream().map(GraphName::node).collect(Collectors.toCollection(HashSet::new));
        hidden.removeAll(namedIn(query));
        if (hidden.isEmpty()) {
            return;
        }
        var ids = hidden.stream()
                .map(node -> TDBInternal.getNodeId(dataset, node))
                .collect(Collectors.toSet());
        Predicate<Tuple<NodeId>> visible = tuple -> tuple.len() < 4 || !ids.contains(tuple.get(0));
        context.set(SystemTDB.symTupleFilter, visible);
        context.set(HIDDEN, Set.copyOf(hidden));
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

    private static Set<Node> namedIn(Query query) {
        var named = new HashSet<Node>();
        query.getGraphURIs().forEach(iri -> named.add(NodeFactory.createURI(iri)));
        query.getNamedGraphURIs().forEach(iri -> named.add(NodeFactory.createURI(iri)));
        Walker.walk(
                Algebra.compile(query),
                new OpVisitorBase() {
                    @Override
                    public void visit(OpGraph op) {
                        named.add(op.getNode());
                    }
                },
                new ExprVisitorBase());
        return named;
    }
}
