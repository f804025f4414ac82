package org.pairgraph.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.History.Revision;
import org.pairgraph.store.History.Version;

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
     * What a preview of an update found out, so that the commit of the same update need not.
     *
     * @param revision that the preview was made at; at any other it is of no use
     * @param derived what the update does to the derived triples
     * @param delta what it does to the default graph, these included, where the preview could keep it
     */
    public record Foreseen(int revision, Delta derived, Optional<Delta> delta) {}

    /**
     * A revision that is being made.
     *
     * @param delta what it does to the default graph, derived triples included
     * @param after the default graph as it will be, readable while a listener is told, in the thread that tells it; what
     *     is said of one subject is read once
     */
    public record Coming(int revision, Delta delta, Graph after) {}

    /**
     * A revision that was made.
     *
     * @param history with this revision
     * @param delta what it did to the default graph, derived triples included; none when it did too much to be kept
     */
    public record Commit(Revision revision, History history, Optional<Delta> delta) {}

    private final StoreFolder folder;
    private final DatasetFiles files;
    private final DatasetGraph dataset;
    private final KnownHistory history;
    private final Succession succession;
    private final Changes changes;
    private final FormerRevisions formerRevisions = new FormerRevisions();
    private final LatestCounts counts = new LatestCounts();

    private PairStore(StoreFolder folder, Clock clock, DatasetFiles files) {
        this.folder = folder;
        this.files = files;
        this.dataset = files.dataset();
        this.history = new KnownHistory(dataset);
        this.succession = new Succession(dataset);
        this.changes = new Changes(folder, clock, files, history, succession);
        changes.onCommit(counts::follow);
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
            return new PairStore(folder, Clock.systemUTC(), DatasetFiles.open(folder));
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

    /** The history as of now. Once it was read it costs nothing: no other process changes the store. */
    public History history() {
        var known = history.latest();
        return known.head() > 0 ? known : read((lent, read) -> read);
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
        return history.within();
    }

    /** The revision of a dataset that {@link #read} or {@link #readAt} lent, or of {@link #dataset()}, in a transaction. */
    public static int revisionOf(DatasetGraph lent) {
        return new Ledger(lent.getGraph(GraphName.LEDGER.node())).head();
    }

    /**
     * Keeps {@code GRAPH ?g} of one query from ranging over superseded versions. A superseded version that the query
     * names is read all the same; a query that reads the default graph alone pays nothing.
     *
     * @param graphs that the query reads beside the default graph, names and variables
     * @param context of the query's execution, set up for {@link #dataset()}; it is changed
     */
    public void hideSuperseded(Set<Node> graphs, History history, Context context) {
        TupleFilter.hide(history.hiddenGraphs(), graphs, dataset, context);
    }

    /**
     * Tells of a revision while it is being written, as soon as all that it does is known, in a thread beside the
     * writer's. One that changes too much to be kept is not told of.
     *
     * @param listener gives back what is to be done when the revision is made, which is done before {@link #onCommit}
     *     tells of it. When the revision is not made after all, or the listener throws, nothing is done
     */
    public void beforeCommit(Function<Coming, Runnable> listener) {
        changes.beforeCommit(listener);
    }

    /**
     * Tells of each revision that this process makes, in their order, in the thread that made it, before another can be
     * made. A listener that throws does not undo the revision.
     */
    public void onCommit(Consumer<Commit> listener) {
        changes.onCommit(listener);
    }

    /**
     * Runs something while no other thread can change the store. Readers go on. What it runs may itself commit and
     * withdraw.
     */
    public <T> T exclusively(Supplier<T> work) {
        return changes.exclusively(work);
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
        return changes.bring(action, actor, updates, Optional.empty());
    }

    /** {@link #commit} of one update of which there was a preview. */
    public Optional<Revision> commit(Action action, String actor, Update update, Optional<Foreseen> foreseen) {
        return changes.bring(action, actor, List.of(update), foreseen);
    }

    /**
     * Takes a version back, so that the newest remaining one of its source is current; when it was not current, no triple
     * changes. Nothing is changed when this throws.
     *
     * @throws IllegalArgumentException if the version is withdrawn already
     * @throws StoreException if the disk is full or cannot be written
     */
    public Revision withdraw(String actor, Version version) {
        return changes.withdraw(actor, version);
    }

    /** What {@link #commit} would do with one update, within a read transaction. */
    public Preview preview(Update update, History history) {
        return succession.preview(update, history);
    }

    /** What {@link #withdraw} would do, within a read transaction. */
    public Preview previewWithdrawal(Version version, History history) {
        return succession.previewWithdrawal(version, history);
    }

    /**
     * A graph that was lent, for the time of one piece of work that comes back to the same subjects: what is said of one
     * is read once, and not at all where the change tells it. For one thread.
     *
     * @param change that made the graph what it is
     */
    public static Graph remembering(Graph lent, Delta change) {
        return new RememberedGraph(lent, change);
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
     * How much the default graph says, within a read transaction. Counted in a pass over all its triples when it is first
     * asked for, and then kept up to date.
     */
    public TripleCounts countsWithin() {
        return counts.at(historyWithin().head(), dataset);
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
        files.close();
        folder.close();
    }
}
