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
import org.pairgraph.server.StoreQueries;
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
        this.queries = StoreQueries.of(store, limits);
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
    public <T> T query(Query query, OptionalInt revision, Function<Answer, T> reading) {
        var text = query.serialize();
        var asked = queries.parse(text);
        int number = revision.orElseGet(() -> store.history().head());
        return queries.run(
                text,
                CLIENT,
                run -> store.readAt(number, (dataset, history) -> {
                    try (var execution = run.execution(store, dataset, history, asked)) {
                        return reading.apply(new StoreAnswer(run, execution));
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
