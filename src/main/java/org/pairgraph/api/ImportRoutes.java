package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pairgraph.access.Role;
import org.pairgraph.ingest.Applying;
import org.pairgraph.ingest.Consent;
import org.pairgraph.ingest.ImportPlan;
import org.pairgraph.ingest.Importer;
import org.pairgraph.ingest.SourceFile;
import org.pairgraph.ingest.Undoing;
import org.pairgraph.sparql.Endpoint;
import org.pairgraph.store.History.Revision;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.SourceName;
import org.pairgraph.store.StoreException;

/** Plans of imports, applying them, and taking versions back. */
final class ImportRoutes {
    private static final String SOURCE = "source";
    private static final String FILE_NAME = "filename";
    private static final String FORMAT = "format";
    private static final String ACCEPT_REMOVED = "acceptRemoved";
    private static final String REPLACE = "replace";
    private static final String VERSION = "version";
    private static final String ACCEPT_DANGLING = "acceptDangling";
    private static final Set<String> OF_A_PLAN = new TreeSet<>(Set.of(FILE_NAME, FORMAT, SOURCE));

    private final PairStore store;
    private final Importer importer;
    private final Guard guard;
    private final long mostBytes;

    /** @param mostBytes of a request that brings files */
    ImportRoutes(PairStore store, Importer importer, Guard guard, long mostBytes) {
        this.store = store;
        this.importer = importer;
        this.guard = guard;
        this.mostBytes = mostBytes;
    }

    /** The answer to an import that would change nothing. */
    record Unchanged(boolean unchanged, int revision) {}

    void plan(Context ctx) throws IOException {
        guard.write(ctx, "plan", Role.STEWARD, write -> {
            var parameters = Parameters.of(ctx, OF_A_PLAN);
            var source = source(parameters, write);
            var files = SentFiles.of(ctx, parameters.find(FILE_NAME), parameters.find(FORMAT), mostBytes);

            var plan = plan(source, files);

            write.ofPlan(plan.id()).did(plan.applicable() ? "planned" : "planned-with-errors");
            ctx.header(Header.LOCATION, "/api/v1/imports/plans/" + plan.id());
            answer(ctx.status(HttpStatus.CREATED), plan.baseRevision(), plan);
        });
    }

    void readPlan(Context ctx) {
        Parameters.of(ctx, Set.of());
        guard.admitted(ctx, Role.STEWARD);
        var plan = plan(ctx.pathParam("id"));
        answer(ctx, plan.baseRevision(), plan);
    }

    void apply(Context ctx) throws IOException {
        guard.write(ctx, "apply", Role.STEWARD, write -> {
            Parameters.of(ctx, Set.of());
            var id = ctx.pathParam("id");
            var consent = consent(JsonBody.of(ctx, Set.of(ACCEPT_REMOVED, REPLACE)));
            write.ofPlan(id).ofSource(plan(id).source());

            switch (applied(id, consent, write.actor())) {
                case Applying.Applied applied -> {
                    write.did("applied");
                    answer(ctx, applied.revision());
                }
                case Applying.Unchanged unchanged -> {
                    write.did("unchanged");
                    answer(ctx, unchanged.revision(), new Unchanged(true, unchanged.revision()));
                }
                case Applying.Stale stale ->
                    throw refused(
                            ProblemType.STALE_PLAN,
                            "The store has changed since the plan was made, and the plan says something else now: look at it in \"plan\", and apply it again if you agree",
                            stale.plan());
                case Applying.NotApplicable errors ->
                    throw refused(
                            ProblemType.PLAN_NOT_APPLICABLE,
                            "The plan has errors: mend the file and plan it again",
                            errors.plan());
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
            }
        });
    }

    void undo(Context ctx) throws IOException {
        guard.write(ctx, "undo", Role.STEWARD, write -> {
            Parameters.of(ctx, Set.of());
            var name = ctx.pathParam("name");
            write.ofSource(name);
            var body = JsonBody.of(ctx, Set.of(VERSION, ACCEPT_DANGLING));
            var history = store.history();
            var source = SourceAnswers.known(name, history);
            var number = body.number(VERSION, 1);
            number.ifPresent(wanted -> SourceAnswers.known(source, String.valueOf(wanted), history));
            var version = number.isPresent() ? Optional.of((int) number.getAsLong()) : Optional.<Integer>empty();

            switch (importer.undo(source, version, body.isTrue(ACCEPT_DANGLING), write.actor())) {
                case Undoing.Undone undone -> {
                    write.did("undone");
                    answer(ctx, undone.revision());
                }
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
            }
        });
    }

    /** Looks through the whole store for anything that does not follow from its versions and its ledger. */
    void verify(Context ctx) throws IOException {
        guard.write(ctx, "verify", Role.ADMIN, write -> {
            Parameters.of(ctx, Set.of());
            var findings = store.verify();
            write.did(findings.isEmpty() ? "sound" : "findings");
            answer(ctx, store.history().head(), Map.of("findings", findings));
        });
    }

    private ImportPlan plan(SourceName source, List<SourceFile> files) {
        try {
            return importer.plan(source, files);
        } catch (IllegalArgumentException e) {
            throw Parameters.bad(SOURCE, "cannot be \"%s\": %s".formatted(source, e.getMessage()));
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    private Applying applied(String id, Consent consent, String actor) {
        try {
            return importer.apply(id, consent, actor);
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    private ImportPlan plan(String id) {
        return importer.findPlan(id).orElseThrow(() -> noPlan(id));
    }

    private static SourceName source(Parameters parameters, Guard.Write write) {
        var name = parameters
                .find(SOURCE)
                .orElseThrow(() -> Parameters.bad(SOURCE, "is missing: name the source whose next version this is"));
        write.ofSource(name);
        try {
            return new SourceName(name);
        } catch (IllegalArgumentException e) {
            throw Parameters.bad(SOURCE, "is no name: " + Parameters.shown(String.valueOf(e.getMessage()), 300));
        }
    }

    private static Consent consent(JsonBody body) {
        var removed = body.number(ACCEPT_REMOVED, 0);
        boolean replace = body.isTrue(REPLACE);
        if (replace && removed.isPresent()) {
            throw JsonBody.bad("has both acceptRemoved and replace: send one of them");
        }
        return removed.isPresent() ? Consent.toRemove(removed.getAsLong()) : replace ? Consent.REPLACE : Consent.NONE;
    }

    private static ProblemException refused(ProblemType type, String detail, ImportPlan plan) {
        return ProblemException.of(type, detail).with("plan", plan);
    }

    private static ProblemException noPlan(String id) {
        return ProblemException.of(
                ProblemType.UNKNOWN_PLAN,
                "There is no plan \"%s\": plans live 24 hours, the newest twenty of them; make it again"
                        .formatted(Parameters.shown(id)));
    }

    private static StoreException notKept(IOException e) {
        return new StoreException(
                "The files cannot be kept (%s): make room on the disk of the store. The store is as it was"
                        .formatted(e.getMessage()),
                e);
    }

    private static void answer(Context ctx, Revision revision) {
        answer(ctx, revision.number(), SourceAnswers.revision(revision));
    }

    private static void answer(Context ctx, int revision, Object body) {
        ctx.header(Endpoint.REVISION_HEADER, String.valueOf(revision));
        ctx.header(Header.CACHE_CONTROL, "no-store");
        ctx.contentType(Json.TYPE).result(Json.bytes(body));
    }
}
