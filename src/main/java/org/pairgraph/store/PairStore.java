package org.pairgraph.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.History.Change;
import org.pairgraph.store.History.Revision;
import org.pairgraph.store.History.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dataset on disk. Its default graph is the union of the current versions of all sources and of the derived
 * triples; each version is a named graph, and so are the ledger and the derived triples.
 *
 * <p>Safe for use by many threads: readers each see one revision from begin to end and never wait; writers take turns.
 * One process at a time opens a folder.
 */
public final class PairStore implements AutoCloseable {

    /** New content for a source, to become its next version: its literals are taken as the store gives them back. */
    public record Update(SourceName source, List<String> fileDigests, Graph content) {
        public Update {
            fileDigests = List.copyOf(fileDigests);
            content = Content.asStored(content);
        }
    }

    /**
     * A revision that was made.
     *
     * @param history with this revision
     * @param delta what it did to the default graph, derived triples included; none when it did too much to be kept
     */
    public record Commit(Revision revision, History history, Optional<Delta> delta) {}

    /**
     * The indexes of a new store; one that is there keeps its own. Of TDB2's six for named graphs these four answer what
     * is asked of versions: what a graph says, who has a value in it, and which graphs speak of a thing as subject or as
     * object.
     */
    private static final StoreParams LAYOUT = StoreParams.builder("pairgraph")
            .quadIndexes(new String[] {"GSPO", "GPOS", "SPOG", "OSPG"})
            .build();

    private static final Logger LOG = LoggerFactory.getLogger(PairStore.class);

    private final StoreFolder folder;
    private final Clock clock;
    private final DatasetGraph dataset;
    private final Succession succession;
    private final FormerRevisions formerRevisions = new FormerRevisions();
    private final ReentrantLock writing = new ReentrantLock();
    private final List<Consumer<Commit>> listeners = new CopyOnWriteArrayList<>();
    private boolean mustReopen;
    private volatile History latest = new History(List.of());

    private PairStore(StoreFolder folder, Clock clock, DatasetGraph dataset) {
        this.folder = folder;
        this.clock = clock;
        this.dataset = dataset;
        this.succession = new Succession(dataset);
    }

