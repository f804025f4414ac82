package org.pairgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a small heap outlives whatever it is asked. */
class MemoryBombsTest {
    private static final int BROKEN_OFF = 0;
    private static final String THREE = "{ ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }";
    private static final String LONG_TEXTS = IntStream.range(0, 16)
            .mapToObj(n -> "BIND(CONCAT(?x%d, ?x%d) AS ?x%d)".formatted(n, n, n + 1))
            .collect(Collectors.joining(" ", "BIND('融' AS ?x0) ", ""));

    private static final List<String> BOMBS = List.of(
            "SELECT * " + THREE + " ORDER BY ?b ?d ?f",
            "SELECT DISTINCT * " + THREE,
            "SELECT ?a ?b ?c ?d ?e ?f (COUNT(*) AS ?n) " + THREE + " GROUP BY ?a ?b ?c ?d ?e ?f",
            "SELECT (COUNT(DISTINCT *) AS ?n) " + THREE,
            "SELECT (GROUP_CONCAT(STR(?a)) AS ?t) " + THREE,
            "SELECT ?a ?c (GROUP_CONCAT(STR(?e)) AS ?t) " + THREE + " GROUP BY ?a ?c",
            "SELECT * { " + LONG_TEXTS
                    + " ?a ?p ?b . ?c ?q ?d BIND(CONCAT(?x16, STR(?a), STR(?d)) AS ?t) } ORDER BY ?t",
            "SELECT ?a ?d (SAMPLE(?t) AS ?s) { " + LONG_TEXTS
                    + " ?a ?p ?b . ?c ?q ?d BIND(CONCAT(?x16, STR(?a), STR(?d)) AS ?t) } GROUP BY ?a ?d",
            "SELECT ?t { " + LONG_TEXTS + " ?a ?p ?b . ?c ?q ?d BIND(CONCAT(?x16, STR(?a), STR(?d)) AS ?t) }",
            "SELECT (REPLACE(?x16, '融', ?x16) AS ?t) { " + LONG_TEXTS + " }",
            "SELECT * { { SELECT * " + THREE
                    + " LIMIT 99999999 } { SELECT * { ?a ?p ?b . ?c ?q ?d } LIMIT 99999999 } }",
            "SELECT * { ?a ?p ?b MINUS { SELECT * " + THREE + " LIMIT 99999999 } }",
            "SELECT * { ?a ?p ?b FILTER EXISTS { { SELECT DISTINCT ?c ?d ?e ?f { ?c ?q ?d . ?e ?r ?f } } ?c <x:none> ?a } }",
            "SELECT * { ?a ?p ?b OPTIONAL { SELECT * " + THREE + " LIMIT 99999999 } }",
            "SELECT (COUNT(*) AS ?n) { " + values("a") + values("b") + values("c") + values("d") + " }",
            "SELECT (BNODE(STR(?a)) AS ?n) " + THREE,
            "CONSTRUCT { ?a ?p ?t } { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f BIND(CONCAT(STR(?b), STR(?c), STR(?d), STR(?e),"
                    + " STR(?f)) AS ?t) }",
            "CONSTRUCT { ?a ?p ?t } { " + LONG_TEXTS
                    + " ?a ?p ?b . ?c ?q ?d BIND(CONCAT(?x16, STR(?a), STR(?d)) AS ?t) }",
            "DESCRIBE * " + THREE,
            "SELECT (COUNT(*) AS ?n) { ?a (!<x:1>|^!<x:2>)* ?b . ?b (!<x:1>|^!<x:2>)* ?c }",
            "SELECT (COUNT(*) AS ?n) { ?a"
                    + " ((!<x:1>|^!<x:2>)/(!<x:1>|^!<x:2>)/(!<x:1>|^!<x:2>)/(!<x:1>|^!<x:2>)/(!<x:1>|^!<x:2>))? ?b }");

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void oneBadQueryNeverEndsTheProcess() throws Exception {
        var home = SmallHome.in(folder.resolve("home"));
        Files.writeString(
                SmallHome.source(home),
                IntStream.range(0, 3_000)
                        .mapToObj(n -> "<area/%d> <https://w3id.org/pairgraph/ontology#within> <area/%d> .\n"
                                .formatted(n, n / 7))
                        .collect(Collectors.joining(
                                "", "<area/0> a <https://w3id.org/pairgraph/ontology#County> .\n", "")));
        var settings = Files.writeString(folder.resolve("settings"), "query.deadline = 1500 ms\nquery.places = 4\n");
        try (var server = CommandLineProcess.startWithHeap(
                "256m",
                home,
                "serve",
                "--port",
                "0",
                "--store",
                folder.resolve("store").toString(),
                "--config",
                settings.toString())) {
            var url = server.awaitLine("pairgraph serves").replaceFirst(".*serves (\\S+).*", "$1");

            for (var bomb : BOMBS) {
                assertThat(status(ask(url, bomb))).as(bomb).isIn(BROKEN_OFF, 200, 422, 503);
                assertAnswers(url);
            }
            var together = new ArrayList<CompletableFuture<HttpResponse<Void>>>();
            BOMBS.forEach(bomb -> together.add(ask(url, bomb)));
            assertAnswers(url);
            for (var answer : together) {
                assertThat(status(answer)).isIn(BROKEN_OFF, 200, 422, 503);
            }
            assertAnswers(url);
            assertThat(status(ask(url, "SELECT (COUNT(*) AS ?n) { ?a ?p ?b }"))).isEqualTo(200);
            assertThat(server.output()).doesNotContain("OutOfMemoryError");
        }
    }

    /** An answer that fails when its beginning is gone has its connection closed. */
    private static int status(CompletableFuture<HttpResponse<Void>> answer) {
        return answer.handle((made, failed) -> made == null ? BROKEN_OFF : made.statusCode())
                .join();
    }

    private void assertAnswers(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/health/ready"))
                .timeout(Duration.ofSeconds(60))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private CompletableFuture<HttpResponse<Void>> ask(String url, String query) {
        var request = HttpRequest.newBuilder(URI.create(url + "/sparql"))
                .header("Content-Type", "application/sparql-query")
                .timeout(Duration.ofSeconds(180))
                .POST(BodyPublishers.ofString(query));
        return http.sendAsync(request.build(), BodyHandlers.discarding());
    }

    private static String values(String variable) {
        return IntStream.range(0, 500)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" ", "VALUES ?" + variable + " { ", " } "));
    }
}
