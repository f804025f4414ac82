package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole revisions as files. */
@ExtendWith(ShippedServer.class)
class DumpsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ServedHome server;

    @BeforeAll
    static void serve(ServedHome shipped) {
        server = shipped;
    }

    @ParameterizedTest
    @CsvSource({"ttl,TURTLE", "nt,NTRIPLES", "jsonld,JSONLD", "rdf,RDFXML"})
    void aDumpOfOneGraphIsTheDefaultGraph(String ending, String lang) throws Exception {
        var dumped = GraphFactory.createDefaultGraph();
        RDFDataMgr.read(dumped, unzipped(get("pairgraph-1." + ending + ".gz").body()), lang(lang));

        var asked = GraphFactory.createDefaultGraph();
        RDFDataMgr.read(
                asked,
                new ByteArrayInputStream(server.get(
                                "/sparql?query=CONSTRUCT%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D",
                                "Accept", "application/n-triples")
                        .body()
                        .getBytes(StandardCharsets.UTF_8)),
                Lang.NTRIPLES);
        assertThat(dumped.isIsomorphicWith(asked)).isTrue();
        assertThat(dumped.size()).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @CsvSource({"nq,NQUADS", "trig,TRIG"})
    void aDumpOfNamedGraphsHoldsEachVersionTheDerivedTriplesAndTheLedger(String ending, String lang) throws Exception {
        var dumped = DatasetGraphFactory.create();
        var bytes = unzipped(get("pairgraph-1." + ending + ".gz").body()).readAllBytes();
        RDFDataMgr.read(dumped, new ByteArrayInputStream(bytes), lang(lang));

        for (var name : new String[] {"places/1", "places-odbl/1", "ontology/1", "derived", "ledger"}) {
            var graph = NodeFactory.createURI("https://w3id.org/pairgraph/graph/" + name);
            assertThat(dumped.getGraph(graph).isEmpty()).as(name).isFalse();
        }
        assertThat(dumped.getDefaultGraph().isEmpty()).isTrue();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain(server.token());
    }

    @Test
    void theSameRevisionGivesTheSameBytesFromDiskAndFromMemory(@TempDir Path other) throws Exception {
        var one = "<area/1> a pg:County ; rdfs:label \"一\"@zh-Hans , \"One\"@en ; pg:within <area/2> .\n";
        var two = "<area/2> a pg:City ; rdfs:label \"二\"@zh-Hans , \"Two\"@en ; pg:within <area/3> .\n"
                + "<area/3> a pg:Province ; rdfs:label \"三\"@zh-Hans , \"Three\"@en .\n";
        byte[] turtle;
        byte[] quads;
        try (var first = ServedHome.small(other, one + two)) {
            turtle = get(first, "pairgraph-1.ttl.gz").body();
            quads = get(first, "pairgraph-1.nq.gz").body();
        }
        try (var files = Files.walk(other.resolve("store/dumps"))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        try (var second = ServedHome.small(other, one)) {
            assertThat(second.json("/health/ready").path("revision").asInt()).isEqualTo(2);
            assertThat(get(second, "pairgraph-1.ttl.gz").body()).isEqualTo(turtle);
            assertThat(get(second, "pairgraph-1.nq.gz").body()).isEqualTo(quads);
            assertThat(get(second, "pairgraph-2.ttl.gz").body()).isNotEqualTo(turtle);
            assertThat(get(second, "pairgraph-current.ttl.gz").headers().firstValue("Location"))
                    .contains("/data/dumps/pairgraph-2.ttl.gz");
        }
    }

    @Test
    void theChecksumIsThatOfTheFile() throws Exception {
        var file = get("pairgraph-1.nq.gz").body();
        var sum = new String(get("pairgraph-1.nq.gz.sha256").body(), StandardCharsets.UTF_8);

        var digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(sum).isEqualTo(digest + "  pairgraph-1.nq.gz\n");
    }

    @Test
    void aDownloadGoesOnWhereItBrokeOff() throws Exception {
        var whole = get("pairgraph-1.nq.gz");
        var tag = whole.headers().firstValue("ETag").orElseThrow();
        int size = whole.body().length;

        var rest = get("pairgraph-1.nq.gz", "Range", "bytes=1000-", "If-Range", tag);
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.headers().firstValue("Content-Range")).contains("bytes 1000-%d/%d".formatted(size - 1, size));
        assertThat(rest.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("Content-Range");
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 1000, size));
        assertThat(get("pairgraph-1.nq.gz", "Range", "bytes=0-9").body()).isEqualTo(Arrays.copyOf(whole.body(), 10));
        assertThat(get("pairgraph-1.nq.gz", "Range", "bytes=-7").body())
                .isEqualTo(Arrays.copyOfRange(whole.body(), size - 7, size));

        assertThat(get("pairgraph-1.nq.gz", "Range", "bytes=5-", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        var beyond = get("pairgraph-1.nq.gz", "Range", "bytes=999999999-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */" + size);
        assertThat(new String(beyond.body(), StandardCharsets.UTF_8))
                .contains("problems#range-not-satisfiable", "has %d bytes".formatted(size));
        assertThat(get("pairgraph-1.nq.gz", "Range", "lines=1-2").statusCode()).isEqualTo(200);
        assertThat(get("pairgraph-1.nq.gz", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void headSaysHowLongTheWholeFileIs() throws Exception {
        var size = get("pairgraph-1.nq.gz").body().length;

        var head = server.send("HEAD", "/data/dumps/pairgraph-1.nq.gz", "Range", "bytes=0-9");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(size);
    }

    @Test
    void theListSaysWhatThereIsAndUnderWhichLicence() throws Exception {
        var listed = server.json("/data/dumps");

        assertThat(listed.path("files")).hasSize(6);
        assertThat(listed.path("sources")).anySatisfy(source -> {
            assertThat(source.path("name").asText()).isEqualTo("places-odbl");
            assertThat(source.path("licence").asText()).contains("odbl");
        });
        assertThat(server.get("/data/dumps/", "Accept", "text/html").body())
                .contains("href=\"/data/dumps/pairgraph-1.ttl.gz\"");
        var description = GraphFactory.createDefaultGraph();
        RDFDataMgr.read(description, new ByteArrayInputStream(get("void.ttl").body()), Lang.TURTLE);
        assertThat(description.size()).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pairgraph-9.ttl.gz",
                "pairgraph-0.ttl.gz",
                "pairgraph-1.xlsx.gz",
                "pairgraph-1.ttl",
                "pairgraph--1.ttl.gz",
                "..%2f..%2fsteward.token",
                "steward.token",
                "pairgraph-1.ttl.gz.new"
            })
    void whatIsNotThereIsNotFound(String name) throws Exception {
        assertThat(get(name).statusCode()).isEqualTo(404);
    }

    private static Lang lang(String name) {
        return switch (name) {
            case "TURTLE" -> Lang.TURTLE;
            case "NTRIPLES" -> Lang.NTRIPLES;
            case "JSONLD" -> Lang.JSONLD;
            case "RDFXML" -> Lang.RDFXML;
            case "NQUADS" -> Lang.NQUADS;
            default -> Lang.TRIG;
        };
    }

    private static GZIPInputStream unzipped(byte[] bytes) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(bytes));
    }

    private static HttpResponse<byte[]> get(String name, String... headers) throws IOException, InterruptedException {
        return get(server, name, headers);
    }

    private static HttpResponse<byte[]> get(ServedHome from, String name, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(from.url() + "/data/dumps/" + name));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }
}
