package org.pairgraph.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.pairgraph.access.Access;
import org.pairgraph.api.Api;
import org.pairgraph.api.Indexes;
import org.pairgraph.api.OperatorMap;
import org.pairgraph.claims.PassageTexts;
import org.pairgraph.evidence.Passages;
import org.pairgraph.ingest.Bundle;
import org.pairgraph.ingest.Importer;
import org.pairgraph.sparql.Endpoint;
import org.pairgraph.sparql.GuardedQueries;
import org.pairgraph.sparql.QueryCatalogue;
import org.pairgraph.store.PairStore;

/** The running service: the store, SPARQL and the API on one port. */
public final class PairServer implements AutoCloseable {
    /** Jetty's own default, said aloud: Fuseki's server would allocate 5 MiB for each answer. */
    private static final int OUTPUT_BUFFER_BYTES = 32 * 1024;

    /** Below this an answer is one packet as it is. */
    private static final int LEAST_BYTES_TO_COMPRESS = 1024;

    /** Half the time of the usual 6, for a few percent more bytes. */
    private static final int COMPRESSION_LEVEL = 4;

    /** Enough for long queries beside short answers; more would only take memory. */
    private static final int MOST_THREADS = 100;

    private static final int IDLE_THREADS = 8;

    /** So many of them for one address at most: whoever sends or reads slowly holds his own, and others find one. */
    private static final int THREADS_OF_AN_ADDRESS = 60;

    private static final Duration LONGEST_SENDING_ON = Duration.ofSeconds(30);

    private final PairStore store;
    private final GuardedQueries queries;
    private final Indexes indexes;
    private final Javalin http;
    private final Announcement announcement;

    private PairServer(
            PairStore store, GuardedQueries queries, Indexes indexes, Javalin http, Announcement announcement) {
        this.store = store;
        this.queries = queries;
        this.indexes = indexes;
        this.http = http;
        this.announcement = announcement;
    }

    /**
     * Opens the store, fills or updates it from the sources that come with the program, and serves. Walks and the search
     * answer a little later than the rest, when the network is in memory.
     *
     * @param progress told in a line each what takes time
     * @throws StartException if the port is taken, a query of the catalogue is broken, or the operator's map cannot be
     *     shown
     * @throws java.io.UncheckedIOException if there is no folder of documents where one is named
     * @throws org.pairgraph.store.StoreException if the store cannot be opened or written
     * @throws org.pairgraph.ingest.UnreadableSource if a source that comes with the program is not valid
     */
    public static PairServer start(Config config, Consumer<String> progress) {
        var map = config.map().map(MapFile::read).orElse(OperatorMap.NONE);
        var store = PairStore.open(config.store());
        var indexes = new Indexes(store);
        var queries = new GuardedQueries(config.limits(), indexes.search());
        try {
            Release.into(store, config.home(), config.keepData(), progress);
            var access = new Access(config.store());
            access.begin().ifPresent(file -> progress.accept("The administrator's token is in " + file));
            var api = api(config, map, store, queries, access, indexes, progress);
            var endpoint = new Endpoint(store, queries);
            var http = Javalin.create(javalin -> configure(javalin, config, endpoint, api));
            http.start();
            var announcement = Announcement.write(config.store(), url(config.host(), http.port()));
            indexes.build();
            return new PairServer(store, queries, indexes, http, announcement);
        } catch (JavalinBindException e) {
            store.close();
            throw new StartException(
                    "Port %d on %s is in use or not allowed: stop what uses it, or choose another with --port"
                            .formatted(config.port(), config.host()),
                    e);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Where the server answers, for example {@code http://127.0.0.1:7070}. */
    public String url() {
        return announcement.url();
    }

    /** Waits until walks and the search answer too. */
    public void awaitIndexes() {
        indexes.await();
    }

    /** Stops answering and the queries that run, waits for other requests and closes the store. */
    @Override
    public void close() {
        announcement.remove();
        queries.close();
        http.stop();
        indexes.close();
        store.close();
    }

    private static Api api(
            Config config,
            OperatorMap map,
            PairStore store,
            GuardedQueries queries,
            Access access,
            Indexes indexes,
            Consumer<String> progress) {
        try {
            var importer = new Importer(store, new Bundle(config.home()));
            return new Api(
                    store,
                    catalogue(config),
                    queries,
                    texts(config, progress),
                    map,
                    importer,
                    access,
                    indexes,
                    config.graphWrites());
        } catch (IllegalArgumentException e) {
            throw new StartException("A query of the catalogue is broken: " + e.getMessage(), e);
        }
    }

    private static PassageTexts texts(Config config, Consumer<String> progress) {
        if (config.documents().isEmpty()) {
            return PassageTexts.NONE;
        }
        var passages = Passages.in(config.documents().get());
        passages.remarks().forEach(progress);
        return passages::passage;
    }

    /** The queries of the home folder; none when it has no such folder. */
    private static QueryCatalogue catalogue(Config config) {
        var folder = config.home().resolve("queries");
        return Files.isDirectory(folder) ? QueryCatalogue.of(folder) : QueryCatalogue.empty();
    }

    private static void configure(JavalinConfig javalin, Config config, Endpoint endpoint, Api api) {
        javalin.startup.showJavalinBanner = false;
        javalin.jetty.addConnector((server, http) -> {
            var connector = new ServerConnector(server, new AddressReader(http));
            connector.setHost(config.host());
            connector.setPort(config.port());
            return connector;
        });
        javalin.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, IDLE_THREADS);
        javalin.http.compressionStrategy = compression();
        javalin.jetty.modifyServer(server -> server.setHandler(shared()));
        javalin.jetty.modifyHttpConfiguration(http -> {
            http.setOutputBufferSize(OUTPUT_BUFFER_BYTES);
            http.setSendServerVersion(false);
            config.proxies().configure(http);
        });
        javalin.jetty.modifyServletContextHandler(endpoint::mount);
        api.mount(javalin);
        new WebFiles(new BuiltFiles("/web")).mount(javalin);
    }

    /** Around all that answers: no address takes every thread, and who is refused while he sends reads why. */
    private static Handler shared() {
        var handler = new ThreadLimitHandler();
        handler.setThreadLimit(THREADS_OF_AN_ADDRESS);
        handler.setHandler(new LingeringHandler(LONGEST_SENDING_ON));
        return handler;
    }

    private static CompressionStrategy compression() {
        var strategy = new CompressionStrategy(null, new Gzip(COMPRESSION_LEVEL));
        strategy.setDefaultMinSizeForCompression(LEAST_BYTES_TO_COMPRESS);
        return strategy;
    }

    private static String url(String host, int port) {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
