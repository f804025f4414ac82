package org.pairgraph.bench.rdf4j;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** RDF4J's store in memory with a copy of a default graph, behind the server that ours has: SPARQL in, JSON out. */
public final class Rdf4jPeer {
    private Rdf4jPeer() {}

    /** @param args where the default graph is read, over HTTP */
    public static void main(String[] args) throws IOException {
        var repository = new SailRepository(new MemoryStore());
        try (var connection = repository.getConnection();
                var triples = opened(args[0])) {
            connection.add(triples, RDFFormat.NTRIPLES);
        }
        var server = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            javalin.jetty.host = "127.0.0.1";
            javalin.jetty.port = 0;
            javalin.jetty.threadPool = new QueuedThreadPool(100, 8);
            javalin.jetty.modifyHttpConfiguration(http -> http.setOutputBufferSize(32 * 1024));
            javalin.routes.post("/sparql", ctx -> {
                ctx.contentType("application/sparql-results+json");
                try (var connection = repository.getConnection()) {
                    connection.prepareTupleQuery(ctx.body()).evaluate(new SPARQLResultsJSONWriter(ctx.outputStream()));
                }
            });
        });
        server.start();
        System.out.println("RDF4J serves http://127.0.0.1:" + server.port() + "/sparql");
    }

    private static InputStream opened(String triples) throws IOException {
        var connection = URI.create(triples).toURL().openConnection();
        connection.setRequestProperty("Accept", "application/n-triples");
        return connection.getInputStream();
    }
}
