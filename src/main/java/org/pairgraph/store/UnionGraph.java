package org.pairgraph.store;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The default graph within one write transaction, and what the transaction has done to it. */
final class UnionGraph {
    /** Beyond so many changed triples, who follows the graph does better to read it anew. */
    static final int MOST_RECORDED = 200_000;

    private final Graph graph;
    private final Set<Triple> added = new HashSet<>();
    private final Set<Triple> removed = new HashSet<>();
    private final Set<Node> fresh = new HashSet<>();
    private boolean recording;

    /** The graph before any change; a transaction that is about to add more than can be kept need not record. */
    UnionGraph(Graph graph, long expected) {
        this(graph, expected <= MOST_RECORDED);
    }

    private UnionGraph(Graph graph, boolean recording) {
        this.graph = graph;
        this.recording = recording;
    }

    /** The graph before a change that is known beforehand. */
    static UnionGraph unrecorded(Graph graph) {
        return new UnionGraph(graph, false);
    }

    Graph graph() {
        return graph;
    }

    /** Whether it still keeps what changes. */
    boolean isRecording() {
        return recording;
    }

    /** Takes note of subjects that the store has not met before the change. */
    void fresh(Set<Node> subjects) {
        if (recording) {
            fresh.addAll(subjects);
        }
    }

    void add(Triple triple) {
        if (!recording) {
            graph.add(triple);
        } else if (!has(triple)) {
            graph.add(triple);
            record(triple, added, removed);
        }
    }

    /**
     * Adds some of a batch that is made for the default graph of the same transaction.
     *
     * @param version the named graph that all of it goes into as well, where there is one
     */
    void addAll(Batch batch, BitSet wanted, Optional<Node> version) {
        var now = batch.add(version, wanted);
        fresh(batch.fresh());
        if (recording) {
            now.stream().mapToObj(batch::triple).forEach(triple -> record(triple, added, removed));
        }
    }

    void remove(Triple triple) {
        if (!recording) {
            graph.delete(triple);
        } else if (has(triple)) {
            graph.delete(triple);
            record(triple, removed, added);
        }
    }

    /**
     * Every change so far; none when there were too many to keep. It is not copied: whoever goes on changing this graph
     * changes it.
     */
    Optional<Delta> delta() {
        return recording ? Optional.of(Delta.owning(added, removed, fresh)) : Optional.empty();
    }

    /** Of a subject that was never met, the graph has what was added. */
    private boolean has(Triple triple) {
        return fresh.contains(triple.getSubject()) ? added.contains(triple) : graph.contains(triple);
    }

    private void record(Triple triple, Set<Triple> same, Set<Triple> opposite) {
        if (!opposite.remove(triple)) {
            same.add(triple);
        }
        if (added.size() + removed.size() > MOST_RECORDED) {
            recording = false;
            added.clear();
            removed.clear();
            fresh.clear();
        }
    }
}
