package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.vocab.PG;

/** Every IRI of ours, dereferenced. */
@ExtendWith(ShippedServer.class)
class LinkedDataTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "https://w3id.org/pairgraph/id/";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    private static ServedHome server;

    @BeforeAll
    static void serve(ServedHome shipped) {
        server = shipped;
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            */*                                                  | .ttl
            text/turtle                                          | .ttl
            application/ld+json;q=0.9,text/turtle;q=0.3          | .jsonld
            text/turtle;q=0.1, application/rdf+xml               | .rdf
            text/turtle;q=0, */*;q=0.1                           | .jsonld
            text/*;q=0.2, text/html;q=0.1, application/*;q=0     | .ttl
            application/n-triples                                | .nt
            text/plain, */*;q=0.1                                | .nt
            text/html,application/xhtml+xml,*/*;q=0.8            | .html
            """)
    void aThingLeadsToTheDocumentThatIsLikedBest(String accept, String suffix) throws Exception {
        var answer = server.get("/id/area/450225", "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/id/area/450225" + suffix);
        assertThat(answer.headers().firstValue("Vary")).contains("Accept");
        assertThat(answer.headers().allValues("Link"))
                .contains("</id/area/450225.ttl>; rel=\"describedby\"; type=\"text/turtle\"");
    }

    @Test
    void aRedirectKeepsItsRevision() throws Exception {
        assertThat(server.get("/id/area/450225?revision=1").headers().firstValue("Location"))
                .contains("/id/area/450225.ttl?revision=1");
        assertThat(server.get("/id/area/450225?revision=99").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id/area/450225",
                "id/evidence/42be7f114c717920/37-51",
                "code/county",
                "code/party-kinds",
                "graph/places/1",
                "graph/ledger",
                "ontology",
                "ontology/1.0.0"
            })
    void everySyntaxSaysTheSame(String path) throws Exception {
        var expected = statements(graph(path + ".nt", Lang.NTRIPLES), "/" + path + ".nt");

        assertThat(statements(graph(path + ".ttl", Lang.TURTLE), "/" + path + ".ttl"))
                .isEqualTo(expected);
        assertThat(statements(graph(path + ".jsonld", Lang.JSONLD), "/" + path + ".jsonld"))
                .isEqualTo(expected);
        assertThat(statements(graph(path + ".rdf", Lang.RDFXML), "/" + path + ".rdf"))
                .isEqualTo(expected);
        assertThat(expected).hasSizeGreaterThan(3);
    }

    @Test
    void aDescriptionHoldsTheClaimsAboutAThingWithTheirPassagesAndNames() throws Exception {
        var graph = graph("id/area/450225.ttl", Lang.TURTLE);
        var pairing = node(ID + "pairing/county/440800-450224_450225_450226");

        assertThat(graph.contains(node(ID + "area/450225"), PG.adminCode, Node.ANY))
                .isTrue();
        assertThat(graph.contains(pairing, PG.supporter, node(ID + "area/440800")))
                .isTrue();
        assertThat(graph.contains(node(ID + "area/440800"), RDFS.label.asNode(), Node.ANY))
                .isTrue();
        var passage = graph.find(pairing, PG.evidence, Node.ANY).next().getObject();
        assertThat(graph.contains(passage, PG.passageDigest, Node.ANY)).isTrue();
        var selector =
                graph.find(passage, OA.hasSelector.asNode(), Node.ANY).next().getObject();
        assertThat(graph.contains(selector, OA.start.asNode(), Node.ANY)).isTrue();
    }

    @Test
    void aSelectorIsInTheDocumentOfItsEvidence() throws Exception {
        var graph = graph("id/evidence/42be7f114c717920/37-51.nt", Lang.NTRIPLES);

        assertThat(graph.contains(node(ID + "evidence/42be7f114c717920/37-51#selector"), OA.end.asNode(), Node.ANY))
                .isTrue();
    }

    @Test
    void aHubComesInPagesThatTogetherHoldEveryClaimOnceAndSayThatTheyArePages(@TempDir Path other) throws Exception {
        var claims = IntStream.range(0, 250).mapToObj("""
                        <pairing/village/%1$03d> a pg:Pairing ; pg:supporter <area/1> ; pg:supported <area/2> ;
                          pg:pairingKind pgc:village ; pg:status pgc:actual ; pg:basis pgc:stated ;
                          pg:startDate "2020-01-01"^^xsd:date ; pg:startPrecision pgc:year ; pg:evidence <evidence/x/%1$d-999> .
                        """::formatted).collect(Collectors.joining());
        try (var hub = ServedHome.small(other, "<area/1> a pg:Village ; rdfs:label \"A\"@en .\n" + claims)) {
            var all = GraphFactory.createDefaultGraph();
            var next = "/id/area/1.nt";
            int pages = 0;
            while (!next.isEmpty()) {
                var answer = hub.get(next);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("Truncated: page " + ++pages + " of 3");
                RDFDataMgr.read(
                        all, new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)), Lang.NTRIPLES);
                next = answer.headers().allValues("Link").stream()
                        .filter(link -> link.endsWith("rel=\"next\""))
                        .map(link -> link.substring(1, link.indexOf('>')))
                        .findFirst()
                        .orElse("");
            }

            assertThat(pages).isEqualTo(3);
            assertThat(all.find(Node.ANY, PG.supporter, node(ID + "area/1")).toList())
                    .hasSize(250);
            assertThat(hub.get("/id/area/1.nt?page=4").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theOntologyIsADocumentOfItsOwn() throws Exception {
        var answer = server.get("/ontology", "Accept", "application/n-triples");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Location")).contains("/ontology.nt");
        assertThat(answer.headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).contains("Accept"));
        assertThat(answer.body()).contains("<https://w3id.org/pairgraph/ontology#County>");
        var other = server.get("/ontology/0.9.0");
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.body()).contains("no version").contains("/api/v1/terms");
        assertThat(other.headers().map()).doesNotContainKeys("content-location", "link");
        assertThat(server.get("/ontology/" + "x".repeat(5_000)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id/area/450225", "code/county", "graph/places/1", "graph/ledger"})
    void aBrowserIsLedToAPageWithItsWordsInIt(String path) throws Exception {
        var led = server.get("/" + path, "Accept", BROWSER);
        var page = server.get(led.headers().firstValue("Location").orElseThrow());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body())
                .contains("<link rel=\"alternate\" type=\"text/turtle\" href=\"/" + path + ".ttl\" />")
                .contains("<script type=\"application/ld+json\">")
                .contains("<h1>");
    }

    @Test
    void aBrowserFindsEachTermAtItsFragment() throws Exception {
        assertThat(server.get("/ontology", "Accept", BROWSER).body())
                .contains("<section id=\"County\">")
                .contains("href=\"/code/county\"");
    }

    @Test
    void wordsOfTheDataAreNeverMarkup(@TempDir Path other) throws Exception {
        var hostile = """
                <area/1> a pg:Village ;
                  rdfs:label "</script><script>alert(1)</script>"@en , "<img src=x onerror=alert(2)> & \\"'"@zh-Hans ;
                  rdfs:seeAlso <javascript:alert(3)> , <https://example.org/?a=1&b=%22> .
                """;
        try (var served = ServedHome.small(other, hostile)) {
            var page = served.get("/id/area/1.html").body();

            assertThat(page).doesNotContain("<script>alert").doesNotContain("<img");
            assertThat(page)
                    .doesNotContain("href=\"javascript:")
                    .contains("href=\"https://example.org/?a=1&amp;b=%22\"");
            var data = page.split("<script type=\"application/ld\\+json\">", -1);
            assertThat(data).hasSize(2);
            assertThat(JSON.readTree(data[1].substring(0, data[1].indexOf("</script>")))
                            .path("@graph"))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/../etc/passwd",
                "/id/area%2F450225",
                "/id/area/450225.xlsx",
                "/id/area/450225.ttl.ttl",
                "/id/area/450225/",
                "/id/area/450225%23x",
                "/id/area/450225;x=1",
                "/code/nowhere",
                "/graph/places/99",
                "/graph/current",
                "/genid/00",
                "/ontology/2.0.0",
                "/ontology.xlsx"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(server.raw("GET " + path)).startsWith("HTTP/1.1 404").contains("\"status\":404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/../../etc/passwd",
                "/id/%2e%2e/%2e%2e/etc/passwd",
                "/id/area/%00",
                "/id/area/%zz",
                "/id/area/<script>"
            })
    void whatIsNoAddressIsRefused(String path) throws Exception {
        assertThat(server.raw("GET " + path)).startsWith("HTTP/1.1 400");
    }

    @Test
    void anEscapedLetterIsTheLetter() throws Exception {
        assertThat(server.raw("GET /id/%61rea/450225")).startsWith("HTTP/1.1 303");
    }

    @Test
    void aThingThatIsWrittenWithHanCharactersIsFound(@TempDir Path other) throws Exception {
        try (var served = ServedHome.small(other, "<area/融水> a pg:County ; rdfs:label \"融水\"@zh-Hans .")) {
            var led = served.get("/id/area/%E8%9E%8D%E6%B0%B4");

            assertThat(led.statusCode()).isEqualTo(303);
            assertThat(led.headers().firstValue("Location")).contains("/id/area/%E8%9E%8D%E6%B0%B4.ttl");
            assertThat(served.get("/id/area/%E8%9E%8D%E6%B0%B4.ttl").body()).contains("id/area/融水>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/area/x.rdf",
                "/sparql/data?default&output=xml",
                "/sparql/data?graph=https://w3id.org/pairgraph/graph/small/1&output=xml",
                "/data/dumps/pairgraph-1.rdf.gz",
                "/api/v1/sources/small/versions/1?format=rdfxml"
            })
    void whatRdfXmlCannotSayIsRefusedInItAndSaidInTurtle(String path, @TempDir Path other) throws Exception {
        try (var served = ServedHome.small(other, "<area/x> a pg:County ; <http://example.org/1> 1 .")) {
            var refused = served.get(path);

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(406);
            assertThat(refused.body())
                    .contains("problems#not-acceptable")
                    .contains("<http://example.org/1>")
                    .contains("take Turtle");
            assertThat(served.get("/id/area/x.ttl").body()).contains("<http://example.org/1>");
        }
    }

    @Test
    void anAcceptThatSaysNothingTakesAnything() throws Exception {
        assertThat(server.raw("GET /id/area/450225", "Accept:")).contains("Location: /id/area/450225.ttl");
        assertThat(server.raw("GET /id/area/450225", "Accept: image/png", "Accept: text/html"))
                .contains("Location: /id/area/450225.html");
    }

    @Test
    void nothingAcceptableSaysWhatThereIs() throws Exception {
        var answer = server.get("/id/area/450225", "Accept", "image/png");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("text/turtle").contains(".jsonld");
    }

    @Test
    void whoHasTheDocumentIsToldSo() throws Exception {
        var tag = server.get("/id/area/450225.ttl").headers().firstValue("ETag").orElseThrow();

        assertThat(server.get("/id/area/450225.ttl", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(server.get("/id/area/450225.nt", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    /** The statements without those about the document, which is another one in each syntax. */
    private static Set<String> statements(Graph graph, String document) {
        return graph.find().toList().stream()
                .filter(triple -> !triple.getSubject().toString().endsWith(document))
                .map(triple -> triple.toString().replace("zh-hans", "zh-Hans").replace("zh-hant", "zh-Hant"))
                .collect(Collectors.toSet());
    }

    private static Graph graph(String path, Lang lang) throws Exception {
        var answer = server.get("/" + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        var graph = GraphFactory.createDefaultGraph();
        RDFDataMgr.read(graph, new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)), lang);
        return graph;
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
