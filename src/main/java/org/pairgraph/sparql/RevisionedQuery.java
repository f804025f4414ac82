package org.pairgraph.sparql;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.Responses;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.pairgraph.sparql.SparqlProblem.Kind;
import org.pairgraph.store.PairStore;
import org.pairgraph.vocab.XmlLimits;
import org.pairgraph.vocab.XmlLimits.NotInXml;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fuseki's query operation, at the current revision or at {@code revision=N}. The answer says its revision and does not
 * range over versions that were superseded then.
 */
final class RevisionedQuery extends SPARQL_QueryDataset {
    private static final Logger LOG = LoggerFactory.getLogger(RevisionedQuery.class);

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
            var parsed = SentQuery.of(action.getRequest(), text, queries).parsed();
            queries.run(text, action.getRequest().getRemoteAddr(), run -> answer(action, parsed, run));
        } catch (QueryRefusal e) {
            refuse(action, e);
        } catch (ActionErrorException | RuntimeIOException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A query failed: {}", text, e);
            refuse(
                    action,
                    QueryRefusal.of(
                            Kind.INTERNAL_ERROR,
                            "Write the query in another way; the server's log says what went wrong"));
        }
    }

    private boolean answer(HttpAction action, ParsedQuery parsed, GuardedRun run) {
        var recorded = RecordedResponse.find(action.getResponse());
        recorded.ifPresent(response -> run.query().lastResort(response::hangUpOnWhoDoesNotRead));
        action.beginRead();
        try {
            var history = store.historyWithin();
            int revision = Revisions.known(action.getRequest(), history.head());
            action.getResponse().setIntHeader(Endpoint.REVISION_HEADER, revision);
            var decided = decideDataset(action, parsed.query(), "");
            var asked = parsed.about(decided.getRight());
            try (var execution = run.execution(decided.getLeft(), asked)) {
                if (revision == history.head()) {
                    store.hideSuperseded(asked.graphs(), history, execution.getContext());
                }
                return answer(action, asked.query(), run, execution, recorded.orElseThrow());
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
            Responses.doResponseResultSet(action, response.isXml() ? rows.inXml() : rows, query.getPrologue());
            rows.cut().ifPresent(response::cut);
        } else {
            var graph = run.graph(execution);
            requireWritable(graph.graph(), response);
            Responses.doResponseGraph(action, graph.graph());
            graph.cut().ifPresent(response::cut);
        }
        return true;
    }

    /** Jena's writers say nothing of why they cannot, or that the server is at fault. */
    private static void requireWritable(Graph graph, RecordedResponse response) {
        try {
            if (response.isRdfXml()) {
                XmlLimits.requireInRdfXml(graph.find());
            } else if (response.isXml()) {
                XmlLimits.requireInXml(graph.find());
            }
        } catch (NotInXml e) {
            throw QueryRefusal.of(e);
        }
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
        int revision = Revisions.known(action.getRequest(), head);
        return revision == head ? super.getDataset(action) : store.readAt(revision, (dataset, history) -> dataset);
    }
}
