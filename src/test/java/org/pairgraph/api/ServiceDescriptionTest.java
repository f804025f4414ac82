package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks {@code /sparql} nothing learns what there is to ask. */
class ServiceDescriptionTest {
    private static final String PREFIXES = """
            PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
            PREFIX void: <http://rdfs.org/ns/void#>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX pg: <https://w3id.org/pairgraph/ontology#>
            """;

    @TempDir
    private static Path folder;

    private static ServedHome server;

    @BeforeAll
    static void serveTwoRevisions() throws Exception {
        ServedHome.small(folder, "<area/a> a pg:County .").close();
        server = ServedHome.small(folder, "<area/a> a pg:County ; rdfs:label \"县\"@zh . <area/b> a pg:County .");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/turtle",
                "application/n-triples",
                "application/rdf+xml",
                "application/ld+json",
                "application/rdf+json",
                "application/trix+xml"
            })
    void theDescriptionIsTheSameInEveryFormat(String type) throws Exception {
        var answer = server.get("/sparql", "Accept", type);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().firstValue("Pairgraph-Revision")).hasValue("2");
        assertThat(model(answer).isIsomorphicWith(model(server.get("/sparql")))).isTrue();
    }

    @Test
    void itSaysWhatTheEndpointTakesAndGives() throws Exception {
        assertThat(ask("?service a sd:Service , dcat:DataService ; sd:endpoint <" + server.url() + "/sparql> ; "
                        + "sd:supportedLanguage sd:SPARQL11Query ; sd:propertyFeature pg:matches ; "
                        + "sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON> ; sd:defaultDataset ?dataset . "
                        + "?dataset a sd:Dataset , void:Dataset , dcat:Dataset ; dcterms:license ?licence ; "
                        + "dcterms:publisher ?publisher ; dcterms:modified ?modified ; dcterms:issued ?issued . "
                        + "FILTER(?modified > ?issued)"))
                .isTrue();
    }

    @Test
    void itsCountsAreThoseOfTheDefaultGraph() throws Exception {
        var classes =
                "SELECT ?class ?n { ?dataset void:classPartition [ void:class ?class ; void:entities ?n ] } ORDER BY ?class";
        var properties =
                "SELECT ?property ?n { ?dataset void:propertyPartition [ void:property ?property ; void:triples ?n ] } ORDER BY ?property";
        var triples = "SELECT ?n { ?dataset a dcat:Dataset ; void:triples ?n }";

        assertThat(described(classes))
                .contains("County,2")
                .isEqualTo(asked("SELECT ?class (COUNT(*) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY ?class"));
        assertThat(described(properties))
                .isEqualTo(asked(
                        "SELECT ?property (COUNT(*) AS ?n) { ?s ?property ?o } GROUP BY ?property ORDER BY ?property"));
        assertThat(described(triples)).isEqualTo(asked("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"));
    }

    @Test
    void itNamesTheGraphsThatAreCurrent() throws Exception {
        var graphs = described("SELECT ?name { ?dataset sd:namedGraph/sd:name ?name } ORDER BY ?name");

        assertThat(graphs)
                .contains("graph/small/2", "graph/ledger", "graph/derived", "graph/ontology/1")
                .doesNotContain("graph/small/1");
    }

    @Test
    void aFormerRevisionIsDescribedAsItWas() throws Exception {
        var first = server.get("/sparql?revision=1", "Accept", "application/n-triples");
        var second = server.get("/sparql?revision=2", "Accept", "application/n-triples");
        var unknown = server.get("/sparql?revision=3", "Accept", "application/n-triples");

        assertThat(first.headers().firstValue("Pairgraph-Revision")).hasValue("1");
        assertThat(first.body())
                .contains("owl#versionInfo> \"1\"")
                .contains("graph/small/1>")
                .doesNotContain("graph/small/2>");
        assertThat(second.body()).contains("graph/small/2>").doesNotContain("graph/small/1>");
        assertThat(counties(first)).isEqualTo(1);
        assertThat(counties(second)).isEqualTo(2);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(server.get("/sparql?revision=x").statusCode()).isEqualTo(400);
    }

    private static long counties(HttpResponse<String> description) {
        var query = PREFIXES + "SELECT ?n { ?part void:class pg:County ; void:entities ?n }";
        try (var execution = QueryExecutionFactory.create(query, model(description))) {
            return execution.execSelect().next().getLiteral("n").getLong();
        }
    }

    @Test
    void aBrowserIsLedToThePageOfQueries() throws Exception {
        var answer = server.get(
                "/sparql", "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/query");
    }

    @Test
    void aFormatThatThereIsNotIsRefusedWithThoseThatThereAre() throws Exception {
        for (var path : new String[] {"/sparql?output=csv", "/sparql/data?default&output=n-quads"}) {
            var answer = server.get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body())
                    .as(path)
                    .contains("problems#bad-request", "ntriples")
                    .doesNotContain("nquads");
        }
    }

    @Test
    void whoHasItAlreadyIsToldSo() throws Exception {
        var tag = server.get("/sparql", "Accept", "text/turtle")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(server.get("/sparql", "Accept", "text/turtle", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(server.get("/sparql", "Accept", "application/n-triples", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send("HEAD", "/sparql", "Accept", "text/turtle")
                        .headers()
                        .firstValue("ETag"))
                .hasValue(tag);
    }

    private static boolean ask(String pattern) throws Exception {
        try (var execution =
                QueryExecutionFactory.create(PREFIXES + "ASK { " + pattern + " }", model(server.get("/sparql")))) {
            return execution.execAsk();
        }
    }

    private static String described(String query) throws Exception {
        try (var execution = QueryExecutionFactory.create(PREFIXES + query, model(server.get("/sparql")))) {
            var out = new ByteArrayOutputStream();
            ResultSetFormatter.outputAsCSV(out, execution.execSelect());
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    private static String asked(String query) throws Exception {
        return server.get("/sparql?output=csv&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .body();
    }

    private static Model model(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElseThrow();
        var lang = RDFLanguages.contentTypeToLang(type);
        var model = ModelFactory.createDefaultModel();
        RDFParser.create().source(new StringReader(answer.body())).lang(lang).parse(model);
        return model;
    }
}
