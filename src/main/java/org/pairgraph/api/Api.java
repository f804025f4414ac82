package org.pairgraph.api;

import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pairgraph.access.Access;
import org.pairgraph.claims.PassageTexts;
import org.pairgraph.ingest.Importer;
import org.pairgraph.ingest.ReadLimits;
import org.pairgraph.saved.SavedQueries;
import org.pairgraph.sparql.Cut;
import org.pairgraph.sparql.Endpoint;
import org.pairgraph.sparql.GuardedQueries;
import org.pairgraph.sparql.QueryCatalogue;
import org.pairgraph.store.PairStore;

/** The routes below {@code /api/v1} and {@code /health}, and {@code /openapi.yaml}, which describes them. */
public final class Api {
    private static final String ROOT = "/api/v1/";

    /** Answers whatever the store does. */
    private static final String LIVE = "/health/live";

    private final PairStore store;
    private final Answers answers;
    private final ClaimRoutes claims;
    private final SurveyRoutes surveys;
    private final TermRoutes terms;
    private final LinkedRoutes linked;
    private final QueryRoutes queries;
    private final SavedQueryRoutes savedQueries;
    private final CitationRoutes citations;
    private final DumpRoutes dumps;
    private final RunningQueryRoutes running;
    private final SourceRoutes sources;
    private final Guard guard;
    private final MapRoute map;
    private final ImportRoutes imports;
    private final ConversionRoutes conversions;
    private final GraphWriteRoutes graphs;
    private final NetworkRoutes network;
    private final SearchRoutes search;

    /**
     * @param catalogue the named queries
     * @param guarded runs them
     * @param texts where the operator has the documents
     * @param map what the operator gives to be drawn under points and arcs
     * @param importer of the same store
     * @param access to the same store
     * @param indexes of the same store
     * @param graphWrites whether stewards may write by the Graph Store Protocol too
     * @throws IllegalArgumentException if a query has a parameter whose name the API needs itself
     */
    public Api(
            PairStore store,
            QueryCatalogue catalogue,
            GuardedQueries guarded,
            PassageTexts texts,
            OperatorMap map,
            Importer importer,
            Access access,
            Indexes indexes,
            boolean graphWrites) {
        this.store = store;
        this.guard = new Guard(access);
        this.answers = new Answers(store);
        this.claims = new ClaimRoutes(answers, texts);
        this.surveys = new SurveyRoutes(answers, catalogue);
        this.terms = new TermRoutes(store, answers);
        this.linked = new LinkedRoutes(answers, terms);
        var saved = new SavedQueries(store.path());
        this.queries = new QueryRoutes(store, answers, catalogue, saved, guarded);
        this.savedQueries = new SavedQueryRoutes(saved, catalogue, guard, queries);
        this.citations = new CitationRoutes(store, queries::named, guard, guarded);
        this.dumps = new DumpRoutes(store);
        this.sources = new SourceRoutes(answers);
        this.map = new MapRoute(map);
        this.conversions = new ConversionRoutes(store, guard);
        var importing = new Imports(store, importer);
        this.imports = new ImportRoutes(store, importing, guard, ReadLimits.DEFAULT.bytes());
        this.running = new RunningQueryRoutes(guarded.running(), guard);
        this.graphs = new GraphWriteRoutes(store, imports, importing, guard, graphWrites, ReadLimits.DEFAULT.bytes());
        var inMemory = new IndexAnswers(store, indexes, answers);
        this.network = new NetworkRoutes(inMemory);
        this.search = new SearchRoutes(inMemory, claims::parties);
    }

