package org.pairgraph.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pairgraph.sparql.W3cSuite.Case;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.SourceName;

/**
 * The W3C's own SPARQL tests, put to the endpoint over HTTP. Run by hand, with {@code -Dw3c=DIR} where the folders
 * {@code sparql10} and {@code sparql11} are; left out without it. Whatever fails must stand with its reason in {@code
 * w3c-known.txt}.
 */
class W3cSuiteTest {
    private static final String FOLDER = System.getProperty("w3c", "");
    private static final String KASEI = "http://kasei.us/2009/09/sparql/data/";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private PairStore store;
    private Javalin server;
    private int count;

    @BeforeEach
    void serve() {
        assumeTrue(!FOLDER.isEmpty(), "-Dw3c=DIR names the folder of the suites");
        store = PairStore.open(folder.resolve("store"));
        var updates = new ArrayList<PairStore.Update>();
        for (int i = 0; i <= 3; i++) {
            var content = GraphFactory.createGraphMem();
            var file = Path.of(FOLDER, "sparql11/protocol/data" + i + ".nt");
            if (Files.exists(file)) {
                RDFDataMgr.read(content, file.toUri().toString());
            } else {
                content.add(
                        ResourceFactory.createResource(KASEI + "data0.rdf").asNode(),
                        RDF.type.asNode(),
                        ResourceFactory.createResource("http://xmlns.com/foaf/0.1/Document")
                                .asNode());
            }
            updates.add(new PairStore.Update(new SourceName("data" + i), List.of(), content));
        }
        store.commit(Action.IMPORT, "test", updates);
        var endpoint = new Endpoint(store, new GuardedQueries(QueryLimits.ofThisMachine()));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.modifyServletContextHandler(endpoint::mount);
                })
                .start(0);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
            store.close();
        }
    }

    @Test
    void queriesAreAnsweredAsTheSuitesSay() throws IOException {
        var failed = new TreeMap<String, String>();
        int all = 0;
        for (var manifest : List.of(
                "sparql10/manifest-evaluation.ttl",
                "sparql10/manifest-syntax.ttl",
                "sparql11/manifest-sparql11-query.ttl",
                "sparql11/csv-tsv-res/manifest.ttl",
                "sparql11/json-res/manifest.ttl")) {
            for (var test : W3cSuite.of(Path.of(FOLDER, manifest)).cases()) {
                all++;
                try {
                    var why = verdict(test);
                    if (!why.isEmpty()) {
                        failed.put(test.name(), why);
                    }
                } catch (Exception | AssertionError e) {
                    failed.put(
                            test.name(), String.valueOf(e).lines().findFirst().orElse(""));
                }
            }
        }
        report("queries", all, failed);
    }

    @Test
    void theProtocolIsSpokenAsTheSuiteSays() throws Exception {
        var failed = new TreeMap<String, String>();
        int all = 0;
        for (var test :
                W3cSuite.of(Path.of(FOLDER, "sparql11/protocol/manifest.ttl")).cases()) {
            all++;
            for (var request : list(test.action(), "requests")) {
                var why = protocolVerdict(request);
                if (!why.isEmpty()) {
                    failed.put(test.name(), why);
                }
            }
        }
        report("protocol", all, failed);
    }

    private static void report(String what, int all, TreeMap<String, String> failed) throws IOException {
        var lines = new ArrayList<String>();
        failed.forEach((name, why) -> lines.add(name + " | " + why));
        Files.write(Path.of("target/w3c-" + what + ".txt"), lines);
        System.out.printf("W3C %s: %d of %d%n", what, all - failed.size(), all);
        assertThat(failed.keySet()).isSubsetOf(known());
    }

    private static Set<String> known() throws IOException {
        var known = new HashSet<String>();
        Files.readAllLines(Path.of("src/test/resources/sparql/w3c-known.txt"))
                .forEach(line -> known.add(line.replaceFirst(" \\| .*", "")));
        return known;
    }

    /** Why a test fails; empty when it does not. */
    private String verdict(Case test) throws Exception {
        var query = Files.readString(Path.of(URI.create(test.query())));
        if (test.type().contains("NegativeSyntax")) {
            return ask(query, test, "application/json").statusCode() == 400 ? "" : "a wrong query is accepted";
        }
        if (test.type().contains("PositiveSyntax") || test.result().isEmpty()) {
            var answer = ask(query, test, "application/json");
            return answer.statusCode() == 400 ? "refused: " + text(answer) : "";
        }
        load(test);
        return new Expected(test.result().get(), query).verdict(accept -> ask(query, test, accept));
    }

    private void load(Case test) {
        Txn.executeWrite(store.dataset(), () -> {
            var dataset = store.dataset();
            var tables = TDBInternal.getDatasetGraphTDB(dataset);
            tables.getTripleTable().clearTriples();
            tables.getQuadTable().clearQuads();
            test.data().forEach(file -> RDFDataMgr.read(dataset.getDefaultGraph(), file));
            test.named()
                    .forEach(named ->
                            RDFDataMgr.read(dataset.getGraph(NodeFactory.createURI(named.iri())), named.file()));
        });
    }

    private HttpResponse<byte[]> ask(String query, Case test, String accept) throws Exception {
        var based = "BASE <" + test.query() + ">\n" + query;
        var text = query.matches("(?is).*\\bBASE\\b\\s*<.*") || test.type().contains("Syntax") ? query : based;
        return send(HttpRequest.newBuilder(URI.create(url() + "/sparql?test=" + count++))
                .header("Accept", accept)
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString(text)));
    }

    private String protocolVerdict(Resource request) throws Exception {
        var path = string(request, "absolutePath").replaceFirst("^/sparql/", "/sparql");
        var builder = HttpRequest.newBuilder(URI.create(url() + ours(path)));
        var body = request.getPropertyResourceValue(ht("body"));
        var publisher = BodyPublishers.noBody();
        if (body != null) {
            var charset = body.getProperty(cnt("characterEncoding")).getString();
            var chars = body.getProperty(cnt("chars")).getString();
            publisher = BodyPublishers.ofByteArray(ours(chars).getBytes(Charset.forName(charset)));
        }
        builder.method(string(request, "methodName"), publisher);
        if (request.hasProperty(ht("headers"))) {
            list(request, "headers")
                    .forEach(header -> builder.header(string(header, "fieldName"), string(header, "fieldValue")));
        }
        var answer = send(builder);
        return verdict(request.getPropertyResourceValue(ht("resp")), answer);
    }

    private static String verdict(Resource expected, HttpResponse<byte[]> answer) {
        var statuses = expected.listProperties(W3cSuite.mf("expectedStatus"))
                .mapWith(status -> status.getObject().asResource().getURI().replaceFirst(".*StatusCode(\\d).*", "$1"))
                .toList();
        if (!statuses.contains(String.valueOf(answer.statusCode() / 100))) {
            return "status " + answer.statusCode() + " and not " + statuses + ": " + text(answer);
        }
        var wanted = expected.getProperty(W3cSuite.mf("expectedBoolean"));
        return wanted == null || whole(answer).contains(wanted.getString()) ? "" : "not " + wanted.getString();
    }

    /** The graphs of the suite as they are named here. */
    private static String ours(String text) {
        var graph = "https://w3id.org/pairgraph/graph/data$1/1";
        return text.replaceAll(
                        "(graph-uri=)" + URLEncoder.encode(KASEI, StandardCharsets.UTF_8) + "data(\\d)\\.rdf",
                        "$1" + graph.replace("$1", "$2"))
                .replaceAll("FROM <" + KASEI + "data(\\d)\\.rdf>", "FROM <" + graph + ">");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private String url() {
        return "http://localhost:" + server.port();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
    }

    private static String whole(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Property ht(String name) {
        return ResourceFactory.createProperty("http://www.w3.org/2011/http#" + name);
    }

    private static Property cnt(String name) {
        return ResourceFactory.createProperty("http://www.w3.org/2011/content#" + name);
    }

    private static String string(Resource resource, String name) {
        return resource.getProperty(ht(name)).getString();
    }

    private static List<Resource> list(Resource resource, String name) {
        return resource.getPropertyResourceValue(ht(name)).as(RDFList.class).asJavaList().stream()
                .map(node -> node.asResource())
                .toList();
    }

    /** What asks for an answer in a format. */
    interface Asking {
        HttpResponse<byte[]> ask(String accept) throws Exception;
    }

    /** The result that a test wants. */
    record Expected(String file, String query) {

        private static final String JSON = "application/sparql-results+json";

        String verdict(Asking asking) throws Exception {
            if (file.matches(".*\\.(srx|srj|csv|tsv)")) {
                return rows(asking);
            }
            var model = RDFDataMgr.loadModel(file);
            var said = model.listObjectsOfProperty(rs("boolean")).toList();
            if (model.contains(
                    null, RDF.type, model.createResource(rs("ResultSet").getURI()))) {
                var answer = asking.ask(JSON);
                return answer.statusCode() != 200
                        ? answer.statusCode() + " " + text(answer)
                        : said.isEmpty()
                                ? sameRows(ResultSetFactory.makeResults(model), answer, JSON)
                                : sameBoolean(said.getFirst().asLiteral().getBoolean(), answer);
            }
            var answer = asking.ask("application/n-triples");
            if (answer.statusCode() != 200) {
                return text(answer);
            }
            var graph = ModelFactory.createDefaultModel();
            RDFDataMgr.read(graph, new ByteArrayInputStream(answer.body()), Lang.NTRIPLES);
            return graph.isIsomorphicWith(model) ? "" : "another graph";
        }

        private String rows(Asking asking) throws Exception {
            var accept =
                    file.endsWith(".csv") ? "text/csv" : file.endsWith(".tsv") ? "text/tab-separated-values" : JSON;
            var answer = asking.ask(accept);
            if (answer.statusCode() != 200) {
                return answer.statusCode() + " " + text(answer);
            }
            if (file.endsWith(".csv")) {
                return sorted(new String(answer.body(), StandardCharsets.UTF_8))
                                .equals(sorted(Files.readString(Path.of(URI.create(file)))))
                        ? ""
                        : "other rows: " + new String(answer.body(), StandardCharsets.UTF_8);
            }
            var wanted = ResultSetFactory.result(file);
            return wanted.isBoolean()
                    ? sameBoolean(wanted.getBooleanResult(), answer)
                    : sameRows(wanted.getResultSet(), answer, accept);
        }

        private static String sameBoolean(boolean wanted, HttpResponse<byte[]> answer) {
            return whole(answer).replaceAll("\\s", "").contains("\"boolean\":" + wanted) ? "" : "another answer";
        }

        private String sameRows(ResultSet wanted, HttpResponse<byte[]> answer, String accept) {
            return same(wanted, answer, accept) ? "" : "other rows";
        }

        private static Property rs(String name) {
            return ResourceFactory.createProperty("http://www.w3.org/2001/sw/DataAccess/tests/result-set#" + name);
        }

        private boolean same(ResultSet wanted, HttpResponse<byte[]> answer, String accept) {
            var lang = accept.startsWith("text/tab") ? ResultSetLang.RS_TSV : ResultSetLang.RS_JSON;
            var all = ResultSetFactory.makeRewindable(wanted);
            var given =
                    ResultSetFactory.makeRewindable(ResultSetMgr.read(new ByteArrayInputStream(answer.body()), lang));
            boolean isSame = isOrdered()
                    ? ResultsCompare.equalsByTermAndOrder(all, given)
                    : ResultsCompare.equalsByTerm(all, given);
            all.reset();
            given.reset();
            return isSame
                    || (isOrdered()
                            ? ResultsCompare.equalsByValueAndOrder(all, given)
                            : ResultsCompare.equalsByValue(all, given));
        }

        private boolean isOrdered() {
            return QueryFactory.create(query, Syntax.syntaxARQ).isOrdered();
        }

        private static List<String> sorted(String text) {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .sorted()
                    .toList();
        }
    }
}
