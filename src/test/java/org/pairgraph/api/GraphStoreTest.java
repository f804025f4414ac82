package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /sparql/data} is the Graph Store Protocol over the graphs of the store. */
class GraphStoreTest {
    private static final String GRAPH = "https://w3id.org/pairgraph/graph/";

    @TempDir
    private static Path folder;

    private static ServedHome server;

    @BeforeAll
    static void serveTwoRevisions() throws Exception {
        ServedHome.small(folder, "<area/a> a pg:County ; rdfs:label \"一县\"@zh-Hans .")
                .close();
        server = ServedHome.small(folder, "<area/a> a pg:County ; rdfs:label \"二县\"@zh-Hans .");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            graph=small/1            | 一县
            graph=small/2            | 二县
            graph=small              | 二县
            graph=small&revision=1   | 一县
            graph=small/1&revision=1 | 一县
            default                  | 二县
            default=&revision=2      | 二县
            default&revision=1       | 一县
            """)
    void aGraphIsReadByItsNameAtARevision(String graph, String label) throws Exception {
        var read = read(graph, "text/turtle");

        assertThat(labels(model(read))).containsExactly(label);
        assertThat(read.headers().firstValue("Pairgraph-Revision")).hasValue(graph.contains("revision=1") ? "1" : "2");
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
    void aGraphIsTheSameInEveryFormat(String type) throws Exception {
        var read = read("graph=small/2", type);

        assertThat(read.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(model(read).isIsomorphicWith(model(read("graph=small/2", "text/turtle"))))
                .isTrue();
    }

    @Test
    void aGraphThatCannotBeWrittenAsIsAcceptedIsRefusedWithWhatThereIs() throws Exception {
        var graph = read("graph=small/2", "image/png");
        var description = server.get("/sparql", "Accept", "image/png");

        assertThat(graph.statusCode()).isEqualTo(406);
        assertThat(graph.body()).contains("problems#not-acceptable").contains("application/n-triples");
        assertThat(description.statusCode()).isEqualTo(406);
        assertThat(read("graph=small/2", "text/turtle;q=0, application/n-triples;q=0.1")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/n-triples");
    }

    @Test
    void theLedgerAndTheDerivedTriplesAreGraphsToo() throws Exception {
        assertThat(read("graph=ledger", "text/turtle").body()).contains("pg:Revision");
        assertThat(read("graph=derived", "text/turtle").statusCode()).isEqualTo(200);
    }

    @Test
    void headSaysWhatGetWouldSayAndWhoHasItIsToldSo() throws Exception {
        var get = read("graph=small/2", "text/turtle");
        var head = server.send("HEAD", path("graph=small/2"), "Accept", "text/turtle");
        var tag = get.headers().firstValue("ETag").orElseThrow();
        var again = server.get(path("graph=small/2"), "Accept", "text/turtle", "If-None-Match", tag);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).isNotEqualTo(Optional.of("0"));
        assertThat(head.headers().firstValue("ETag")).hasValue(tag);
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            graph=small/3               | 404 | unknown-graph
            graph=small/2&revision=1    | 404 | unknown-graph
            graph=nothing               | 404 | unknown-graph
            graph=..                    | 404 | unknown-graph
            default&revision=9          | 404 | unknown-revision
            default&revision=x          | 400 | bad-request
            default&graph=small/1       | 400 | bad-request
            graph=small/1&graph=small/2 | 400 | bad-request
            graph=small/1&x=1           | 400 | bad-request
            revision=1                  | 400 | bad-request
            """)
    void whatIsNoGraphIsAProblem(String graph, int status, String problem) throws Exception {
        var answer = read(graph, "text/turtle");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("problems#" + problem);
    }

    @Test
    void theWholeStoreIsNotOneGraph() throws Exception {
        assertThat(server.get("/sparql/data").statusCode()).isEqualTo(400);
        assertThat(server.get("/sparql/data?graph=http://127.0.0.1:1/").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void aVersionNeverGrows(String method) throws Exception {
        var answer = server.send(method, path("graph=small"));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, PUT, DELETE, OPTIONS");
    }

    private static HttpResponse<String> read(String graph, String type) throws Exception {
        return server.get(path(graph), "Accept", type);
    }

    private static String path(String graph) {
        return "/sparql/data?" + graph.replace("graph=", "graph=" + GRAPH);
    }

    private static Model model(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var lang = RDFLanguages.contentTypeToLang(
                answer.headers().firstValue("Content-Type").orElseThrow());
        var model = ModelFactory.createDefaultModel();
        RDFParser.create().source(new StringReader(answer.body())).lang(lang).parse(model);
        return model;
    }

    private static List<String> labels(Model model) {
        var area = model.createResource("https://w3id.org/pairgraph/id/area/a");
        return model.listObjectsOfProperty(area, model.createProperty("http://www.w3.org/2000/01/rdf-schema#label"))
                .mapWith(node -> node.asLiteral().getString())
                .toList();
    }
}
