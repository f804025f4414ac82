package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pairgraph.access.Role;
import org.pairgraph.ingest.Consent;
import org.pairgraph.sparql.Endpoint;
import org.pairgraph.store.History.Revision;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.SourceName;

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
    private final Imports imports;
    private final Guard guard;
    private final long mostBytes;

    /** @param mostBytes of a request that brings files */
    ImportRoutes(PairStore store, Imports imports, Guard guard, long mostBytes) {
        this.store = store;
        this.imports = imports;
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

            var plan = imports.planned(source, files);

            write.ofPlan(plan.id()).did(plan.applicable() ? "planned" : "planned-with-errors");
            ctx.header(Header.LOCATION, "/api/v1/imports/plans/" + plan.id());
            answer(ctx.status(HttpStatus.CREATED), plan.baseRevision(), plan);
        });
    }

    void readPlan(Context ctx) {
        Parameters.of(ctx, Set.of());
        guard.admitted(ctx, Role.STEWARD);
        var plan = imports.plan(ctx.pathParam("id"));
        answer(ctx, plan.baseRevision(), plan);
    }

    void apply(Context ctx) throws IOException {
        guard.write(ctx, "apply", Role.STEWARD, write -> {
            Parameters.of(ctx, Set.of());
            var id = ctx.pathParam("id");
            write.ofPlan(id);
            var consent = consent(JsonBody.of(ctx, Set.of(ACCEPT_REMOVED, REPLACE)));
            write.ofSource(imports.plan(id).source());

            var revision = imports.applied(id, consent, write.actor());

            if (revision.isPresent()) {
                write.did("applied");
                answer(ctx, revision.get());
            } else {
                write.did("unchanged");
                unchanged(ctx);
            }
        });
    }

    void undo(Context ctx) throws IOException {
        guard.write(ctx, "undo", Role.STEWARD, write -> {
            Parameters.of(ctx, Set.of());
            var name = ctx.pathParam("name");
            write.ofSource(name);
            var body = JsonBody.of(ctx, Set.of(VERSION, ACCEPT_DANGLING));
            var number = body.smallNumber(VERSION, 1);
            var version = number.isPresent() ? Optional.of(number.getAsInt()) : Optional.<Integer>empty();

            var revision = imports.undone(name, version, body.isTrue(ACCEPT_DANGLING), write.actor());
            write.did("undone");
            answer(ctx, revision);
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

    void unchanged(Context ctx) {
        int head = store.history().head();
        answer(ctx, head, new Unchanged(true, head));
    }

    static void answer(Context ctx, Revision revision) {
        answer(ctx, revision.number(), SourceAnswers.revision(revision));
    }

    static void answer(Context ctx, int revision, Object body) {
        ctx.header(Endpoint.REVISION_HEADER, String.valueOf(revision));
        ctx.header(Header.CACHE_CONTROL, "no-store");
        ctx.contentType(Json.TYPE).result(Json.bytes(body));
    }
}
