package org.pairgraph.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.pairgraph.server.Release;
import org.pairgraph.sparql.GuardedQueries;
import org.pairgraph.sparql.QueryLimits;
import org.pairgraph.store.PairStore;

/** The graph, read from a store that this process holds. */
final class StoreAccess implements GraphAccess {
    private static final String CLIENT = "pairgraph";

    private final PairStore store;
    private final GuardedQueries queries;

    private StoreAccess(PairStore store, QueryLimits limits) {
        this.store = store;
        this.queries = new GuardedQueries(limits);
    }

    static StoreAccess open(Path folder, Path home, QueryLimits limits, Consumer<String> progress) {
        var store = PairStore.open(folder);
        try {
            Release.into(store, home, true, progress);
            return new StoreAccess(store, limits);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public <T> T query(Query query, OptionalInt revision, Function<QueryExec, T> reading) {
        int head = store.history().head();
        return queries.run(
                query.serialize(),
                CLIENT,
                run -> store.readAt(revision.orElse(head), (dataset, history) -> {
                    var asked = queries.required(query);
                    try (var execution = run.execution(dataset, asked)) {
                        if (history.head() == head) {
                            store.hideSuperseded(asked.graphs(), history, execution.getContext());
                        }
                        var answer = reading.apply(execution);
                        run.requireWhole();
                        return answer;
                    }
                }));
    }

    /** What the program asks itself is as long as the store is, and needs no guard. */
    @Override
    public Graph construct(Query query) {
        return store.read((dataset, history) -> {
            try (var execution = QueryExec.dataset(dataset).query(query).build()) {
                return execution.construct(GraphFactory.createGraphMem());
            }
        });
    }

    @Override
    public void close() {
        queries.close();
        store.close();
    }
}
