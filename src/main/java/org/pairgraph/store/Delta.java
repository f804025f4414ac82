package org.pairgraph.store;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What one revision did to the default graph: the triples that it has since then, and those that it had before.
 *
 * @param fresh subjects that the store has never met before: all that is said of them is among what was added; not
 *     necessarily all of these
 */
public record Delta(Set<Triple> added, Set<Triple> removed, Set<Node> fresh) {
    public Delta {
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
        fresh = Set.copyOf(fresh);
    }

    /** A change of which it is not known who is fresh. */
    public Delta(Set<Triple> added, Set<Triple> removed) {
        this(added, removed, Set.of());
    }

    /** The subjects of those triples, added or removed, that matter to somebody. */
    public Set<Node> subjects(Predicate<Triple> matters) {
        return Stream.of(added, removed)
                .flatMap(Set::stream)
                .filter(matters)
                .map(Triple::getSubject)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
