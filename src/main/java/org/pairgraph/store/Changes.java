package org.pairgraph.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.History.Change;
import org.pairgraph.store.History.Revision;
import org.pairgraph.store.History.Version;
import org.pairgraph.store.PairStore.Coming;
import org.pairgraph.store.PairStore.Commit;
import org.pairgraph.store.PairStore.Foreseen;
import org.pairgraph.store.PairStore.Update;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes the store, one change after the other, each in one transaction that makes one revision or none. */
final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final StoreFolder folder;
    private final Clock clock;
    private final DatasetFiles files;
    private final DatasetGraph dataset;
    private final KnownHistory history;
    private final Succession succession;
    private final Preparing preparing;
    private final ReentrantLock writing = new ReentrantLock();
    private final List<Consumer<Commit>> listeners = new CopyOnWriteArrayList<>();
    private boolean brokeOff;

    Changes(StoreFolder folder, Clock clock, DatasetFiles files, KnownHistory history, Succession succession) {
        this.folder = folder;
        this.clock = clock;
        this.files = files;
        this.dataset = files.dataset();
        this.history = history;
        this.succession = succession;
        this.preparing = new Preparing(dataset);
    }

    void beforeCommit(Function<Coming, Runnable> listener) {
        preparing.add(listener);
    }

    void onCommit(Consumer<Commit> listener) {
        listeners.add(listener);
    }

    <T> T exclusively(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    /** Makes each update the current version of its source; none when every content is current already. */
    Optional<Revision> bring(Action action, String actor, List<Update> updates, Optional<Foreseen> foreseen) {
        return exclusively(() -> {
            var due = due(updates);
            return due.isEmpty() ? Optional.empty() : bringDue(action, actor, due, foreseen);
        });
    }

    /** Those that would change something: the others need no room on the disk. */
    private List<Update> due(List<Update> updates) {
        return Txn.calculateRead(dataset, () -> {
            var now = history.within();
            return updates.stream()
                    .filter(update -> !succession.isCurrent(update, now))
                    .toList();
        });
    }

    private Optional<Revision> bringDue(
            Action action, String actor, List<Update> updates, Optional<Foreseen> foreseen) {
        long triples =
                updates.stream().mapToLong(update -> update.content().size()).sum();
        return change(triples, foreseen, (before, union) -> {
            var changes = new ArrayList<Change>();
            updates.forEach(update -> succession.bring(update, before, union).ifPresent(changes::add));
            return revision(before, before.head() == 0 ? Action.FIRST_LOAD : action, actor, changes);
        });
    }

    /** Takes a version back. */
    Revision withdraw(String actor, Version version) {
        return change(version.triples(), Optional.empty(), (before, union) -> {
                    if (before.withdrawn().contains(version)) {
                        throw new IllegalArgumentException(
                                "Version %d of %s is withdrawn already".formatted(version.number(), version.source()));
                    }
                    var change = succession.withdraw(version, before, union);
                    return revision(before, Action.WITHDRAW, actor, List.of(change));
                })
                .orElseThrow();
    }

    /** One write transaction, from its history and its default graph to its revision; none leaves all as it was. */
    private Optional<Revision> change(
            long triples, Optional<Foreseen> foreseen, BiFunction<History, UnionGraph, Optional<Revision>> work) {
        return exclusively(() -> {
            folder.requireRoomFor(triples);
            if (brokeOff) {
                recover();
            }
            try {
                return write(() -> Txn.calculateWrite(dataset, () -> write(triples, foreseen, work)))
                        .map(this::committed);
            } finally {
                preparing.end();
            }
        });
    }

    /**
     * When writing fails, nothing has changed on disk, but TDB2 goes on from what it meant to have written: before another
     * change it has to forget that.
     */
    private Optional<Commit> write(Supplier<Optional<Commit>> transaction) {
        try {
            return transaction.get();
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException | InternalError e) {
            brokeOff = true;
            throw StoreFolder.brokeOff(folder.path(), e);
        }
    }

    private Optional<Commit> write(
            long triples, Optional<Foreseen> foreseen, BiFunction<History, UnionGraph, Optional<Revision>> work) {
        var before = history.within();
        var known = foreseen.filter(preview -> preview.revision() == before.head());
        var expected = known.flatMap(Foreseen::delta);
        expected.ifPresent(delta -> preparing.begin(before.head() + 1, delta));
        var graph = dataset.getDefaultGraph();
        var union = expected.isPresent() ? UnionGraph.unrecorded(graph) : new UnionGraph(graph, triples);
        return work.apply(before, union).map(made -> {
            succession.followDerived(union, known.map(Foreseen::derived));
            var recorded = union.delta();
            recorded.ifPresent(delta -> preparing.begin(made.number(), delta));
            new Ledger(dataset.getGraph(GraphName.LEDGER.node())).append(made);
            return new Commit(made, before.with(made), expected.or(() -> recorded));
        });
    }

    /** Opens the files again after a write that broke off. If it had come as far as the journal, its revision is there. */
    private void recover() {
        try {
            if (!files.reopen()) {
                throw new StoreException(
                        "An earlier change of the store in %s broke off, and it can only be opened again while nobody reads it: try again in a moment"
                                .formatted(folder.path()));
            }
        } catch (RuntimeException | InternalError e) {
            throw e instanceof StoreException refused ? refused : StoreFolder.cannotReopen(folder.path(), e);
        }
        brokeOff = false;
        LOG.info("The store in {} was opened again after a change that broke off", folder.path());
        int known = history.latest().head();
        var now = Txn.calculateRead(dataset, history::within);
        if (now.head() > known) {
            committed(new Commit(now.revisions().getLast(), now, Optional.empty()));
        }
    }

    private Revision committed(Commit commit) {
        history.made(commit.history());
        folder.markFilled();
        preparing.putInPlace();
        for (var listener : listeners) {
            try {
                listener.accept(commit);
            } catch (RuntimeException e) {
                LOG.error(
                        "Revision {} is made, and who was told of it failed",
                        commit.revision().number(),
                        e);
            }
        }
        return commit.revision();
    }

    private Optional<Revision> revision(History before, Action action, String actor, List<Change> changes) {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        var sorted = changes.stream()
                .sorted(Comparator.comparing(change -> change.version().source()))
                .toList();
        return Optional.of(new Revision(before.head() + 1, clock.instant(), action, actor, ToolVersion.text(), sorted));
    }
}
