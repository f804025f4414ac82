package org.pairgraph.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/**
 * What one revision did to the default graph: the triples that it has since then, and those that it had before. Immutable
 * and safe for use by many threads.
 */
public final class Delta {
    private final Set<Triple> added;
    private final Set<Triple> removed;
    private final Set<Node> fresh;

    /** Several who follow a change ask for its subjects; made when the first one does. */
    private volatile @Nullable Map<Node, List<Triple>> bySubject;

    private Delta(Set<Triple> added, Set<Triple> removed, Set<Node> fresh) {
        this.added = added;
        this.removed = removed;
        this.fresh = fresh;
    }

    /**
     * A change.
     *
     * @param fresh subjects that the store has never met before: all that is said of them is among what was added; not
     *     necessarily all of these
     */
    public static Delta of(Set<Triple> added, Set<Triple> removed, Set<Node> fresh) {
        return new Delta(Set.copyOf(added), Set.copyOf(removed), Set.copyOf(fresh));
    }

    /** A change of which it is not known who is fresh. */
    public static Delta of(Set<Triple> added, Set<Triple> removed) {
        return of(added, removed, Set.of());
    }

    /** A change of sets, maybe large ones, that whoever made them gives away: they are not copied. */
    static Delta owning(Set<Triple> added, Set<Triple> removed, Set<Node> fresh) {
        return new Delta(
                Collections.unmodifiableSet(added),
                Collections.unmodifiableSet(removed),
                Collections.unmodifiableSet(fresh));
    }

    /** The change that takes this one back. */
    Delta undone() {
        var undone = owning(removed, added, Set.of());
        undone.bySubject = bySubject();
        return undone;
    }

    public Set<Triple> added() {
        return added;
    }

    public Set<Triple> removed() {
        return removed;
    }

    /** Subjects that the store has never met before. */
    public Set<Node> fresh() {
        return fresh;
    }

    /** Whether something may have been said before, of a subject or with it as the object. */
    public boolean mayHaveMet(Node subject) {
        return !fresh.contains(subject);
    }

    /** How many triples it added and removed. */
    public int size() {
        return added.size() + removed.size();
    }

    /** For each subject of the change what was added and removed of it. */
    public Map<Node, List<Triple>> bySubject() {
        var known = bySubject;
        if (known != null) {
            return known;
        }
        var made = new LinkedHashMap<Node, List<Triple>>();
        for (var triples : List.of(added, removed)) {
            triples.forEach(triple -> made.computeIfAbsent(triple.getSubject(), subject -> new ArrayList<>(8))
                    .add(triple));
        }
        bySubject = made;
        return made;
    }

    /** The subjects of those triples, added or removed, that matter to somebody. */
    public Set<Node> subjects(Predicate<Triple> matters) {
        var subjects = new LinkedHashSet<Node>();
        bySubject().forEach((subject, triples) -> {
            if (triples.stream().anyMatch(matters)) {
                subjects.add(subject);
            }
        });
        return subjects;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Delta delta
                && added.equals(delta.added)
                && removed.equals(delta.removed)
                && fresh.equals(delta.fresh);
    }

    @Override
    public int hashCode() {
        return Objects.hash(added, removed, fresh);
    }
}
