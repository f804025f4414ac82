package org.pairgraph.sparql;

import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.expr.ExprTransform;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.pairgraph.store.History;
import org.pairgraph.store.OperatorInterceptor;
import org.pairgraph.store.PairStore;

/** One query that has its place, while it is worked for. For one thread. */
public final class GuardedRun {
    private final RunningQuery query;
    private final HeldMemory memory;
    private final QueryLimits limits;
    private final FunctionRegistry functions;
    private final PropertyFunctionRegistry properties;
    private final Optional<HttpClient> http;

    GuardedRun(
            RunningQuery query,
            HeldMemory memory,
            QueryLimits limits,
            FunctionRegistry functions,
            PropertyFunctionRegistry properties,
            Optional<HttpClient> http) {
        this.http = http;
        this.functions = functions;
        this.properties = properties;
        this.query = query;
        this.memory = memory;
        this.limits = limits;
    }

    /** The entry in the register. */
    public RunningQuery query() {
        return query;
    }

    /**
     * Makes ready to execute, within a read transaction of this thread. FROM chooses among the dataset's graphs, and
     * nothing is fetched.
     */
    public QueryExec execution(DatasetGraph dataset, ParsedQuery parsed) {
        var query = parsed.query();
        if (!query.hasDatasetDescription()) {
            return guarded(dataset, query);
        }
        var undescribed = query.cloneQuery();
        undescribed.getGraphURIs().clear();
        undescribed.getNamedGraphURIs().clear();
        return guarded(DynamicDatasets.dynamicDataset(query.getDatasetDescription(), dataset, false), undescribed);
    }

    /**
     * The same on a dataset that a store has lent: superseded versions of the current one are hidden.
     *
     * @throws QueryRefusal if the query says to read a graph that the history does not have
     */
    public QueryExec execution(PairStore store, DatasetGraph lent, History history, ParsedQuery parsed) {
        var described = parsed.query();
        KnownGraphs.require(described.getGraphURIs(), history);
        KnownGraphs.require(described.getNamedGraphURIs(), history);
        var execution = execution(lent, parsed);
        if (lent == store.dataset()) {
            store.hideSuperseded(parsed.graphs(), history, execution.getContext());
        }
        return execution;
    }

    /**
     * The rows of a SELECT, as many as an answer may have.
     *
     * @param bytes that the answer has so far
     */
    public BoundedRows rows(QueryExec execution, LongSupplier bytes) {
        return new BoundedRows(execution.select(), query, row -> {}, limits.rows(), limits.bytes(), bytes);
    }

    /** The rows of a SELECT for who keeps them until the last has come: they are counted. */
    public BoundedRows keptRows(QueryExec execution, int most) {
        return new BoundedRows(
                execution.select(),
                query,
                row -> memory.take(RowSize.of(row)),
                Math.min(most, limits.rows()),
                limits.bytes(),
                () -> 0);
    }

    /** How many rows or triples an answer may have. */
    public int mostRows() {
        return limits.rows();
    }

    /** The graph of a CONSTRUCT or DESCRIBE, as large as an answer may be. */
    public BoundedGraph graph(QueryExec execution) {
        var graph = new BoundedGraph(query, memory, limits.rows(), limits.bytes());
        return execution.getQuery().isConstructType() ? graph.construct(execution) : described(graph, execution);
    }

    private BoundedGraph described(BoundedGraph graph, QueryExec execution) {
        var description = execution.getQuery();
        var about = execution.getDataset().getDefaultGraph();
        if (description.getQueryPattern() == null) {
            return graph.describe(description, about, Optional.empty());
        }
        try (var rows = guarded(execution.getDataset(), asRows(description))) {
            rows.getContext().putAll(execution.getContext());
            return graph.describe(description, about, Optional.of(rows));
        }
    }

    private static Query asRows(Query description) {
        var rows = description.cloneQuery();
        rows.setQuerySelectType();
        return rows;
    }

    private QueryExec guarded(DatasetGraph dataset, Query parsed) {
        var execution = QueryExec.dataset(dataset)
                .query(parsed)
                .set(ARQConstants.symCancelQuery, query.signal())
                .set(ARQConstants.registryFunctions, functions)
                .set(ARQConstants.registryPropertyFunctions, properties)
                .set(ARQConstants.sysOptimizerFactory, rewriting())
                .set(ARQ.optExprConstantFolding, false)
                .set(ARQ.httpServiceAllowed, http.isPresent())
                .build();
        http.ifPresent(
                shared -> execution.getContext().set(ARQ.httpQueryClient, new ServiceClient(shared, query, memory)));
        OperatorInterceptor.install(
                new BoundedOperators(query, memory, limits.textLength()), dataset, execution.getContext());
        return execution;
    }

    /**
     * ARQ's optimizer, after the expressions were made safe, so that it computes constants safely too; what comes of it
     * is watched.
     */
    private RewriteFactory rewriting() {
        var safe = new SafeExpressions(query, memory, limits.textLength());
        var watched = new WatchedExpressions(query);
        return context -> op -> {
            var constants = transformed(transformed(op, safe), new FoldedConstants());
            query.check();
            var optimized = Optimize.stdOptimizationFactory.create(context).rewrite(constants);
            query.check();
            return transformed(optimized, watched);
        };
    }

    private static Op transformed(Op op, ExprTransform expressions) {
        return Transformer.transform(new TransformCopy(), expressions, op);
    }
}
