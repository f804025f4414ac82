package org.pairgraph.api;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.pairgraph.network.PairingNetwork;
import org.pairgraph.search.PartyIndex;
import org.pairgraph.sparql.PartySearch;
import org.pairgraph.store.Delta;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.RevisionNotAtHand;
import org.pairgraph.store.Statements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The network and the names of a store in memory: those of the newest revision, which follow each commit, and those of
 * one former revision that was asked for. Safe for use by many threads: readers take one revision whole and never wait,
 * but for a former one that is made for them.
 */
public final class Indexes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final PairStore store;
    private final CompletableFuture<Void> built = new CompletableFuture<>();
    private final ReentrantLock making = new ReentrantLock();
    private @Nullable Thread builder;

    /** The commits that were made while all was read for the first time; for who has the store to himself. */
    private final Queue<PairStore.Commit> missed = new ArrayDeque<>();

    private volatile @Nullable Snapshot current;
    private volatile @Nullable Snapshot former;

    /** Nothing is in memory before {@link #build}. */
    public Indexes(PairStore store) {
        this.store = store;
    }

    /** Begins to read the store into memory, in a thread of its own, and follows it from then on. Once only. */
    public void build() {
        store.beforeCommit(this::prepare);
        store.onCommit(this::follow);
        builder = Thread.ofPlatform().name("indexes").start(() -> {
            try {
                begin();
                built.complete(null);
            } catch (RuntimeException | Error e) {
                LOG.error("The network cannot be read into memory: walks and the search do not answer", e);
                built.completeExceptionally(e);
            }
        });
    }

    /** Waits until what {@link #build} began is done. */
    public void await() {
        built.join();
    }

    /** Waits for the thread that reads the store, so that the store can be closed. */
    @Override
    public void close() {
        if (builder != null) {
            built.exceptionally(failure -> null).join();
        }
    }

    /** What is in memory of the newest revision; none before it is read. */
    Optional<Snapshot> find() {
        return Optional.ofNullable(current);
    }

    /**
     * A former revision. It is read into memory when it is first asked for, and one is kept.
     *
     * @return none when another one is being read
     * @throws org.pairgraph.store.UnknownRevision if there is no such revision
     * @throws org.pairgraph.store.RevisionNotAtHand if the store cannot put it together
     */
    Optional<Snapshot> findFormer(int revision) {
        var kept = former;
        if (kept != null && kept.revision() == revision) {
            return Optional.of(kept);
        }
        return alone(() -> {
            former = null;
            var made = store.readAt(revision, (dataset, history) -> {
                var graph = dataset.getDefaultGraph();
                var network = PairingNetwork.of(graph, revision);
                return Snapshot.of(
                        graph, network, new FormerParties(store, network), Naming.groups(graph), Points.of(graph));
            });
            former = made;
            return made;
        });
    }

    /** The search of names, for queries. */
    public PartySearch search() {
        return new PartyMatching(this::parties);
    }

    /**
     * The same in a store that a process opens for a query or two: the names of a revision, also those of the newest, are
     * read when they are first searched for, and no commit is followed.
     */
    public static PartySearch searchOnDemand(PairStore store) {
        return new PartyMatching(new Indexes(store)::readParties);
    }

    /**
     * The names of a revision that there is. A moment may pass between a commit and its names, so that this waits a
     * little for the newest ones.
     *
     * @throws RevisionNotAtHand if they are not in memory, and cannot be put there now
     */
    private PartyIndex parties(int revision) {
        var newest = awaited(revision);
        return newest.revision() == revision ? newest.parties().get() : readParties(revision);
    }

    private PartyIndex readParties(int revision) {
        return findFormer(revision)
                .orElseThrow(() -> new RevisionNotAtHand(
                        "Another former revision is being read into memory: try again in a moment", SOON))
                .parties()
                .get();
    }

    private Snapshot awaited(int revision) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var now = find();
            if (now.isPresent() && now.get().revision() >= revision) {
                return now.get();
            }
            if (System.nanoTime() > until) {
                throw new RevisionNotAtHand(
                        "The names of revision %d are still being read into memory: try again in a moment"
                                .formatted(revision),
                        SOON);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private <T> Optional<T> alone(Supplier<T> work) {
        if (!making.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            making.unlock();
        }
    }

    /** Nobody who changes the store waits for the reading of all, only for what came in between. */
    private void begin() {
        var first = read(Indexes::all);
        store.exclusively(() -> {
            current = first;
            missed.forEach(this::follow);
            missed.clear();
            return current;
        });
    }

    private Snapshot read(Function<Revised, Snapshot> reading) {
        return store.read((dataset, history) -> reading.apply(new Revised(Statements.of(dataset), history.head())));
    }

    private record Revised(Statements statements, int revision) {
        Graph graph() {
            return statements.graph();
        }
    }

    private static Snapshot all(Revised revised) {
        var network = PairingNetwork.of(revised.statements(), revised.revision());
        var naming = new Naming(revised.graph(), Map.of());
        var parties = PartyIndex.of(revised.statements(), revised.revision(), naming.supplement(network));
        return Snapshot.of(revised.graph(), network, () -> parties, naming.groups(), Points.of(revised.graph()));
    }

    /** Told of a revision while it is being written. */
    private Runnable prepare(PairStore.Coming coming) {
        var before = current;
        if (before == null || before.revision() != coming.revision() - 1) {
            return () -> {};
        }
        var next = following(before, coming.delta(), coming.after(), coming.revision());
        return () -> current = next;
    }

    /** Told of each commit before the next can be made. Of one that changed very much, all is read again. */
    private void follow(PairStore.Commit commit) {
        var before = current;
        int revision = commit.revision().number();
        if (before == null) {
            missed.add(commit);
            return;
        }
        if (revision <= before.revision()) {
            return;
        }
        current = commit.delta()
                .map(delta -> read(
                        revised -> following(before, delta, PairStore.remembering(revised.graph(), delta), revision)))
                .orElseGet(() -> read(Indexes::all));
    }

    private static Snapshot following(Snapshot before, Delta delta, Graph graph, int revision) {
        var network = before.network().following(delta, graph, revision);
        var naming = new Naming(graph, before.groups());
        var change = new PartyIndex.Change(delta, network.regradedSince(before.network(), delta));
        var parties = before.parties().get().following(graph, revision, change, naming.supplement(network));
        var points = before.points().after(delta, graph);
        return Snapshot.of(graph, network, () -> parties, naming.groups(), points);
    }
}
