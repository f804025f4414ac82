package org.pairgraph.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.History.Change;
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

    /** New content for a source, to become its next version. */
    public record Update(SourceName source, List<String> fileDigests, Graph content) {
        public Update {
            fileDigests = List.copyOf(fileDigests);
        }
    }

    private final StoreFolder folder;
    private final Clock clock;
    private final DatasetGraph dataset;
    private volatile History latest = new History(List.of());

    private PairStore(StoreFolder folder, Clock clock, DatasetGraph dataset) {
        this.folder = folder;
        this.clock = clock;
        this.dataset = dataset;
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
        if (known.head() == ledger.head()) {
            return known;
        }
        var read = ledger.history();
        latest = read;
        return read;
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
     * Makes each update the current version of its source, in one transaction and as one revision. Nothing is changed
     * when this throws.
     *
     * @param action why; an empty store makes it a first load whatever is said here
     * @param actor who asked for it
     * @throws StoreException if the disk is full or cannot be written
     */
    public Revision commit(Action action, String actor, List<Update> updates) {
        folder.requireRoomFor(
                updates.stream().mapToLong(update -> update.content().size()).sum());
        try {
            var revision = Txn.calculateWrite(dataset, () -> write(action, actor, updates));
            folder.markFilled();
            return revision;
        } catch (TDBException | InternalError e) {
            throw StoreFolder.cannotWrite(folder.path(), e);
        }
    }

    @Override
    public void close() {
        TDBInternal.expel(dataset);
        folder.close();
    }

    private Revision write(Action action, String actor, List<Update> updates) {
        var history = historyWithin();
        var changes = new ArrayList<Change>();
        for (var update : updates) {
            changes.add(replaceCurrent(update, history));
        }
        replaceDerived();

        changes.sort(Comparator.comparing(change -> change.version().source()));
        var revision = new Revision(
                history.head() + 1,
                clock.instant(),
                history.head() == 0 ? Action.FIRST_LOAD : action,
                actor,
                ToolVersion.text(),
                changes);
        new Ledger(dataset.getGraph(GraphName.LEDGER.node())).append(revision);
        return revision;
    }

    private Change replaceCurrent(Update update, History history) {
        int number = history.versions(update.source()).size() + 1;
        var version = new Version(
                update.source(), number, GraphName.ofVersion(update.source(), number), update.fileDigests());
        var graph = version.graph().node();
        update.content().find().forEach(triple -> dataset.add(new Quad(graph, triple)));

        var before = history.findCurrent(update.source());
        var others = history.current().stream()
                .filter(other -> !other.source().equals(update.source()))
                .map(other -> other.graph().node())
                .toList();
        long removed = before.map(old -> removeMissing(old.graph().node(), update.content(), others))
                .orElse(0L);
        long added = addMissing(
                update.content(), before.map(old -> old.graph().node()).orElse(null));
        return new Change(version, added, removed);
    }

    private long removeMissing(Node oldGraph, Graph content, List<Node> others) {
        var gone =
                dataset.getGraph(oldGraph).find().filterDrop(content::contains).toList();
        for (var triple : gone) {
            if (others.stream().noneMatch(other -> dataset.contains(new Quad(other, triple)))) {
                dataset.getDefaultGraph().delete(triple);
            }
        }
        return gone.size();
    }

    private long addMissing(Graph content, @Nullable Node oldGraph) {
        var union = dataset.getDefaultGraph();
        long added = 0;
        for (var triples = content.find(); triples.hasNext(); ) {
            var triple = triples.next();
            union.add(triple);
            if (oldGraph == null || !dataset.contains(new Quad(oldGraph, triple))) {
                added++;
            }
        }
        return added;
    }

    private void replaceDerived() {
        var union = dataset.getDefaultGraph();
        var now = Derivation.of(union);
        var graph = dataset.getGraph(GraphName.DERIVED.node());
        for (var triple : graph.find().filterDrop(now::contains).toList()) {
            graph.delete(triple);
            union.delete(triple);
        }
        for (var triple : now) {
            graph.add(triple);
            union.add(triple);
        }
    }

    private static DatasetGraph connect(StoreFolder folder) {
        try {
            return DatabaseMgr.connectDatasetGraph(Location.create(folder.tdb2()));
        } catch (RuntimeException | InternalError e) {
            throw StoreFolder.cannotWrite(folder.path(), e);
        }
    }
}