    /**
     * Opens the store in a folder, or makes an empty one.
     *
     * @throws StoreException if another process holds it, a newer program wrote it, the folder is no store, or it
     *     cannot be written
     */
    public static PairStore open(Path path) {
        var folder = StoreFolder.open(path);
        try {
            if (!folder.isFilled()) {
                folder.clear();
            }
            return new PairStore(folder, Clock.systemUTC(), connect(folder));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** What identifies this store for good, through backup and restore. */
    public UUID id() {
        return folder.id();
    }

    /** The folder that the store is in. */
    public Path path() {
        return folder.path();
    }

    /**
     * Lends the dataset and its history for one read transaction. What comes back must be the caller's own, never a live
     * Jena object: the dataset is closed to the caller when this returns.
     */
    public <T> T read(BiFunction<DatasetGraph, History, T> reading) {
        return Txn.calculateRead(dataset, () -> reading.apply(dataset, historyWithin()));
    }

    /**
     * Lends the dataset as it was at a revision, read-only. It is put together in memory when it is first asked for, and
     * two of them are kept.
     *
     * @throws UnknownRevision if there is no such revision
     * @throws RevisionNotAtHand if it is too large to put together, or another one is being put together
     */
    public <T> T readAt(int revision, BiFunction<DatasetGraph, History, T> reading) {
        return read((live, history) -> {
            if (revision == history.head()) {
                return reading.apply(live, history);
            }
            return reading.apply(formerRevisions.at(revision, live, history), history.upTo(revision));
        });
    }

    /** The history as of now. */
    public History history() {
        return read((lent, history) -> history);
    }

    /**
     * The dataset itself, for an engine that brings its own transactions. It must only be read.
     *
     * @see #hideSuperseded
     */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** The history as the running read transaction on {@link #dataset()} of this thread sees it. */
    public History historyWithin() {
        var ledger = new Ledger(dataset.getGraph(GraphName.LEDGER.node()));
        var known = latest;
        int head = ledger.head();
        if (head <= known.head()) {
            return known.upTo(head);
        }
        var read = ledger.history();
        latest = read;
        return read;
    }

    /** The revision of a dataset that {@link #read} or {@link #readAt} lent, or of {@link #dataset()}, in a transaction. */
    public static int revisionOf(DatasetGraph lent) {
        return new Ledger(lent.getGraph(GraphName.LEDGER.node())).head();
    }

    /**
     * Keeps {@code GRAPH ?g} of one query from ranging over superseded versions. A superseded version that the query
     * names is read all the same.
     *
     * @param context of the query's execution, set up for {@link #dataset()}; it is changed
     */
    public void hideSuperseded(Query query, History history, Context context) {
        TupleFilter.hide(history.hiddenGraphs(), query, dataset, context);
    }

    /**
     * Tells of each revision that this process makes, in their order, in the thread that made it, before another can be
     * made. A listener that throws does not undo the revision.
     */
    public void onCommit(Consumer<Commit> listener) {
        listeners.add(listener);
    }

    /**
     * Runs something while no other thread can change the store. Readers go on. What it runs may itself commit and
     * withdraw.
     */
    public <T> T exclusively(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Makes each update the current version of its source, in one transaction and as one revision. Content that is
     * current already changes nothing; content that an earlier version had shares that version's graph. Nothing is
     * changed when this throws.
     *
     * @param action why; an empty store makes it a first load whatever is said here
     * @param actor who asked for it
     * @return the revision; none when every content is current already
     * @throws StoreException if the disk is full or cannot be written
     */
    public Optional<Revision> commit(Action action, String actor, List<Update> updates) {
        long triples =
                updates.stream().mapToLong(update -> update.content().size()).sum();
        return change(triples, (history, union) -> {
            var changes = new ArrayList<Change>();
            updates.forEach(update -> succession.bring(update, history, union).ifPresent(changes::add));
            return revision(history, history.head() == 0 ? Action.FIRST_LOAD : action, actor, changes);
        });
    }

    /**
     * Takes a version back, so that the newest remaining one of its source is current; when it was not current, no triple
     * changes. Nothing is changed when this throws.
     *
     * @throws IllegalArgumentException if the version is withdrawn already
     * @throws StoreException if the disk is full or cannot be written
     */
    public Revision withdraw(String actor, Version version) {
        return change(version.triples(), (history, union) -> {
                    if (history.withdrawn().contains(version)) {
                        throw new IllegalArgumentException(
                                "Version %d of %s is withdrawn already".formatted(version.number(), version.source()));
                    }
                    var change = succession.withdraw(version, history, union);
                    return revision(history, Action.WITHDRAW, actor, List.of(change));
                })
                .orElseThrow();
    }

    /** What {@link #commit} would do with one update, within a read transaction. */
    public Preview preview(Update update, History history) {
        return succession.preview(update, history);
    }

    /** What {@link #withdraw} would do, within a read transaction. */
    public Preview previewWithdrawal(Version version, History history) {
        return succession.previewWithdrawal(version, history);
    }

    /** The triples of a version, within a transaction. */
    public Graph content(Version version) {
        return succession.content(version);
    }

    /**
     * How often the default graph has each value of a property, within a read transaction. Linear in its triples with
     * this property, whose subjects are not looked at.
     */
    public Map<Node, Long> countValues(Node property) {
        return Values.count(dataset, property);
    }

    /**
     * Looks for anything in the store that does not follow from the versions and the ledger.
     *
     * @return what is wrong, a line each; none when all is well
     */
    public List<String> verify() {
        return read((lent, history) -> new Verification(lent, history).findings());
    }

    @Override
    public void close() {
        TDBInternal.expel(dataset);
        folder.close();
    }

    /** One write transaction, from its history and its default graph to its revision; none leaves all as it was. */
    private Optional<Revision> change(long triples, BiFunction<History, UnionGraph, Optional<Revision>> work) {
        return exclusively(() -> {
            folder.requireRoomFor(triples);
            if (mustReopen) {
                throw new StoreException(
                        "An earlier change of the store in %s broke off: make room on its disk and start pairgraph again, until then it can only be read"
                                .formatted(folder.path()));
            }
            return write(() -> Txn.calculateWrite(dataset, () -> write(triples, work)))
                    .map(this::committed);
        });
    }

    /**
     * When writing fails, nothing has changed on disk, but TDB2 goes on from what it meant to have written: another change
     * would damage the store.
     */
    private Optional<Commit> write(Supplier<Optional<Commit>> transaction) {
        try {
            return transaction.get();
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException | InternalError e) {
            mustReopen = true;
            throw StoreFolder.cannotGoOn(folder.path(), e);
        }
    }

    private Optional<Commit> write(long triples, BiFunction<History, UnionGraph, Optional<Revision>> work) {
        var history = historyWithin();
        var union = new UnionGraph(dataset.getDefaultGraph(), triples);
        var revision = work.apply(history, union);
        revision.ifPresent(made -> {
            succession.followDerived(union);
            new Ledger(dataset.getGraph(GraphName.LEDGER.node())).append(made);
        });
        return revision.map(made -> new Commit(made, history.with(made), union.delta()));
    }

    private Revision committed(Commit commit) {
        latest = commit.history();
        folder.markFilled();
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

    private Optional<Revision> revision(History history, Action action, String actor, List<Change> changes) {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        var sorted = changes.stream()
                .sorted(Comparator.comparing(change -> change.version().source()))
                .toList();
        return Optional.of(
                new Revision(history.head() + 1, clock.instant(), action, actor, ToolVersion.text(), sorted));
    }

    private static DatasetGraph connect(StoreFolder folder) {
        try {
            return DatabaseMgr.connectDatasetGraph(Location.create(folder.tdb2()), LAYOUT);
        } catch (RuntimeException | InternalError e) {
            throw StoreFolder.cannotWrite(folder.path(), e);
        }
    }
}
