package org.pairgraph.store;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.pairgraph.store.History.Change;
import org.pairgraph.store.History.Version;
import org.pairgraph.store.PairStore.Update;

/**
 * How one version of a source follows another within a transaction: the default graph takes over the difference, but for
 * what other sources still say, and the derived triples follow.
 */
final class Succession {
    private final DatasetGraph dataset;

    Succession(DatasetGraph dataset) {
        this.dataset = dataset;
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
        if (twin.isEmpty()) {
            update.content().find().forEach(triple -> dataset.add(new Quad(graph.node(), triple)));
        }
        var difference = replace(before, update.content(), others(source, history), union);
        return Optional.of(new Change(version, difference.added(), difference.removed()));
    }

    /** Makes the newest version beside this one current, if this one is. */
    Change withdraw(Version version, History history, UnionGraph union) {
        var current = history.findCurrent(version.source());
        if (!current.equals(Optional.of(version))) {
            return new Change(version, 0, 0);
        }
        var next = remaining(version, history);
        var difference = replace(current, next, others(version.source(), history), union);
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
        return preview(before, update.content(), others(update.source(), history));
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
        var live = dataset.getDefaultGraph();
        var view = new org.apache.jena.graph.compose.Delta(live);
        var union = new UnionGraph(view, content.size());
        var difference = replace(before, content, others, union);
        var derived = derivedChange(union);
        derived.removed().forEach(union::remove);
        derived.added().forEach(union::add);
        return new Preview(
                live,
                view,
                view.getAdditions(),
                view.getDeletions(),
                difference.added(),
                difference.removed(),
                content.size() - difference.added());
    }

    /** Takes the difference between what a source said and what it says now over into the default graph. */
    private Difference replace(Optional<Version> before, Graph content, List<Graph> others, UnionGraph union) {
        var old = before.map(this::content).orElse(Graph.emptyGraph);
        var gone = old.find().filterDrop(content::contains).toList();
        for (var triple : gone) {
            if (others.stream().noneMatch(other -> other.contains(triple))) {
                union.remove(triple);
            }
        }
        long added = 0;
        for (var triples = content.find(); triples.hasNext(); ) {
            var triple = triples.next();
            if (!old.contains(triple)) {
                union.add(triple);
                added++;
            }
        }
        return new Difference(added, gone.size());
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

    /** Brings the derived triples up to what the transaction has done so far. */
    void followDerived(UnionGraph union) {
        var derived = dataset.getGraph(GraphName.DERIVED.node());
        var change = derivedChange(union);
        change.removed().forEach(triple -> {
            derived.delete(triple);
            union.remove(triple);
        });
        change.added().forEach(triple -> {
            derived.add(triple);
            union.add(triple);
        });
    }

    private Delta derivedChange(UnionGraph union) {
        return union.delta()
                .map(delta -> Derivation.following(delta, union.graph()))
                .orElseGet(() -> Derivation.anew(union.graph(), dataset.getGraph(GraphName.DERIVED.node())));
    }
}
