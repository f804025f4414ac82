package org.pairgraph.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pairgraph.ingest.Applying;
import org.pairgraph.ingest.Consent;
import org.pairgraph.ingest.ImportPlan;
import org.pairgraph.ingest.Importer;
import org.pairgraph.ingest.SourceFile;
import org.pairgraph.ingest.Undoing;
import org.pairgraph.store.History.Revision;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.SourceName;
import org.pairgraph.store.StoreException;

/** Plans, applies and undoes imports; every outcome that the client has to look at is a problem. */
final class Imports {
    private final PairStore store;
    private final Importer importer;

    Imports(PairStore store, Importer importer) {
        this.store = store;
        this.importer = importer;
    }

    /** A plan of files as the next version of a source. */
    ImportPlan planned(SourceName source, List<SourceFile> files) {
        if (source.equals(SourceName.ONTOLOGY)) {
            throw Parameters.bad(
                    "source",
                    "cannot be \"%s\": it changes only with the program; choose another name".formatted(source));
        }
        try {
            return importer.plan(source, files);
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    /** The plan of an id. */
    ImportPlan plan(String id) {
        return importer.findPlan(id).orElseThrow(() -> noPlan(id));
    }

    /** The revision that applying a plan makes; none when the source says all of it already. */
    Optional<Revision> applied(String id, Consent consent, String actor) {
        return switch (applying(id, consent, actor)) {
            case Applying.Applied applied -> Optional.of(applied.revision());
            case Applying.Unchanged unchanged -> Optional.empty();
            case Applying.Stale stale ->
                throw refused(
                        ProblemType.STALE_PLAN,
                        "The store has changed since the plan was made, and the plan says something else now: look at it in \"plan\", and apply it again if you agree",
                        stale.plan());
            case Applying.NotApplicable errors -> throw notApplicable(errors.plan());
            case Applying.NeedsConsent needs ->
                throw refused(
                        ProblemType.CONSENT_NEEDED,
                        "The plan removes %d triples that \"%s\" says now: send {\"acceptRemoved\": %d} if that is meant"
                                .formatted(
                                        needs.plan().triples().removed(),
                                        needs.plan().source(),
                                        needs.plan().triples().removed()),
                        needs.plan());
            case Applying.NoSuchPlan gone -> throw noPlan(id);
        };
    }

    /** The revision that takes a version back; the current version when none is named. */
    Revision undone(String name, Optional<Integer> version, boolean acceptDangling, String actor) {
        var history = store.history();
        var source = SourceAnswers.known(name, history);
        version.ifPresent(wanted -> SourceAnswers.known(source, String.valueOf(wanted), history));
        return switch (importer.undo(source, version, acceptDangling, actor)) {
            case Undoing.Undone undone -> undone.revision();
            case Undoing.Dangling dangling ->
                throw ProblemException.of(
                                ProblemType.DANGLING,
                                "Without version %d of \"%s\", others refer to %d things that nobody describes: undo those first, or send {\"acceptDangling\": true}"
                                        .formatted(
                                                dangling.version().number(),
                                                source,
                                                dangling.dependants().size()))
                        .with("dependants", dangling.dependants());
            case Undoing.Impossible impossible ->
                throw ProblemException.of(ProblemType.NOTHING_TO_UNDO, impossible.why());
        };
    }

    static ProblemException notApplicable(ImportPlan plan) {
        return refused(ProblemType.PLAN_NOT_APPLICABLE, "The plan has errors: mend the file and plan it again", plan);
    }

    private Applying applying(String id, Consent consent, String actor) {
        try {
            return importer.apply(id, consent, actor);
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    private static ProblemException refused(ProblemType type, String detail, ImportPlan plan) {
        return ProblemException.of(type, detail).with("plan", plan);
    }

    private static ProblemException noPlan(String id) {
        return ProblemException.of(
                ProblemType.UNKNOWN_PLAN,
                "There is no plan \"%s\": plans live until they are applied, at most 24 hours, the newest twenty of them; make it again"
                        .formatted(Parameters.shown(id)));
    }

    private static StoreException notKept(IOException e) {
        return new StoreException(
                "The files cannot be kept (%s): make room on the disk of the store. The store is as it was"
                        .formatted(e.getMessage()),
                e);
    }
}
