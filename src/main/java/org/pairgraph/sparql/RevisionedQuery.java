package org.pairgraph.sparql;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.Responses;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.web.HttpSC;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.RevisionNotAtHand;
import org.pairgraph.store.UnknownRevision;

/**
 * Fuseki's query operation, at the current revision or at {@code revision=N}. The answer says its revision and does not
 * range over versions that were superseded then.
 */
final class RevisionedQuery extends SPARQL_QueryDataset {
    private final PairStore store;
    private final GuardedQueries queries;

    RevisionedQuery(PairStore store, GuardedQueries queries) {
        this.store = store;
        this.queries = queries;
    }

    @Override
    protected Collection<String> customParams() {
        return List.of(Revisions.PARAMETER);
    }

    /** The whole of what Fuseki does with a query, within the guards. */
    @Override
    protected void execute(String text, HttpAction action) {
        try {
            var query = queries.parse(text);
            queries.run(text, action.getRequest().getRemoteAddr(), run -> answer(action, query, run));
        } catch (QueryRefusal e) {
            refuse(action, e);
        }
    }

    private boolean answer(HttpAction action, Query parsed, GuardedRun run) {
        var recorded = RecordedResponse.find(action.getResponse());
        recorded.ifPresent(response -> run.query().lastResort(response::hangUp));
        action.beginRead();
        try {
            var history = store.historyWithin();
            int revision = revision(action, history.head());
            action.getResponse().setIntHeader(Endpoint.REVISION_HEADER, revision);
            var decided = decideDataset(action, parsed, "");
            var query = decided.getRight();
            try (var execution = run.prepared(decided.getLeft(), query)) {
                if (revision == history.head()) {
                    store.hideSuperseded(parsed, history, execution.getContext());
                }
                return answer(action, query, run, execution, recorded.orElseThrow());
            }
        } finally {
            action.endRead();
        }
    }

    private static boolean answer(
            HttpAction action, Query query, GuardedRun run, QueryExec execution, RecordedResponse response) {
        if (query.isAskType()) {
            Responses.doResponseBoolean(action, execution.ask());
        } else if (query.isSelectType()) {
            var rows = response.isTable()
                    ? run.keptRows(execution, run.mostRows())
                    : run.rows(execution, response::written);
            Responses.doResponseResultSet(action, rows, query.getPrologue());
            rows.cut().ifPresent(response::cut);
        } else {
            var graph = run.graph(execution);
            Responses.doResponseGraph(action, graph.graph());
            graph.cut().ifPresent(response::cut);
        }
        return true;
    }

    private static void refuse(HttpAction action, QueryRefusal refusal) {
        refusal.retryAfter()
                .ifPresent(wait -> action.getResponse().setHeader("Retry-After", String.valueOf(wait.toSeconds())));
        var problem = SparqlProblem.of(refusal);
        try {
            var recorded = RecordedResponse.find(action.getResponse());
            if (recorded.isPresent()) {
                recorded.get().refuse(problem);
            } else {
                problem.send(action.getRequest(), action.getResponse());
            }
        } catch (IOException e) {
            ServletOps.errorOccurred(e);
        }
    }

    @Override
    protected DatasetGraph getDataset(HttpAction action) {
        int head = store.historyWithin().head();
        int revision = revision(action, head);
        if (revision == head) {
            return super.getDataset(action);
        }
        try {
            return store.readAt(revision, (dataset, history) -> dataset);
        } catch (UnknownRevision e) {
            ServletOps.error(HttpSC.NOT_FOUND_404, e.getMessage());
        } catch (RevisionNotAtHand e) {
            action.getResponse()
                    .setHeader("Retry-After", Long.toString(e.retryAfter().toSeconds()));
            ServletOps.error(HttpSC.SERVICE_UNAVAILABLE_503, e.getMessage());
        }
        throw new IllegalStateException("An error was sent");
    }

    private static int revision(HttpAction action, int head) {
        var text = action.getRequestParameter("revision");
        if (text == null) {
            return head;
        }
        if (!text.matches("[0-9]{1,9}")) {
            ServletOps.errorBadRequest("revision is a whole number like %d, not \"%s\"".formatted(head, text));
        }
        return Integer.parseInt(text);
    }
}
