package org.pairgraph.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every revision of the store, oldest first, and what follows from them: which version of a source is current.
 * Immutable.
 */
public record History(List<Revision> revisions) {

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
        return revisions.stream()
                .filter(Revision::brings)
                .flatMap(revision -> revision.changes().stream())
                .map(Change::version)
                .filter(version -> version.source().equals(source))
                .sorted(Comparator.comparingInt(Version::number))
                .toList();
    }

    /** The newest version of a source that is not withdrawn; none when the source is empty. */
    public Optional<Version> findCurrent(SourceName source) {
        var withdrawn = withdrawn();
        return versions(source).reversed().stream()
                .filter(version -> !withdrawn.contains(version))
                .findFirst();
    }

    /** The versions that were taken back. */
    public Set<Version> withdrawn() {
        return revisions.stream()
                .filter(revision -> !revision.brings())
                .flatMap(revision -> revision.changes().stream())
                .map(Change::version)
                .collect(Collectors.toSet());
    }

    /** The current version of each source that has one, by name of the source. */
    public List<Version> current() {
        return sources().stream()
                .flatMap(source -> findCurrent(source).stream())
                .toList();
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
        var hidden = new HashSet<GraphName>();
        changes().forEach(change -> hidden.add(change.version().graph()));
        current().forEach(version -> hidden.remove(version.graph()));
        return hidden;
    }

    private Stream<Change> changes() {
        return revisions.stream().flatMap(revision -> revision.changes().stream());
    }
}
