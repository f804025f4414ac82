package org.pairgraph.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.pairgraph.store.PairStore.Coming;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What listeners make ready while a revision is being written: in a thread of its own, which reads the revision before.
 * Used by the one who writes, for one revision at a time.
 */
final class Preparing {
    private static final Logger LOG = LoggerFactory.getLogger(Preparing.class);

    private final DatasetGraph dataset;
    private final List<Function<Coming, Runnable>> listeners = new CopyOnWriteArrayList<>();
    private CompletableFuture<List<Runnable>> prepared = CompletableFuture.completedFuture(List.of());

    Preparing(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    void add(Function<Coming, Runnable> listener) {
        listeners.add(listener);
    }

    /** Begins to tell of a revision. When this returns, the thread that does so reads what was before it. */
    void begin(int revision, Delta delta) {
        if (listeners.isEmpty()) {
            return;
        }
        var reading = new CompletableFuture<Void>();
        prepared = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return Txn.calculateRead(dataset, () -> {
                            reading.complete(null);
                            return tell(revision, delta);
                        });
                    } finally {
                        reading.complete(null);
                    }
                },
                work -> Thread.ofPlatform().name("preparing").start(work));
        reading.join();
    }

    /** Does what the listeners gave back, now that the revision is made. */
    void putInPlace() {
        try {
            prepared.join().forEach(Runnable::run);
        } catch (CompletionException e) {
            LOG.error("What follows the next revision could not be made ready beside it", e.getCause());
        }
    }

    /** Forgets the revision, made or not. When this returns, nobody reads for it any longer. */
    void end() {
        prepared.exceptionally(failure -> List.of()).join();
        prepared = CompletableFuture.completedFuture(List.of());
    }

    private List<Runnable> tell(int revision, Delta delta) {
        var after = new RememberedGraph(new ChangedGraph(dataset.getDefaultGraph(), delta), delta);
        var all = new ArrayList<Runnable>();
        listeners.forEach(listener -> all.add(listener.apply(new Coming(revision, delta, after))));
        return all;
    }
}
