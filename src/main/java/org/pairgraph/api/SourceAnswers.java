package org.pairgraph.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pairgraph.store.History;
import org.pairgraph.store.History.Change;
import org.pairgraph.store.History.Revision;
import org.pairgraph.store.History.Version;
import org.pairgraph.store.SourceName;

/** What the ledger says about sources and revisions. */
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
            long triples,
            List<String> fileDigests,
            int revision,
            Instant recordedAt,
            String actor,
            long added,
            long removed) {}

    /** One change of the store. */
    record RevisionEntry(
            int revision,
            Instant recordedAt,
            String action,
            String actor,
            String toolVersion,
            List<RevisionChange> changes) {}

    /** What a revision did to one source: the version that it brought, or took back. */
    record RevisionChange(
            String source,
            int version,
            String graph,
            long triples,
            List<String> fileDigests,
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
        var source = known(name, history);
        return new SourcePage(
                name,
                history.findCurrent(source).map(Version::number),
                history.versions(source).stream()
                        .map(version -> version(version, history))
                        .toList());
    }

    /** The source of a name that was ever imported. */
    static SourceName known(String name, History history) {
        return history.sources().stream()
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
    }

    /** The version of a source that a text numbers. */
    static Version known(SourceName source, String number, History history) {
        var versions = history.versions(source);
        return versions.stream()
                .filter(version -> String.valueOf(version.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.UNKNOWN_VERSION,
                        "There is no version \"%s\" of \"%s\": it has 1 to %d"
                                .formatted(Parameters.shown(number), source, versions.size())));
    }

    static SourceVersion version(Version version, History history) {
        var revision = history.broughtBy(version);
        var change = revision.changes().stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElseThrow();
        return new SourceVersion(
                version.number(),
                state(version, history),
                version.graph().iri(),
                version.triples(),
                version.fileDigests(),
                revision.number(),
                revision.recordedAt(),
                revision.actor(),
                change.added(),
                change.removed());
    }

    static RevisionEntry revision(Revision revision) {
        return new RevisionEntry(
                revision.number(),
                revision.recordedAt(),
                revision.action().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                revision.actor(),
                revision.toolVersion(),
                revision.changes().stream().map(SourceAnswers::change).toList());
    }

    private static RevisionChange change(Change change) {
        var version = change.version();
        return new RevisionChange(
                version.source().text(),
                version.number(),
                version.graph().iri(),
                version.triples(),
                version.fileDigests(),
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
