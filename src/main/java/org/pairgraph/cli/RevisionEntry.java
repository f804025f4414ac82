package org.pairgraph.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.pairgraph.store.History.Revision;

/** One change of the store, as {@code --json} prints it and as the API writes it. */
record RevisionEntry(
        int revision, Instant recordedAt, String action, String actor, String toolVersion, List<Change> changes) {

    /** What it did to one source: the version that it brought, or took back. */
    record Change(
            String source,
            int version,
            String graph,
            long triples,
            List<String> fileDigests,
            long added,
            long removed) {}

    static RevisionEntry of(Revision revision) {
        var changes = revision.changes().stream()
                .map(change -> new Change(
                        change.version().source().text(),
                        change.version().number(),
                        change.version().graph().iri(),
                        change.version().triples(),
                        change.version().fileDigests(),
                        change.added(),
                        change.removed()))
                .toList();
        return new RevisionEntry(
                revision.number(),
                revision.recordedAt(),
                revision.action().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                revision.actor(),
                revision.toolVersion(),
                changes);
    }

    /** One line. */
    String text() {
        var what = changes.stream()
                .map(change -> "%s %d (+%d −%d)"
                        .formatted(change.source(), change.version(), change.added(), change.removed()))
                .toList();
        var shown = what.size() > 3 ? what.size() + " sources" : String.join(", ", what);
        return "%d  %s  %s  %s  %s".formatted(revision, recordedAt, actor, action, shown);
    }
}
