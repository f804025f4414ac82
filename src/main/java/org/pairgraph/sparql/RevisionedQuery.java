package org.pairgraph.sparql;

import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.pairgraph.store.PairStore;

/** Fuseki's query operation; the answer says its revision and does not range over superseded versions. */
final class RevisionedQuery extends SPARQL_QueryDataset {
    private final PairStore store;

    RevisionedQuery(PairStore store) {
        this.store = store;
    }

    @Override
    protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
        var history = store.historyWithin();
        action.getResponse().setIntHeader(Endpoint.REVISION_HEADER, history.head());
        store.hideSuperseded(query, history, action.getContext());
        return super.createQueryExec(action, query, dataset);
    }
}
