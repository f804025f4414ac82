package org.pairgraph.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A graph as it is after a change, seen from before it. For one thread. */
final class ChangedGraph extends GraphBase {
    private final Graph before;
    private final Delta change;
    private final Map<Node, List<Triple>> addedByObject = new HashMap<>();

    /** @param change that adds nothing that the graph has, and removes only what it has */
    ChangedGraph(Graph before, Delta change) {
        this.before = before;
        this.change = change;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        var added = WrappedIterator.create(candidates(pattern).iterator())
                .filterKeep(triple -> fits(triple, pattern) && change.added().contains(triple));
        return change.mayHaveMet(pattern.getSubject()) && change.mayHaveMet(pattern.getObject())
                ? before.find(pattern).filterDrop(change.removed()::contains).andThen(added)
                : added;
    }

    /** Terms are compared as terms, as the store does: 1 and 1.0 are two. */
    static boolean fits(Triple triple, Triple pattern) {
        return fits(triple.getSubject(), pattern.getSubject())
                && fits(triple.getPredicate(), pattern.getPredicate())
                && fits(triple.getObject(), pattern.getObject());
    }

    private static boolean fits(Node node, Node wanted) {
        return !wanted.isConcrete() || node.equals(wanted);
    }

    /** Those triples of the change among which all are that it adds and that fit. */
    private Collection<Triple> candidates(Triple pattern) {
        if (pattern.getSubject().isConcrete()) {
            return change.bySubject().getOrDefault(pattern.getSubject(), List.of());
        }
        if (pattern.getObject().isConcrete()) {
            return addedByObject().getOrDefault(pattern.getObject(), List.of());
        }
        return change.added();
    }

    private Map<Node, List<Triple>> addedByObject() {
        if (addedByObject.isEmpty()) {
            change.added()
                    .forEach(triple -> addedByObject
                            .computeIfAbsent(triple.getObject(), object -> new ArrayList<>(4))
                            .add(triple));
        }
        return addedByObject;
    }
}
