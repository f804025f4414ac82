package org.pairgraph.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.pairgraph.store.History.Change;
import org.pairgraph.store.History.Version;
import org.pairgraph.store.PairStore.Update;

/**
 * How one version of a source follows another within a transaction: the default graph takes over the difference, but for
 * what other sources still say, and the derived triples follow.
 */
final class Succession {
    /** A default graph of more triples is asked where it is. */
    private static final long MOST_IN_MEMORY = 500_000;

    private final DatasetGraph dataset;

    Succession(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** Whether its source says just what an update says. */
    boolean isCurrent(Update update, History history) {
        return history.findCurrent(update.source())
                .filter(version -> isSame(version, update.content()))
                .isPresent();
    }

    /** Makes an update the current version of its source; none when it is so already. */
    Optional<Change> bring(Update update, History history, UnionGraph union) {
        var source = update.source();
        var before = history.findCurrent(source);
        var twin = history.versions(source).stream()
                .filter(version -> isSame(version, update.content()))
                .findFirst();
        if (before.isPresent() && before.map(Version::graph).equals(twin.map(Version::graph))) {
            return Optional.empty();
        }

        int number = history.versions(source).size() + 1;
        var graph = twin.map(Version::graph).orElseGet(() -> GraphName.ofVersion(source, number));
        var version = new Version(source, number, graph, update.content().size(), update.fileDigests());
        var fresh = twin.isEmpty() ? Optional.of(graph) : Optional.<GraphName>empty();
        var difference = write(before, update.content(), fresh, others(source, history), union);
        return Optional.of(new Change(version, difference.added(), difference.removed()));
    }

    /** Makes the newest version beside this one current, if this one is. */
    Change withdraw(Version version, History history, UnionGraph union) {
        var current = history.findCurrent(version.source());
        if (!current.equals(Optional.of(version))) {
            return new Change(version, 0, 0);
        }
        var next = remaining(version, history);
        var difference = write(current, next, Optional.empty(), others(version.source(), history), union);
        return new Change(version, difference.added(), difference.removed());
    }

    /** What the source of a version would say without it. */
    private Graph remaining(Version version, History history) {
        return history.versions(version.source()).reversed().stream()
                .filter(other -> !other.equals(version) && !history.withdrawn().contains(other))
                .findFirst()
                .map(this::content)
                .orElse(Graph.emptyGraph);
    }

    /** What {@link #bring} would do. */
    Preview preview(Update update, History history) {
        var before = history.findCurrent(update.source());
        long known = history.current().stream().mapToLong(Version::triples).sum();
        return before.isEmpty() && known < Math.min(update.content().size(), MOST_IN_MEMORY)
                ? firstPreview(update.content())
                : preview(before, update.content(), others(update.source(), history));
    }

    /** The preview of a source that says more than all that there is, which is read into memory. */
    private Preview firstPreview(Graph content) {
        var before = GraphFactory.createGraphMem();
        GraphUtil.addInto(before, dataset.getDefaultGraph());
        var repeated = GraphFactory.createGraphMem();
        before.find().filterKeep(content::contains).forEach(repeated::add);
        var stated = content;
        if (!repeated.isEmpty()) {
            stated = GraphFactory.createGraphMem();
            content.find().filterDrop(repeated::contains).forEach(stated::add);
        }
        var following = Derivation.of(new GrownGraph(before, stated));
        if (Derivation.isIn(before)) {
            following.removeIf(before::contains);
        }
        var derived = GraphFactory.createGraphMem();
        boolean isStated = Derivation.isIn(content);
        following.stream()
                .filter(triple -> !isStated || !content.contains(triple))
                .forEach(derived::add);
        return new Preview(
                before,
                new GrownGraph(before, stated, derived),
                new GrownGraph(stated, derived),
                Graph.emptyGraph,
                content.size(),
                0,
                0,
                Delta.owning(following, Set.of(), Set.of()),
                Optional.empty(),
                true);
    }

    /** What {@link #withdraw} would do. */
    Preview previewWithdrawal(Version version, History history) {
        var before = history.findCurrent(version.source());
        var content = before.equals(Optional.of(version))
                ? remaining(version, history)
                : before.map(this::content).orElse(Graph.emptyGraph);
        return preview(before, content, others(version.source(), history));
    }

    private Preview preview(Optional<Version> before, Graph content, List<Graph> others) {
        var fresh =
                content.size() <= UnionGraph.MOST_RECORDED ? Batch.fresh(dataset, content.stream()) : Set.<Node>of();
        var live = new RememberedGraph(dataset.getDefaultGraph(), fresh);
        var view = new org.apache.jena.graph.compose.Delta(live);
        var union = new UnionGraph(view, content.size());
        union.fresh(fresh);
        var difference = view(before, content, others, union);
        var derived = derivedChange(union);
        derived.removed().forEach(union::remove);
        derived.added().forEach(union::add);
        var delta = union.delta();
        return new Preview(
                live,
                delta.<Graph>map(change -> new RememberedGraph(view, change)).orElse(view),
                view.getAdditions(),
                view.getDeletions(),
                difference.added(),
                difference.removed(),
                content.size() - difference.added(),
                derived,
                delta,
                false);
    }

    /**
     * Takes the difference between what a source said and what it says now over into the default graph.
     *
     * @param fresh the graph that gets all that it says now; none when there is one that has it
     */
    private Difference write(
            Optional<Version> before, Graph content, Optional<GraphName> fresh, List<Graph> others, UnionGraph union) {
        long removed = remove(before, content, others, union);
        long added = 0;
        for (var triples = content.find(); triples.hasNext(); ) {
            var batch = Batch.next(dataset, triples, union.isRecording());
            var wanted = batch.all();
            before.ifPresent(old -> wanted.andNot(batch.in(old.graph().node())));
            union.addAll(batch, wanted, fresh.map(GraphName::node));
            added += wanted.cardinality();
        }
        return new Difference(added, removed);
    }

    /** What {@link #write} would do to the default graph, done to a view of it. */
    private Difference view(Optional<Version> before, Graph content, List<Graph> others, UnionGraph view) {
        long removed = remove(before, content, others, view);
        var old = before.map(this::content).orElse(Graph.emptyGraph);
        long added = 0;
        for (var triples = content.find(); triples.hasNext(); ) {
            var triple = triples.next();
            if (!old.contains(triple)) {
                view.add(triple);
                added++;
            }
        }
        return new Difference(added, removed);
    }

    /** Removes what a source no longer says and no other does; how many it no longer says. */
    private long remove(Optional<Version> before, Graph content, List<Graph> others, UnionGraph union) {
        var old = before.map(this::content).orElse(Graph.emptyGraph);
        var gone = old.find().filterDrop(content::contains).toList();
        for (var triple : gone) {
            if (others.stream().noneMatch(other -> other.contains(triple))) {
                union.remove(triple);
            }
        }
        return gone.size();
    }

    private record Difference(long added, long removed) {}

    Graph content(Version version) {
        return dataset.getGraph(version.graph().node());
    }

    private List<Graph> others(SourceName source, History history) {
        return history.current().stream()
                .filter(other -> !other.source().equals(source))
                .map(this::content)
                .toList();
    }

    private boolean isSame(Version version, Graph content) {
        return version.triples() == content.size()
                && !content(version).find().filterDrop(content::contains).hasNext();
    }

    /**
     * Brings the derived triples up to what the transaction has done so far.
     *
     * @param foreseen what a preview of just this has found out already
     */
    void followDerived(UnionGraph union, Optional<Delta> foreseen) {
        var derived = dataset.getGraph(GraphName.DERIVED.node());
        var change = foreseen.orElseGet(() -> derivedChange(union));
        change.removed().forEach(triple -> {
            derived.delete(triple);
            union.remove(triple);
        });
        for (var triples = change.added().iterator(); triples.hasNext(); ) {
            var batch = Batch.next(dataset, triples, union.isRecording());
            union.addAll(batch, batch.all(), Optional.of(GraphName.DERIVED.node()));
        }
    }

    private Delta derivedChange(UnionGraph union) {
        return union.delta()
                .map(delta -> Derivation.following(delta, new RememberedGraph(union.graph(), delta)))
                .orElseGet(() -> Derivation.anew(union.graph(), dataset.getGraph(GraphName.DERIVED.node())));
    }
}
