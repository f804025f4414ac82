package org.pairgraph.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every revision of the store, oldest first, and what follows from them: which version of a source is current.
 * Immutable; made in time linear in the changes, and asked in time that does not depend on them.
 */
public final class History {

    /** What a revision does to its sources. */
    public enum Action {
        /** The first versions of an empty store become current. */
        FIRST_LOAD,
        /** New versions become current because somebody brought them. */
        IMPORT,
        /** New versions become current because the program came with them. */
        RELEASE,
        /** Versions are taken back. */
        WITHDRAW
    }

    /** One transaction that changed the store. */
    public record Revision(
            int number, Instant recordedAt, Action action, String actor, String toolVersion, List<Change> changes) {
        public Revision {
            changes = List.copyOf(changes);
        }

        /** Whether the changes bring versions, and do not take them back. */
        boolean brings() {
            return action != Action.WITHDRAW;
        }
    }

    /**
     * What one revision did to one source.
     *
     * @param version that it brought, or took back
     * @param added triples that the source says since then and did not say before
     * @param removed triples that it said before and does not say since
     */
    public record Change(Version version, long added, long removed) {}

    /**
     * One accepted import of a source. It never changes.
     *
     * @param number from 1, without gaps
     * @param graph where the triples are; versions with the same content share one
     * @param triples how many there are
     * @param fileDigests SHA-256 of the bytes of each file, hex, sorted
     */
    public record Version(SourceName source, int number, GraphName graph, long triples, List<String> fileDigests) {
        public Version {
            fileDigests = fileDigests.stream().sorted().toList();
        }
    }

    private final List<Revision> revisions;
    private final Set<Version> withdrawn;
    private final SortedMap<SourceName, List<Version>> versions;
    private final List<Version> current;
    private final Set<GraphName> hiddenGraphs;

    public History(List<Revision> revisions) {
        this.revisions = List.copyOf(revisions);
        this.withdrawn = changes(revision -> !revision.brings()).collect(Collectors.toUnmodifiableSet());
        this.versions = new TreeMap<>(changes(Revision::brings)
                .sorted(Comparator.comparingInt(Version::number))
                .collect(Collectors.groupingBy(Version::source)));
        this.current = versions.keySet().stream()
                .flatMap(source -> findCurrent(source).stream())
                .toList();
        this.hiddenGraphs = hidden();
    }

    /** All revisions, oldest first. */
    public List<Revision> revisions() {
        return revisions;
    }

    /** The number of the newest revision; 0 before the first. */
    public int head() {
        return revisions.isEmpty() ? 0 : revisions.getLast().number();
    }

    /** The history as it was at revision {@code number}, from 0 to {@link #head()}. */
    public History upTo(int number) {
        return number == head() ? this : new History(revisions.subList(0, number));
    }

    /** This history and one revision more. */
    History with(Revision revision) {
        return new History(
                Stream.concat(revisions.stream(), Stream.of(revision)).toList());
    }

    /** Every source that was ever imported, by name. */
    public List<SourceName> sources() {
        return List.copyOf(versions.keySet());
    }

    /** All versions of a source, oldest first, withdrawn ones too. */
    public List<Version> versions(SourceName source) {
        return versions.getOrDefault(source, List.of());
    }

    /** The newest version of a source that is not withdrawn; none when the source is empty. */
    public Optional<Version> findCurrent(SourceName source) {
        return versions(source).reversed().stream()
                .filter(version -> !withdrawn.contains(version))
                .findFirst();
    }

    /** The oldest version whose triples are in a graph; none when it is the graph of no version. */
    public Optional<Version> findByGraph(String iri) {
        return versions.values().stream()
                .flatMap(List::stream)
                .filter(version -> version.graph().iri().equals(iri))
                .findFirst();
    }

    /** The versions that were taken back. */
    public Set<Version> withdrawn() {
        return withdrawn;
    }

    /** The current version of each source that has one, by name of the source. */
    public List<Version> current() {
        return current;
    }

    /** The revision that brought this version. */
    public Revision broughtBy(Version version) {
        return revisions.stream()
                .filter(Revision::brings)
                .filter(revision -> revision.changes().stream()
                        .anyMatch(change -> change.version().equals(version)))
                .findFirst()
                .orElseThrow();
    }

    /** The graphs of versions that are superseded or withdrawn and are no current version's. */
    public Set<GraphName> hiddenGraphs() {
        return hiddenGraphs;
    }

    /** Whether both tell of the same revisions. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof History history && revisions.equals(history.revisions);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(revisions);
    }

    @Override
    public String toString() {
        return revisions.toString();
    }

    private Set<GraphName> hidden() {
        var hidden = new HashSet<GraphName>();
        versions.values().forEach(all -> all.forEach(version -> hidden.add(version.graph())));
        current.forEach(version -> hidden.remove(version.graph()));
        return Set.copyOf(hidden);
    }

    private Stream<Version> changes(Predicate<Revision> wanted) {
        return revisions.stream()
                .filter(wanted)
                .flatMap(revision -> revision.changes().stream())
                .map(Change::version);
    }
}
