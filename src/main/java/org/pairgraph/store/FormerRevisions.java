package org.pairgraph.store;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.jspecify.annotations.Nullable;
import org.pairgraph.store.History.Version;

/**
 * The dataset as it was at former revisions: what a replay of the ledger would give. The default graph is put together
 * in memory from the versions that were current then; the versions themselves never change and are read where they are,
 * within the reader's transaction. The two that were asked for last are kept. Safe for use by many threads.
 */
final class FormerRevisions {
    private static final int MOST_KEPT = 2;

    /** What a triple takes in a default graph in memory, generously. */
    private static final long BYTES_A_TRIPLE = 400;

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration NOT_SOON = Duration.ofHours(1);

    private final ReentrantLock building = new ReentrantLock();
    private final Map<Integer, DatasetGraph> kept = new LinkedHashMap<>();

    /**
     * The dataset at a revision; read-only.
     *
     * @param live within a read transaction of this thread
     * @param history of that transaction
     */
    DatasetGraph at(int revision, DatasetGraph live, History history) {
        if (revision < 1 || revision > history.head()) {
            throw new UnknownRevision(revision, history.head());
        }
        var known = findKept(revision);
        if (known != null) {
            return known;
        }
        if (!building.tryLock()) {
            throw new RevisionNotAtHand("Another former revision is being put together: try again in a moment", SOON);
        }
        try {
            return keep(revision, build(history.upTo(revision), live));
        } finally {
            building.unlock();
        }
    }

    private static DatasetGraph build(History history, DatasetGraph live) {
        requireRoomFor(history);
        var union = GraphFactory.createGraphMem();
        var former = DatasetGraphFactory.create(union);
        for (var version : history.current()) {
            var name = version.graph().node();
            var content = live.getGraph(name);
            GraphUtil.addInto(union, content);
            former.addGraph(name, content);
        }
        var derived = GraphFactory.createGraphMem();
        Derivation.of(union).forEach(derived::add);
        GraphUtil.addInto(union, derived);
        former.addGraph(GraphName.DERIVED.node(), derived);

        var entries = GraphFactory.createGraphMem();
        history.revisions().forEach(new Ledger(entries)::append);
        former.addGraph(GraphName.LEDGER.node(), entries);
        return new FormerDataset(former, live, history);
    }

    private static void requireRoomFor(History history) {
        long triples = history.current().stream().mapToLong(Version::triples).sum();
        long room = Runtime.getRuntime().maxMemory() / (2 * MOST_KEPT) / BYTES_A_TRIPLE;
        if (triples > room) {
            throw new RevisionNotAtHand(
                    "Revision %d has %d triples and there is memory for %d: ask the operator for a larger heap, or take an export"
                            .formatted(history.head(), triples, room),
                    NOT_SOON);
        }
    }

    private @Nullable DatasetGraph findKept(int revision) {
        synchronized (kept) {
            var known = kept.remove(revision);
            if (known != null) {
                kept.put(revision, known);
            }
            return known;
        }
    }

    private DatasetGraph keep(int revision, DatasetGraph former) {
        synchronized (kept) {
            kept.put(revision, former);
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return former;
        }
    }

    /** Ranges over the versions that were current, and knows those that were superseded by their names. */
    private static final class FormerDataset extends DatasetGraphReadOnly {
        private final DatasetGraph live;
        private final Set<Node> hidden;

        FormerDataset(DatasetGraph former, DatasetGraph live, History history) {
            super(former);
            this.live = live;
            this.hidden = history.hiddenGraphs().stream().map(GraphName::node).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public boolean containsGraph(Node name) {
            return hidden.contains(name) || super.containsGraph(name);
        }

        @Override
        public Graph getGraph(Node name) {
            return hidden.contains(name) ? new GraphReadOnly(live.getGraph(name)) : super.getGraph(name);
        }
    }
}
