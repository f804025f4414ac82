package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pairgraph.access.Role;
import org.pairgraph.ingest.Consent;
import org.pairgraph.sparql.VersionTag;
import org.pairgraph.store.GraphName;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.SourceName;

/**
 * The writing half of the Graph Store Protocol (§5.3, §5.4), for programs that speak nothing else: PUT on the graph of a
 * source is an import that replaces what the source says, DELETE takes its current version back. Off unless the operator
 * wants it.
 */
final class GraphWriteRoutes {
    private static final String GRAPH = "graph";

    private final PairStore store;
    private final ImportRoutes routes;
    private final Imports imports;
    private final Guard guard;
    private final boolean on;
    private final long mostBytes;

    /** @param on whether the operator wants it */
    GraphWriteRoutes(PairStore store, ImportRoutes routes, Imports imports, Guard guard, boolean on, long mostBytes) {
        this.store = store;
        this.routes = routes;
        this.imports = imports;
        this.guard = guard;
        this.on = on;
        this.mostBytes = mostBytes;
    }

    void put(Context ctx) throws IOException {
        requireOn();
        guard.write(ctx, "put-graph", Role.STEWARD, write -> {
            var source = source(ctx);
            write.ofSource(source.text());
            requireCondition(ctx, source);
            boolean isNew = store.history().findCurrent(source).isEmpty();

            var plan = imports.planned(source, SentFiles.of(ctx, Optional.empty(), Optional.empty(), mostBytes));
            write.ofPlan(plan.id());
            if (!plan.applicable()) {
                throw Imports.notApplicable(plan);
            }
            var revision = onCondition(ctx, source, () -> imports.applied(plan.id(), Consent.REPLACE, write.actor()));

            if (revision.isPresent()) {
                write.did("applied");
                ImportRoutes.answer(ctx.status(isNew ? HttpStatus.CREATED : HttpStatus.OK), revision.get());
            } else {
                write.did("unchanged");
                routes.unchanged(ctx);
            }
        });
    }

    void delete(Context ctx) throws IOException {
        requireOn();
        guard.write(ctx, "delete-graph", Role.STEWARD, write -> {
            var source = source(ctx);
            write.ofSource(source.text());
            var revision = onCondition(
                    ctx, source, () -> imports.undone(source.text(), Optional.empty(), false, write.actor()));
            write.did("undone");
            ImportRoutes.answer(ctx, revision);
        });
    }

    /** Nobody changes the source between the look at it and the change. */
    private <T> T onCondition(Context ctx, SourceName source, Supplier<T> change) {
        return store.exclusively(() -> {
            requireCondition(ctx, source);
            return change.get();
        });
    }

    private void requireCondition(Context ctx, SourceName source) {
        var current = store.history().findCurrent(source).map(version -> VersionTag.of(store.id(), version.graph()));
        var ifMatch = Optional.ofNullable(ctx.header(Header.IF_MATCH));
        var ifNoneMatch = Optional.ofNullable(ctx.header(Header.IF_NONE_MATCH));
        if (!VersionTag.allows(current, ifMatch, ifNoneMatch)) {
            throw ProblemException.of(
                    ProblemType.PRECONDITION_FAILED,
                    "\"%s\" is not what the request takes it to be: read its graph again, look at what changed, and send its ETag"
                            .formatted(source));
        }
    }

    private void requireOn() {
        if (!on) {
            throw ProblemException.of(
                    ProblemType.GRAPH_WRITES_OFF,
                    "Graphs are only read here: import with POST /api/v1/imports/plans, or have the operator serve with --graph-writes");
        }
    }

    /** The source whose graph a request names, without a version: versions never change. */
    private static SourceName source(Context ctx) {
        var iri = Parameters.of(ctx, Set.of(GRAPH))
                .find(GRAPH)
                .orElseThrow(() -> Parameters.bad(
                        GRAPH,
                        "is missing: name a source, like " + GraphName.NAMESPACE
                                + "my-county; the default graph is made of all sources"));
        try {
            if (iri.startsWith(GraphName.NAMESPACE)) {
                return new SourceName(iri.substring(GraphName.NAMESPACE.length()));
            }
        } catch (IllegalArgumentException e) {
            throw Parameters.bad(
                    GRAPH,
                    "is no source that can be written (%s): a version of one, the ledger and the derived triples never change so"
                            .formatted(Parameters.shown(String.valueOf(e.getMessage()), 300)));
        }
        throw Parameters.bad(GRAPH, "is not one of ours: name a source, like " + GraphName.NAMESPACE + "my-county");
    }
}
