package org.pairgraph.server;

import org.pairgraph.api.Indexes;
import org.pairgraph.sparql.GuardedQueries;
import org.pairgraph.sparql.QueryLimits;
import org.pairgraph.store.PairStore;

/** Queries to a store that no server serves, for a process that asks a few and ends. */
public final class StoreQueries {
    private StoreQueries() {}

    /** Within the limits that a server keeps, and with its search of names, which is read when a query needs it. */
    public static GuardedQueries of(PairStore store, QueryLimits limits) {
        return new GuardedQueries(limits, Indexes.searchOnDemand(store));
    }
}