    /** Declares the routes. */
    public void mount(JavalinConfig javalin) {
        Problems.mount(javalin);
        javalin.routes.before(Api::secure);
        javalin.routes.after(this::nameRevision);

        read(javalin, LIVE, ctx -> health(ctx, Map.of("status", "up")));
        read(
                javalin,
                "/health/ready",
                ctx -> health(
                        ctx, Map.of("status", "up", "revision", store.history().head())));
        read(javalin, "/openapi.yaml", ctx -> {
            Parameters.of(ctx, Set.of());
            ctx.contentType("application/yaml").result(openapi());
        });

        for (var space : List.of("id", "code", "graph", "genid")) {
            read(javalin, "/" + space + "/<path>", linked::thing);
        }
        for (var path : List.of("/ontology", "/ontology.{suffix}", "/ontology/{version}")) {
            read(javalin, path, linked::ontology);
        }

        read(javalin, ROOT + "walk", network::walk);
        read(javalin, ROOT + "walk/counts", network::counts);
        read(javalin, ROOT + "walk/reach", network::reach);
        read(javalin, ROOT + "paths", network::paths);
        read(javalin, ROOT + "rollup", network::rollUp);
        read(javalin, ROOT + "map", map::map);
        read(javalin, ROOT + "export/network", network::export);
        read(javalin, ROOT + "parties", search::parties);
        read(javalin, ROOT + "parties/<id>", claims::party);
        read(javalin, ROOT + "pairings", claims::pairings);
        read(javalin, ROOT + "pairings/<id>", claims::pairing);
        read(javalin, ROOT + "observations", claims::observations);
        read(javalin, ROOT + "observations/<id>", claims::observation);
        read(javalin, ROOT + "evidence/<id>", claims::evidence);
        read(javalin, ROOT + "things", claims::names);
        read(javalin, ROOT + "things/<id>", claims::thing);
        read(javalin, ROOT + "terms", terms::terms);
        read(javalin, ROOT + "indicators", surveys::indicators);
        read(javalin, ROOT + "disagreements", surveys::disagreements);
        read(javalin, ROOT + "coverage", surveys::coverage);
        read(javalin, ROOT + "queries", queries::queries);
        read(javalin, ROOT + "queries/{name}", queries::query);
        read(javalin, ROOT + "saved-queries", savedQueries::list);
        read(javalin, ROOT + "saved-queries/{name}", savedQueries::read);
        javalin.routes.post(ROOT + "saved-queries", savedQueries::create);
        javalin.routes.put(ROOT + "saved-queries/{name}", savedQueries::replace);
        javalin.routes.delete(ROOT + "saved-queries/{name}", savedQueries::remove);
        read(javalin, "/q/{name}", savedQueries::open);
        javalin.routes.post(ROOT + "citations", citations::cite);
        read(javalin, ROOT + "citations/{id}", citations::citation);
        read(javalin, "/citations/{id}", citations::citation);
        read(javalin, DumpRoutes.ROOT, dumps::list);
        read(javalin, DumpRoutes.ROOT + "/{name}", dumps::file);
        read(javalin, ROOT + "sources", sources::sources);
        read(javalin, ROOT + "sources/{name}", sources::source);
        read(javalin, ROOT + "sources/{name}/versions/{version}", sources::version);
        read(javalin, ROOT + "revisions", sources::revisions);

        javalin.jetty.multipartConfig.maxTotalRequestSize(ReadLimits.DEFAULT.bytes(), SizeUnit.BYTES);
        readWithToken(javalin, ROOT + "session", guard::session);
        read(javalin, ROOT + "conversions", conversions::templates);
        javalin.routes.post(ROOT + "conversions", conversions::convert);
        javalin.routes.post(ROOT + "imports/plans", imports::plan);
        readWithToken(javalin, ROOT + "imports/plans/{id}", imports::readPlan);
        javalin.routes.post(ROOT + "imports/plans/{id}/apply", imports::apply);
        javalin.routes.post(ROOT + "sources/{name}/undo", imports::undo);
        javalin.routes.post(ROOT + "verify", imports::verify);
        javalin.routes.put("/sparql/data", graphs::put);
        javalin.routes.delete("/sparql/data", graphs::delete);
        readWithToken(javalin, ROOT + "running-queries", running::queries);
        javalin.routes.delete(ROOT + "running-queries/{id}", running::stop);
    }

    private static void read(JavalinConfig javalin, String path, Handler handler) {
        javalin.routes.get(path, handler);
        javalin.routes.head(path, handler);
        javalin.routes.options(path, Api::preflight);
    }

    /** No page of another origin may ask for it; {@code HEAD} says what {@code GET} does. */
    private static void readWithToken(JavalinConfig javalin, String path, Handler handler) {
        javalin.routes.get(path, handler);
        javalin.routes.head(path, handler);
    }

    private static void secure(Context ctx) {
        ctx.header(Header.X_CONTENT_TYPE_OPTIONS, "nosniff");
        if (Set.of("GET", "HEAD", "OPTIONS").contains(ctx.req().getMethod())) {
            ctx.header(Header.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            ctx.header(
                    Header.ACCESS_CONTROL_EXPOSE_HEADERS,
                    String.join(
                            ", ",
                            Endpoint.REVISION_HEADER,
                            Header.ETAG,
                            Header.RETRY_AFTER,
                            Header.ALLOW,
                            "Link",
                            "Content-Location",
                            Header.CONTENT_RANGE,
                            Cut.HEADER));
        }
    }

    /** Names the revision on an answer that was not read from the store, a problem for example. */
    private void nameRevision(Context ctx) {
        if (!ctx.res().containsHeader(Endpoint.REVISION_HEADER) && !ctx.path().equals(LIVE)) {
            ctx.header(Endpoint.REVISION_HEADER, String.valueOf(store.history().head()));
        }
    }

    private static void preflight(Context ctx) {
        ctx.header(Header.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS");
        ctx.header(Header.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, If-None-Match");
        ctx.header(Header.ACCESS_CONTROL_MAX_AGE, "86400");
        ctx.header(Header.ALLOW, "GET, HEAD, OPTIONS");
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private static void health(Context ctx, Map<String, Object> answer) {
        ctx.header(Header.CACHE_CONTROL, "no-store");
        ctx.contentType(Json.TYPE).result(Json.bytes(answer));
    }

    private static byte[] openapi() {
        try (var in = Api.class.getResourceAsStream("/openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("openapi.yaml is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
