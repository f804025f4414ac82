package org.pairgraph.sparql;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.apache.jena.query.ARQ;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.pairgraph.store.PairStore;

/**
 * {@code /sparql}: SPARQL 1.1 Query, answered by Fuseki within the server's own Jetty, and the reading half of the Graph
 * Store Protocol. Every answer names the revision that it was read from.
 */
public final class Endpoint {
    /** The header of every answer that names the revision. */
    public static final String REVISION_HEADER = "Pairgraph-Revision";

    /** What is answered here, method and path. */
    public static final Set<String> ROUTES =
            Set.of("GET /sparql", "POST /sparql", "POST /sparql/update", "GET /sparql/data");

    private static final long MOST_CACHE_BYTES = 64L << 20;
    private static final int SHARE_OF_MEMORY = 16;

    private final PairStore store;
    private final GuardedQueries queries;

    /** @param queries runs what is asked */
    public Endpoint(PairStore store, GuardedQueries queries) {
        this.store = store;
        this.queries = queries;
    }

    /** Puts the endpoint into a servlet context. Fuseki's own server is built for its configuration and never started. */
    public void mount(ServletContextHandler context) {
        store.dataset().getContext().set(ARQ.httpServiceAllowed, false);
        var service = DataService.newBuilder(store.dataset())
                .addEndpoint(Operation.Query)
                .build();
        var fuseki = FusekiServer.create()
                .registerOperation(Operation.Query, new RevisionedQuery(store, queries))
                .add("/sparql", service)
                .build();

        var configured = fuseki.getServletContext();
        configured
                .getAttributeNames()
                .asIterator()
                .forEachRemaining(
                        name -> context.getServletContext().setAttribute(name, configured.getAttribute(name)));
        context.setMaxFormContentSize(DirectQuery.MOST_BYTES);
        var filter = new SparqlFilter(store, queries, new FusekiFilter(), new ResultCache(cacheBytes()));
        context.addFilter(new FilterHolder(filter), "/sparql/*", EnumSet.of(DispatcherType.REQUEST));
    }

    private static long cacheBytes() {
        return Math.min(MOST_CACHE_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }
}
