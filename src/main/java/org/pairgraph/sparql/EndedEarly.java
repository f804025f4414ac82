package org.pairgraph.sparql;

import org.apache.jena.query.QueryCancelledException;

/**
 * Ends a query while ARQ evaluates it. ARQ takes any other exception in a filter for one that is false, and goes on;
 * whoever gives the query's rows turns it into the refusal.
 */
final class EndedEarly extends QueryCancelledException {
    private static final long serialVersionUID = 1L;

    private final QueryRefusal refusal;

    EndedEarly(QueryRefusal refusal) {
        this.refusal = refusal;
    }

    QueryRefusal refusal() {
        return refusal;
    }
}
