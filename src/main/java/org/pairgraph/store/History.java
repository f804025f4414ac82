package org.pairgraph.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every revision of the store, oldest first, and what follows from them: which version of a source is current.
 * Immutable.
 */
public record History(List<Revision> revisions) {

    /** What happened to a source. */
    public enum Action {
        /** A new version became current. */
        IMPORT,
        /** A version was taken back. */
        WITHDRAW
    }

    /** One transaction that changed the store. */
    public record Revision(int number, Instant recordedAt, String actor, String toolVersion, List<Change> changes) {
        public Revision {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What one revision did to one source.
     *
     * @param added triples that the source says since then and did not say before
     * @param removed triples that it said before and does not say since
     */
    public record Change(Action action, Version version, long added, long removed) {}

    /**
     * One accepted import of a source. It never changes.
     *
     * @param number from 1, without gaps
     * @param graph where the triples are; versions with the same content share one
     * @param fileDigests SHA-256 of the bytes of each file, hex, sorted
     */
    public record Version(SourceName source, int number, GraphName graph, List<String> fileDigests) {
        public Version {
            fileDigests = fileDigests.stream().sorted().toList();
        }
    }

    public History {
        revisions = List.copyOf(revisions);
    }

    /** The number of the newest revision; 0 before the first. */
    public int head() {
        return revisions.isEmpty() ? 0 : revisions.getLast().number();
    }

    /** Every source that was ever imported, by name. */
    public List<SourceName> sources() {
        return changes()
                .map(change -> change.version().source())
                .distinct()
                .sorted()
                .toList();
    }

    /** All versions of a source, oldest first, withdrawn ones too. */
    public List<Version> versions(SourceName source) {
        return changes()
                .filter(change -> change.action() == Action.IMPORT)
                .map(Change::version)
                .filter(version -> version.source().equals(source))
                .sorted(Comparator.comparingInt(Version::number))
                .toList();
    }

    /** The newest version of a source that is not withdrawn; none when the source is empty. */
    public Optional<Version> findCurrent(SourceName source) {
        var standing = new TreeMap<Integer, Version>();
        changes().filter(change -> change.version().source().equals(source)).forEach(change -> {
            switch (change.action()) {
                case IMPORT -> standing.put(change.version().number(), change.version());
                case WITHDRAW -> standing.remove(change.version().number());
            }
        });
        return Optional.ofNullable(standing.lastEntry()).map(Map.Entry::getValue);
    }

    /** The current version of each source that has one, by name of the source. */
    public List<Version> current() {
        return sources().stream()
                .flatMap(source -> findCurrent(source).stream())
                .toList();
    }

    /** The revision that imported this version. */
    public Revision importOf(Version version) {
        return revisions.stream()
                .filter(revision -> revision.changes().stream()
                        .anyMatch(change -> change.action() == Action.IMPORT
                                && change.version().equals(version)))
                .findFirst()
                .orElseThrow();
    }

    /** The graphs of versions that are superseded or withdrawn and are no current version's. */
    public Set<GraphName> hiddenGraphs() {
        var hidden = new HashSet<GraphName>();
        changes().forEach(change -> hidden.add(change.version().graph()));
        current().forEach(version -> hidden.remove(version.graph()));
        return hidden;
    }

    History with(Revision revision) {
        var longer = new ArrayList<>(revisions);
        longer.add(revision);
        return new History(longer);
    }

    private Stream<Change> changes() {
        return revisions.stream().flatMap(revision -> revision.changes().stream());
    }
}
