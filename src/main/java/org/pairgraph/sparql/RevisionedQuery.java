package org.pairgraph.sparql;

import java.util.Collection;
import java.util.List;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
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

    RevisionedQuery(PairStore store) {
        this.store = store;
    }

    @Override
    protected Collection<String> customParams() {
        return List.of(Revisions.PARAMETER);
    }

    @Override
    protected Pair<DatasetGraph, Query> decideDataset(HttpAction action, Query query, String queryForLog) {
        var history = store.historyWithin();
        int revision = revision(action, history.head());
        action.getResponse().setIntHeader(Endpoint.REVISION_HEADER, revision);
        if (revision == history.head()) {
            store.hideSuperseded(query, history, action.getContext());
        }
        return super.decideDataset(action, query, queryForLog);
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
