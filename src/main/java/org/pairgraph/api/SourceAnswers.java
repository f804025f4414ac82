package org.pairgraph.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pairgraph.store.History;
import org.pairgraph.store.History.Version;
import org.pairgraph.store.SourceName;

/** What the ledger says about sources. */
final class SourceAnswers {
    private SourceAnswers() {}

    /** A source as the list shows it; without a current version it is empty. */
    record Source(String name, int versions, Optional<SourceVersion> current) {}

    /** A source with all its versions, the oldest first. */
    record SourcePage(String name, Optional<Integer> currentVersion, List<SourceVersion> versions) {}

    /**
     * One accepted import of a source.
     *
     * @param state {@code current}, {@code superseded} or {@code withdrawn}
     * @param revision that brought it
     */
    record SourceVersion(
            int version,
            String state,
            String graph,
            List<String> fileDigests,
            int revision,
            Instant recordedAt,
            String actor,
            long added,
            long removed) {}

    static Page<Source> sources(History history) {
        var items = history.sources().stream()
                .map(name -> new Source(
                        name.text(),
                        history.versions(name).size(),
                        history.findCurrent(name).map(version -> version(version, history))))
                .toList();
        return new Page<>(items.size(), Optional.empty(), items);
    }

    static SourcePage source(String name, History history) {
        var source = history.sources().stream()
                .filter(known -> known.text().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.UNKNOWN_SOURCE,
                        "There is no source \"%s\"; there are: %s"
                                .formatted(
                                        Parameters.shown(name),
                                        String.join(
                                                ", ",
                                                history.sources().stream()
                                                        .map(SourceName::text)
                                                        .toList()))));
        return new SourcePage(
                name,
                history.findCurrent(source).map(Version::number),
                history.versions(source).stream()
                        .map(version -> version(version, history))
                        .toList());
    }

    private static SourceVersion version(Version version, History history) {
        var revision = history.broughtBy(version);
        var change = revision.changes().stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElseThrow();
        return new SourceVersion(
                version.number(),
                state(version, history),
                version.graph().iri(),
                version.fileDigests(),
                revision.number(),
                revision.recordedAt(),
                revision.actor(),
                change.added(),
                change.removed());
    }

    private static String state(Version version, History history) {
        if (history.withdrawn().contains(version)) {
            return "withdrawn";
        }
        return history.findCurrent(version.source()).filter(version::equals).isPresent() ? "current" : "superseded";
    }
}
