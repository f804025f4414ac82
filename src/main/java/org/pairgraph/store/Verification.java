package org.pairgraph.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.pairgraph.store.History.Change;
import org.pairgraph.store.History.Revision;
import org.pairgraph.store.History.Version;

/** Holds the whole store against its versions and its ledger. Linear in the triples of the store. */
final class Verification {
    private final DatasetGraph dataset;
    private final History history;
    private final List<String> findings = new ArrayList<>();

    /** A view within a read transaction of the caller. */
    Verification(DatasetGraph dataset, History history) {
        this.dataset = dataset;
        this.history = history;
    }

    /** What is wrong, a line each. */
    List<String> findings() {
        checkRevisions();
        checkVersions();
        checkUnion();
        checkDerived();
        return List.copyOf(findings);
    }

    /** Revisions are numbered without gaps, and each changed as many triples as a replay does. */
    private void checkRevisions() {
        for (int i = 0; i < history.revisions().size(); i++) {
            var revision = history.revisions().get(i);
            if (revision.number() != i + 1) {
                findings.add("The ledger has revision %d where %d is due".formatted(revision.number(), i + 1));
                return;
            }
            revision.changes().forEach(change -> checkChange(revision, change));
        }
    }

    private void checkChange(Revision revision, Change change) {
        var source = change.version().source();
        var before = graph(history.upTo(revision.number() - 1).findCurrent(source));
        var after = graph(history.upTo(revision.number()).findCurrent(source));
        long added = count(after, before::contains);
        long removed = count(before, after::contains);
        if (added != change.added() || removed != change.removed()) {
            findings.add("Revision %d of %s: the ledger says +%d −%d triples, a replay gives +%d −%d"
                    .formatted(revision.number(), source, change.added(), change.removed(), added, removed));
        }
    }

    /** Each version has its triples, and no graph is there that no version has. */
    private void checkVersions() {
        var known = new HashSet<Node>(List.of(GraphName.LEDGER.node(), GraphName.DERIVED.node()));
        for (var source : history.sources()) {
            for (var version : history.versions(source)) {
                known.add(version.graph().node());
                long triples = count(graph(Optional.of(version)), triple -> false);
                if (triples != version.triples()) {
                    findings.add("<%s> has %d triples, the ledger says %d"
                            .formatted(version.graph().iri(), triples, version.triples()));
                }
            }
        }
        dataset.listGraphNodes().forEachRemaining(name -> {
            if (!known.contains(name)) {
                findings.add("<%s> is in the store and not in the ledger".formatted(name.getURI()));
            }
        });
    }

    /** The default graph is the union of the current versions and the derived triples. */
    private void checkUnion() {
        var union = dataset.getDefaultGraph();
        var parts = new ArrayList<Graph>();
        parts.add(dataset.getGraph(GraphName.DERIVED.node()));
        history.current().forEach(version -> parts.add(graph(Optional.of(version))));

        long strange = count(union, triple -> parts.stream().anyMatch(part -> part.contains(triple)));
        if (strange > 0) {
            findings.add("The default graph has %d triples that no current version says".formatted(strange));
        }
        long missing =
                parts.stream().mapToLong(part -> count(part, union::contains)).sum();
        if (missing > 0) {
            findings.add("The default graph lacks %d triples of current versions".formatted(missing));
        }
    }

    private void checkDerived() {
        var change = Derivation.anew(dataset.getDefaultGraph(), dataset.getGraph(GraphName.DERIVED.node()));
        if (!change.added().isEmpty() || !change.removed().isEmpty()) {
            findings.add("The derived triples lack %d and have %d that do not follow"
                    .formatted(change.added().size(), change.removed().size()));
        }
    }

    private Graph graph(Optional<Version> version) {
        return version.map(found -> dataset.getGraph(found.graph().node())).orElse(Graph.emptyGraph);
    }

    /** How many triples of a graph are not as expected. */
    private static long count(Graph graph, Predicate<Triple> expected) {
        long count = 0;
        for (var triples = graph.find(); triples.hasNext(); ) {
            if (!expected.test(triples.next())) {
                count++;
            }
        }
        return count;
    }
}
