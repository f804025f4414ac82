package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PUT and DELETE at {@code /sparql/data} are import and undo, for stewards of operators who want it. */
class GraphWritesTest {
    private static final String GRAPH = "https://w3id.org/pairgraph/graph/";
    private static final String ONE = village("one");
    private static final String TWO = village("two");

    @TempDir
    private Path folder;

    private ServedHome server;

    @BeforeEach
    void serve() throws Exception {
        Files.createDirectories(folder.resolve("home/ontology/shapes"));
        var home = ServedHome.home(folder, "<area/c> a pg:County ; rdfs:label \"县\"@zh-Hans , \"County\"@en .");
        server = ServedHome.withGraphWrites(home, folder.resolve("store"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aGraphIsPutReadReplacedAndTakenBack() throws Exception {
        assertThat(put("office", ONE).statusCode()).isEqualTo(201);
        assertThat(triples("office")).contains("area/one").doesNotContain("area/two");

        var replaced = put("office", TWO);
        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(ServedHome.parsed(replaced).path("actor").asText()).isEqualTo("admin");
        assertThat(replaced.headers().firstValue("Pairgraph-Revision")).hasValue("3");
        assertThat(triples("office")).contains("area/two").doesNotContain("area/one");
        assertThat(triples("office/1")).contains("area/one");

        var deleted = server.write("DELETE", path("office"), "");
        assertThat(deleted.statusCode()).isEqualTo(200);
        assertThat(triples("office")).contains("area/one").doesNotContain("area/two");

        assertThat(server.write("DELETE", path("office"), "").statusCode()).isEqualTo(200);
        assertThat(server.get(path("office")).statusCode()).isEqualTo(404);
        assertThat(problem(server.write("DELETE", path("office"), ""))).isEqualTo("nothing-to-undo");
    }

    @Test
    void whatIsThereAlreadyChangesNothing() throws Exception {
        put("office", ONE);

        var again = put("office", ONE);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("\"unchanged\":true");
    }

    @Test
    void aSourceThatChangedSinceItWasReadIsNotWrittenOver() throws Exception {
        put("office", ONE);
        var read = server.get(path("office"), "Accept", "text/turtle", "Accept-Encoding", "gzip")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        put("other", village("three"));
        assertThat(put("office", TWO, "If-Match", read).statusCode()).isEqualTo(200);

        var late = put("office", ONE, "If-Match", read);
        var deleted = server.write("DELETE", path("office"), "", "If-Match", read);

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(problem(late)).isEqualTo("precondition-failed");
        assertThat(deleted.statusCode()).isEqualTo(412);
        assertThat(triples("office")).contains("area/two").doesNotContain("area/one");
        assertThat(put("office", ONE, "If-None-Match", "*").statusCode()).isEqualTo(412);
        assertThat(put("new", village("four"), "If-Match", "*").statusCode()).isEqualTo(412);
        assertThat(put("new", village("four"), "If-None-Match", "*").statusCode())
                .isEqualTo(201);
        assertThat(server.write("DELETE", path("office"), "", "If-Match", "\"x\", *")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFileWithErrorsIsAProblemWithItsReport() throws Exception {
        var answer = put("office", ONE + "\n<area/x> a pg:County ; pg:within .");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(problem(answer)).isEqualTo("plan-not-applicable");
        assertThat(ServedHome.parsed(answer).at("/plan/syntaxErrors/0/line").asInt())
                .isEqualTo(6);
        assertThat(server.get(path("office")).statusCode()).isEqualTo(404);
    }

    @Test
    void whatOthersReferToIsNotDeleted() throws Exception {
        put("office", ONE);
        put("other", village("three").replace("area/c>", "area/one>"));

        var answer = server.write("DELETE", path("office"), "");

        assertThat(problem(answer)).isEqualTo("dangling");
        assertThat(triples("office")).contains("area/one");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            office/1   | 400 | bad-parameter
            ledger     | 400 | bad-parameter
            derived    | 400 | bad-parameter
            Office     | 400 | bad-parameter
            ontology   | 400 | bad-parameter
            """)
    void whatIsNoSourceIsNotWritten(String name, int status, String problem) throws Exception {
        var answer = put(name, ONE);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(problem(answer)).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sparql/data?default", "/sparql/data?graph=http://example.org/g", "/sparql/data"})
    void otherGraphsAreNotWritten(String path) throws Exception {
        var answer = server.write("PUT", path, ONE, "Content-Type", "text/turtle");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void onlyAStewardWritesAndNoPageOfAnotherOrigin() throws Exception {
        var nobody =
                server.write("PUT", path("office"), ONE, "Content-Type", "text/turtle", "Authorization", "Bearer no");
        var page = server.write("DELETE", path("small"), "", "Origin", "https://example.org");

        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(problem(page)).isEqualTo("foreign-origin");
        assertThat(page.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void nothingIsWrittenUnlessTheOperatorWantsIt(String method, @TempDir Path other) throws Exception {
        try (var reading = ServedHome.small(other, "<area/c> a pg:County .")) {
            var answer = reading.write(method, path("small"), ONE, "Content-Type", "text/turtle");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(problem(answer)).isEqualTo("graph-writes-off");
        }
    }

    private HttpResponse<String> put(String source, String turtle, String... condition) throws Exception {
        var headers = new ArrayList<>(List.of("Content-Type", "text/turtle"));
        headers.addAll(List.of(condition));
        return server.write("PUT", path(source), turtle, headers.toArray(String[]::new));
    }

    private String triples(String graph) throws Exception {
        return server.get(path(graph), "Accept", "application/n-triples").body();
    }

    private static String path(String graph) {
        return "/sparql/data?graph=" + GRAPH + graph;
    }

    private static String problem(HttpResponse<String> answer) throws Exception {
        return ServedHome.parsed(answer).path("type").asText().replaceFirst(".*#", "");
    }

    private static String village(String name) {
        return """
                @base <https://w3id.org/pairgraph/id/> .
                @prefix pg: <https://w3id.org/pairgraph/ontology#> .
                <area/%s> a pg:Village ; pg:within <area/c> ;
                  <http://www.w3.org/2000/01/rdf-schema#label> "村%s"@zh-Hans , "Village %s"@en .
                """.formatted(name, name, name);
    }
}
