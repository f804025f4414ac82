package org.pairgraph.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A graph on disk, for the time of one piece of work that comes back to the same subjects: what is said of one is read
 * once, unless that is very much. The graph must not change meanwhile. For one thread.
 */
final class RememberedGraph extends GraphBase {
    private static final int MOST_SUBJECTS = 100_000;
    private static final int MOST_TRIPLES = 64;

    private final Graph graph;
    private final Set<Node> strangers;

    /** None for a subject of which much is said. */
    private final Map<Node, Optional<List<Triple>>> subjects = new HashMap<>();

    /** @param strangers of whom the graph says nothing, neither as a subject nor as an object */
    RememberedGraph(Graph graph, Set<Node> strangers) {
        this.graph = graph;
        this.strangers = strangers;
    }

    /** A graph after a change, which tells all that is said of some subjects. */
    RememberedGraph(Graph graph, Delta change) {
        this(graph, Set.of());
        var about = change.bySubject();
        change.fresh().forEach(subject -> subjects.put(subject, Optional.of(about.getOrDefault(subject, List.of()))));
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        if (strangers.contains(pattern.getSubject()) || strangers.contains(pattern.getObject())) {
            return NullIterator.instance();
        }
        return about(pattern.getSubject())
                .<ExtendedIterator<Triple>>map(triples -> WrappedIterator.create(triples.iterator())
                        .filterKeep(triple -> ChangedGraph.fits(triple, pattern)))
                .orElseGet(() -> graph.find(pattern));
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        if (strangers.contains(pattern.getSubject()) || strangers.contains(pattern.getObject())) {
            return false;
        }
        return about(pattern.getSubject())
                .map(triples -> triples.stream().anyMatch(triple -> ChangedGraph.fits(triple, pattern)))
                .orElseGet(() -> graph.contains(pattern));
    }

    @Override
    protected int graphBaseSize() {
        return graph.size();
    }

    private Optional<List<Triple>> about(Node subject) {
        if (!subject.isConcrete()) {
            return Optional.empty();
        }
        if (subjects.size() >= MOST_SUBJECTS) {
            subjects.clear();
        }
        return subjects.computeIfAbsent(subject, this::read);
    }

    private Optional<List<Triple>> read(Node subject) {
        var triples = new ArrayList<Triple>();
        var found = graph.find(subject, Node.ANY, Node.ANY);
        try {
            while (found.hasNext() && triples.size() <= MOST_TRIPLES) {
                triples.add(found.next());
            }
        } finally {
            found.close();
        }
        return triples.size() <= MOST_TRIPLES ? Optional.of(triples) : Optional.empty();
    }
}
