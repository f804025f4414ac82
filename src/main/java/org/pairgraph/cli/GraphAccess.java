package org.pairgraph.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.pairgraph.server.Announcement;
import org.pairgraph.sparql.QueryLimits;

/** The graph, for a command that only reads: from the running server when there is one, else from the store. */
interface GraphAccess extends AutoCloseable {

    /**
     * Asks the server that holds the store. Where there is none, opens the store, and fills it first when it is empty; it
     * is then locked against other processes until this is closed, and queries end within limits as they do in a server.
     *
     * @param home the folder of {@code ontology/} and {@code data/}
     * @param limits of queries where there is no server; where there is one, their memory bounds what is kept here
     * @param progress told in a line each what takes time
     * @throws org.pairgraph.store.StoreException if the store cannot be opened
     * @throws UnreachableServer if there is a server and it does not answer
     */
    static GraphAccess open(Path store, Path home, QueryLimits limits, Consumer<String> progress) {
        var server = Announcement.find(store).flatMap(url -> ServerAccess.find(url, limits.memory()));
        return server.isPresent() ? server.get() : StoreAccess.open(store, home, limits, progress);
    }

    /** The same with the limits that a server has when nobody says otherwise. */
    static GraphAccess open(Path store, Path home, Consumer<String> progress) {
        return open(store, home, QueryLimits.ofThisMachine(), progress);
    }

    /**
     * Runs one query, within one revision. What {@code reading} returns must be its own: rows are gone afterwards.
     *
     * @param revision the current one when none is given
     * @throws Refusal if a server does not answer the query
     * @throws org.pairgraph.sparql.QueryRefusal if it is not answered here
     */
    <T> T query(Query query, OptionalInt revision, Function<Answer, T> reading);

    /** Runs one query at the current revision. */
    default <T> T query(Query query, Function<Answer, T> reading) {
        return query(query, OptionalInt.empty(), reading);
    }

    /**
     * All that a CONSTRUCT query of the program makes, as a graph of the caller's own.
     *
     * @throws Refusal if a server does not give all of it
     */
    Graph construct(Query query);

    @Override
    void close();
}
