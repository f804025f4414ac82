package org.pairgraph.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.pairgraph.server.Release;
import org.pairgraph.store.PairStore;

/** The graph, read from a store that this process holds. */
final class StoreAccess implements GraphAccess {
    private final PairStore store;

    private StoreAccess(PairStore store) {
        this.store = store;
    }

    static StoreAccess open(Path folder, Path home, Consumer<String> progress) {
        var store = PairStore.open(folder);
        try {
            Release.into(store, home, true, progress);
            return new StoreAccess(store);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public <T> T query(Query query, OptionalInt revision, Function<QueryExec, T> reading) {
        int head = store.history().head();
        return store.readAt(revision.orElse(head), (dataset, history) -> {
            try (var execution = QueryExec.dataset(dataset).query(query).build()) {
                if (history.head() == head) {
                    store.hideSuperseded(query, history, execution.getContext());
                }
                return reading.apply(execution);
            }
        });
    }

    @Override
    public void close() {
        store.close();
    }
}
