package org.pairgraph.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pairgraph.access.Role;
import org.pairgraph.sparql.RunningQueries;
import org.pairgraph.sparql.RunningQuery;

/** The queries that run or wait now, for an administrator: to look at, and to stop. */
final class RunningQueryRoutes {
    private final RunningQueries running;
    private final Guard guard;

    RunningQueryRoutes(RunningQueries running, Guard guard) {
        this.running = running;
        this.guard = guard;
    }

    /**
     * A query that runs or waits.
     *
     * @param state {@code queued} or {@code running}
     * @param client the address that asks
     */
    record Listed(String id, String query, Instant started, long elapsedMillis, String state, String client) {
        static Listed of(RunningQuery query) {
            return new Listed(
                    query.id(),
                    query.text(),
                    query.started(),
                    query.elapsed().toMillis(),
                    query.state().label(),
                    query.client());
        }
    }

    void queries(Context ctx) {
        Parameters.of(ctx, Set.of());
        guard.admitted(ctx, Role.ADMIN);
        List<Listed> listed = running.queries().stream().map(Listed::of).toList();
        ctx.header(Header.CACHE_CONTROL, "no-store");
        ctx.contentType(Json.TYPE).result(Json.bytes(new Page<>(listed.size(), Optional.empty(), listed)));
    }

    void stop(Context ctx) throws IOException {
        guard.write(ctx, "stop-query", Role.ADMIN, write -> {
            Parameters.of(ctx, Set.of());
            var id = ctx.pathParam("id");
            if (!running.stop(id)) {
                throw ProblemException.of(
                        ProblemType.UNKNOWN_RUNNING_QUERY,
                        "No query \"%s\" runs or waits: it may have ended; GET /api/v1/running-queries lists those that do"
                                .formatted(Parameters.shown(id)));
            }
            write.did("stopped");
            ctx.status(HttpStatus.NO_CONTENT);
        });
    }
}
