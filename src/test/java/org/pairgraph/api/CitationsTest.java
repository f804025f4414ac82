package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.store.PairStore;
import org.pairgraph.vocab.PG;

/** Results that are cited, and asked again. */
class CitationsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACES = """
            <area/1> a pg:County ; rdfs:label "一"@zh-Hans , "One"@en .
            <area/2> a pg:County ; rdfs:label "二"@zh-Hans , "Two"@en .
            """;
    private static final String COUNTIES = "SELECT ?place { ?place a <https://w3id.org/pairgraph/ontology#County> }";

    @TempDir
    private static Path folder;

    private static ServedHome server;

    @BeforeAll
    static void serve() throws IOException {
        server = ServedHome.small(folder, PLACES);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aCitationIsTheSameWhenItIsAskedAgain() throws Exception {
        var cited = cite(COUNTIES);

        var again = server.json("/api/v1/citations/" + cited.path("id").asText());

        assertThat(again.at("/replay/outcome").asText()).isEqualTo("same");
        assertThat(again.at("/result/rows").asInt()).isEqualTo(2);
        assertThat(again.at("/result/digest")).isEqualTo(cited.at("/result/digest"));
        assertThat(again.path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void theSameCitationHasTheSameName() throws Exception {
        var first = post(Map.of("query", COUNTIES + " # once"));
        var second = post(Map.of("query", "  " + COUNTIES));

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(parsed(second).path("id")).isEqualTo(parsed(first).path("id"));
        assertThat(cite(COUNTIES + " ORDER BY ?place").path("id"))
                .isNotEqualTo(parsed(first).path("id"));
    }

    @Test
    void theDigestIsThatOfTheLinesThatTheDescriptionNames() throws Exception {
        var cited = cite("SELECT ?place ?none { VALUES ?place { <urn:b> \"a\\tb\"@en 1 } }");

        var lines = "?place\t?none\n\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>\t\n\"a\\tb\"@en\t\n<urn:b>\t\n";
        assertThat(cited.at("/result/digest").asText()).isEqualTo(sha256(lines));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            SELECT ?a { ?a ?b ?c } ORDER BY ?a                                     | false
            SELECT DISTINCT ?a { ?a a ?c } ORDER BY ?a                             | true
            SELECT DISTINCT ?a { ?a a ?c } ORDER BY STR(?a)                        | false
            SELECT DISTINCT ?a { ?a a ?c } ORDER BY ?c                             | false
            """)
    void anOrderCountsOnlyWhenItTellsAllRowsApart(String query, boolean ordered) throws Exception {
        assertThat(cite(query).at("/result/ordered").asBoolean()).isEqualTo(ordered);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            SELECT (NOW() AS ?n) {}                                               | NOW
            SELECT ?a { ?a ?b ?c FILTER(rand() > 0) }                             | RAND
            SELECT (UUID() AS ?n) {}                                              | UUID
            SELECT (STRUUID() AS ?n) {}                                           | STRUUID
            SELECT (BNODE() AS ?n) {}                                             | BNODE
            SELECT REDUCED ?a { ?a ?b ?c }                                        | REDUCED
            SELECT ?a { ?a ?b ?c } LIMIT 3                                        | LIMIT
            SELECT ?a { ?a ?b ?c } ORDER BY ?a LIMIT 9                            | LIMIT
            SELECT ?a { { SELECT ?a { ?a ?b ?c } LIMIT 3 } }                      | LIMIT
            SELECT ?a { ?a ?b ?c FILTER EXISTS { SERVICE SILENT <urn:x> { ?a ?d ?e } } } | SERVICE
            CONSTRUCT { [] ?b ?c } { ?a ?b ?c }                                   | blank
            SELECT ?a { ?a ?b ?c FILTER EXISTS { SELECT ?a { ?a ?d ?e } LIMIT 3 } } | LIMIT
            SELECT ?a { { SELECT ?a { ?a ?b ?c } ORDER BY ?c LIMIT 3 } }          | LIMIT
            SELECT ?v { VALUES (?v ?w) { (1 1) (2 2) (2 3) } } ORDER BY ?v LIMIT 2 | LIMIT
            SELECT ?v { VALUES (?v ?w) { (1 1) (1 2) (2 3) } } ORDER BY ?v OFFSET 1 | LIMIT
            CONSTRUCT { ?a ?b ?c } { ?a ?b ?c } LIMIT 3                           | LIMIT
            CONSTRUCT { ?a ?b ?c } { ?a ?b ?c } ORDER BY ?a LIMIT 3               | LIMIT
            DESCRIBE ?a { ?a ?b ?c } LIMIT 1                                      | LIMIT
            SELECT (GROUP_CONCAT(STR(?a)) AS ?all) { ?a ?b ?c }                   | GROUP_CONCAT
            SELECT ?b (SAMPLE(?a) AS ?one) { ?a ?b ?c } GROUP BY ?b               | SAMPLE
            SELECT * { { SELECT ?b (SAMPLE(?a) AS ?one) { ?a ?b ?c } GROUP BY ?b } } | SAMPLE
            """)
    void whatAnswersAnewEachTimeIsRefusedWithItsReason(String query, String reason) throws Exception {
        var refusal = post(Map.of("query", query));

        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(422);
        assertThat(parsed(refusal).path("detail").asText()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?a ?b ?c { ?a ?b ?c } ORDER BY ?a ?b ?c OFFSET 1 LIMIT 2",
                "SELECT ?a { { SELECT ?a ?b ?c { ?a ?b ?c } ORDER BY ?a ?b ?c LIMIT 3 } }",
                "CONSTRUCT { ?a ?b ?c } { ?a ?b ?c } ORDER BY ?a ?b ?c LIMIT 3",
                "DESCRIBE ?a { ?a a ?c } ORDER BY ?a ?c LIMIT 1",
                "SELECT (GROUP_CONCAT(STR(?a)) AS ?all) { { SELECT ?a { ?a ?b ?c } ORDER BY ?a } }"
            })
    void whatAnOrderTellsApartIsCited(String query) throws Exception {
        assertThat(replayed(cite(query))).isEqualTo("same");
    }

    @Test
    void graphsAndAnswersAreCitedToo() throws Exception {
        assertThat(cite("ASK { ?a ?b ?c }").at("/result/kind").asText()).isEqualTo("boolean");
        var graph = cite("CONSTRUCT WHERE { ?a a <https://w3id.org/pairgraph/ontology#County> }");
        assertThat(graph.at("/result/kind").asText()).isEqualTo("graph");
        assertThat(graph.at("/result/rows").asInt()).isEqualTo(2);
        assertThat(replayed(graph)).isEqualTo("same");
    }

    @Test
    void parametersAreBoundAsTermsAndKeptInTheQuery() throws Exception {
        var place = Map.of("type", "uri", "value", "https://w3id.org/pairgraph/id/area/1");
        var cited = parsed(post(Map.of(
                "query",
                "SELECT ?name { ?place <http://www.w3.org/2000/01/rdf-schema#label> ?name }",
                "parameters",
                Map.of("place", place))));

        assertThat(cited.path("query").asText()).contains("<https://w3id.org/pairgraph/id/area/1>");
        assertThat(cited.at("/result/rows").asInt()).isEqualTo(2);
        var hostile = post(Map.of(
                "query",
                "SELECT ?name { ?place ?p ?name }",
                "parameters",
                Map.of("place", Map.of("type", "uri", "value", "urn:x> ?a ?b . <urn:y"))));
        assertThat(hostile.statusCode()).isEqualTo(400);
    }

    /** What is kept could not be read again, or would answer another question than the one that was meant. */
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            {"name": "x"}                                                          | has no ?name
            {"a": {"type": "literal", "value": "x", "xml:lang": "not a language"}} | no language tag
            {"a": {"type": "literal", "value": "x", "datatype": "urn:x> ?a"}}      | no IRI as its datatype
            {"a": {"type": "literal", "value": "x", "lang": "zh"}}                 | no member "lang"
            {"b": "x"}                                                             | has a term
            {"a": "\\ud800"}                                                       | has a term
            """)
    void aParameterThatDoesNotFitTheQueryIsRefused(String parameters, String reason) throws Exception {
        var body = "{\"query\": \"SELECT ?c { ?c ?b ?a } ORDER BY ?a\", \"parameters\": " + parameters + "}";
        var refusal = server.post("/api/v1/citations", body);

        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(400);
        assertThat(parsed(refusal).path("detail").asText()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"query\": {\"name\": \"provinces\", \"revision\": 1}}",
                "{\"query\": {\"name\": \"provinces\", \"parameters\": {}}, \"parameters\": {}}",
                "{\"query\": 1}",
                "{\"query\": {\"title\": \"x\"}}",
                "{\"query\": \"SELECT {\"}",
                "{\"query\": \"ASK {}\", \"parameters\": 3}",
                "{\"query\": \"ASK {}\", \"parameters\": {\"a b\": 3}}",
                "{\"query\": \"ASK {}\", \"revision\": \"x\"}",
                "{\"query\": \"ASK {}\", \"surprise\": 1}",
                "{\"query\": \"DELETE WHERE { ?a ?b ?c }\"}"
            })
    void aBodyThatIsNoneIsRefused(String body) throws Exception {
        assertThat(server.post("/api/v1/citations", body).statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        var answer = server.post("/api/v1/citations", "{\"query\":\"ASK {} #" + "x".repeat(17_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aRevisionOrAQueryThatIsNotThereIsNotFound() throws Exception {
        assertThat(post(Map.of("query", "ASK {}", "revision", 99)).statusCode()).isEqualTo(404);
        assertThat(post(Map.of("query", Map.of("name", "nowhere"))).statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/v1/citations/" + "0".repeat(32)).statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/v1/citations/..%2f..%2fid").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_100, 3_000})
    void aBodyThatIsNestedWithoutEndIsRefused(int levels) throws Exception {
        var answer = server.post("/api/v1/citations", "{\"a\":".repeat(levels));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("nested too deeply").contains("send a plain object");
    }

    @Test
    void aPaperGetsItsFormat() throws Exception {
        var path = "/api/v1/citations/" + cite(COUNTIES).path("id").asText();

        assertThat(server.get(path + "?format=bibtex").body()).startsWith("@misc{pairgraph-");
        assertThat(server.get(path, "Accept", "application/x-bibtex").body()).startsWith("@misc{pairgraph-");
        assertThat(server.get(path + ".bib").body()).contains("title = {{Result of a SPARQL query}}");
        var csl = JSON.readTree(server.get(path, "Accept", "application/vnd.citationstyles.csl+json")
                .body());
        assertThat(csl.at("/0/type").asText()).isEqualTo("dataset");
        assertThat(server.get(path + "?format=text").body())
                .contains("Revision 1")
                .contains("2 rows");
        assertThat(server.get(path + "?format=docx").statusCode()).isEqualTo(400);
        assertThat(server.get(path, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(server.get(path.replace("/api/v1", ""), "Accept", "text/html")
                        .body())
                .contains("the same result");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            .bib      | application/x-bibtex                   | @misc{pairgraph-
            .csl.json | application/vnd.citationstyles.csl+json | "type"
            .txt      | text/plain                             | Revision 1
            .json     | application/json                       | "outcome":"same"
            .html     | text/html                              | the same result
            """)
    void anEndingOfTheAddressSaysTheForm(String ending, String type, String text) throws Exception {
        var id = cite(COUNTIES).path("id").asText();

        for (var room : List.of("/api/v1/citations/", "/citations/")) {
            var answer = server.get(room + id + ending, "Accept", "image/png");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(type);
            assertThat(answer.body()).contains(text);
            assertThat(server.get(room + id + ".docx").statusCode()).isEqualTo(404);
            assertThat(server.get(room + "0".repeat(32) + ending).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theQueryIsKeptWithItsIrisInFull() throws Exception {
        var cited = cite("SELECT ?p { <area/1> ?p ?o }").path("query").asText();

        assertThat(cited).contains("<https://w3id.org/pairgraph/id/area/1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".html"})
    void thePageLeadsToTheOtherForms(String ending) throws Exception {
        var id = cite(COUNTIES).path("id").asText();

        var page =
                server.get("/citations/" + id + ending, "Accept", "text/html").body();

        for (var other : List.of(".bib", ".csl.json", ".txt", ".json")) {
            assertThat(page).contains("href=\"" + id + other + "\"");
        }
    }

    @Test
    void aPageOfAnotherOriginCitesNothing() throws Exception {
        var answer = server.post("/api/v1/citations", "{\"query\":\"ASK {}\"}", "Origin", "https://example.org");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aCitationOutlivesARestartAndAnImportAndIsReplayedAtItsRevision(@TempDir Path other) throws Exception {
        String id;
        try (var first = ServedHome.small(other, PLACES)) {
            id = parsed(first.post("/api/v1/citations", JSON.writeValueAsString(Map.of("query", COUNTIES))))
                    .path("id")
                    .asText();
        }
        try (var second = ServedHome.small(other, PLACES + "<area/3> a pg:County ; rdfs:label \"Three\"@en .")) {
            assertThat(second.json("/health/ready").path("revision").asInt()).isEqualTo(2);
            var again = second.json("/api/v1/citations/" + id);
            assertThat(again.path("revision").asInt()).isEqualTo(1);
            assertThat(again.at("/replay/outcome").asText()).isEqualTo("same");
        }
    }

    @Test
    void anAnswerThatIsAnotherOneIsShownBesideTheCited(@TempDir Path other) throws Exception {
        var after = replayedAfter(
                other,
                dataset -> dataset.getDefaultGraph()
                        .add(
                                NodeFactory.createURI("https://w3id.org/pairgraph/id/area/0"),
                                RDF.type.asNode(),
                                PG.County));

        assertThat(after.path("outcome").asText()).isEqualTo("changed");
        assertThat(after.path("rows").asInt()).isEqualTo(3);
        assertThat(after.at("/differences/0/line").asInt()).isEqualTo(2);
        assertThat(after.at("/differences/0/cited").asText()).contains("area/1");
        assertThat(after.at("/differences/0/now").asText()).contains("area/0");
    }

    @Test
    void dataThatWasForgottenIsNamed(@TempDir Path other) throws Exception {
        var graph = "https://w3id.org/pairgraph/graph/small/1";
        var after = replayedAfter(
                other, dataset -> dataset.getGraph(NodeFactory.createURI(graph)).clear());

        assertThat(after.path("outcome").asText()).isEqualTo("forgotten");
        assertThat(after.at("/forgotten/0").asText()).isEqualTo(graph);
    }

    /** What a citation says of itself after something has happened to the files of the store. */
    private static JsonNode replayedAfter(Path other, Consumer<DatasetGraph> harm) throws Exception {
        String id;
        try (var first = ServedHome.small(other, PLACES)) {
            id = parsed(first.post("/api/v1/citations", JSON.writeValueAsString(Map.of("query", COUNTIES))))
                    .path("id")
                    .asText();
        }
        try (var store = PairStore.open(other.resolve("store"))) {
            Txn.executeWrite(store.dataset(), () -> harm.accept(store.dataset()));
        }
        try (var second = ServedHome.small(other, PLACES)) {
            return second.json("/api/v1/citations/" + id).path("replay");
        }
    }

    @Test
    void aNameNeverStandsForSomethingElse(@TempDir Path other) throws Exception {
        try (var served = ServedHome.small(other, PLACES)) {
            var cited = parsed(served.post("/api/v1/citations", JSON.writeValueAsString(Map.of("query", COUNTIES))));
            var file = file(other, cited);
            var changed = (ObjectNode) JSON.readTree(Files.readString(file));
            changed.put("query", "SELECT ?place { VALUES ?place { <urn:other> } }");
            Files.writeString(file, changed.toString());

            var damaged = served.get("/api/v1/citations/" + cited.path("id").asText());

            assertThat(damaged.statusCode())
                    .as("the name does not stand for it")
                    .isEqualTo(500);
            assertThat(damaged.body()).contains("citation-damaged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"query\":\"ASK {}\"}", "\u0000\u0000"})
    void aFileThatIsDamagedIsNamed(String content, @TempDir Path other) throws Exception {
        try (var served = ServedHome.small(other, PLACES)) {
            var cited = parsed(served.post("/api/v1/citations", JSON.writeValueAsString(Map.of("query", COUNTIES))));
            Files.writeString(file(other, cited), content);

            var answer = served.get("/api/v1/citations/" + cited.path("id").asText());

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("citation-damaged").doesNotContain(other.toString());
        }
    }

    @Test
    void whoCitesTooOftenIsToldToWait(@TempDir Path other) throws Exception {
        try (var served = ServedHome.small(other, PLACES)) {
            int last = 0;
            for (int i = 0; i < 21; i++) {
                var answer = served.post("/api/v1/citations", "{\"query\":\"ASK {}\"}", "Authorization", "none");
                last = answer.statusCode();
                if (last == 429) {
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                }
            }
            assertThat(last).isEqualTo(429);
        }
    }

    private static Path file(Path other, JsonNode cited) {
        var id = cited.path("id").asText();
        return other.resolve("store/citations").resolve(id.substring(0, 2)).resolve(id + ".json");
    }

    private static JsonNode cite(String query) throws Exception {
        var answer = post(Map.of("query", query));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return parsed(answer);
    }

    private static String replayed(JsonNode cited) throws Exception {
        return server.json("/api/v1/citations/" + cited.path("id").asText())
                .at("/replay/outcome")
                .asText();
    }

    private static HttpResponse<String> post(Map<String, Object> body) throws Exception {
        return server.post("/api/v1/citations", JSON.writeValueAsString(body));
    }

    private static JsonNode parsed(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
