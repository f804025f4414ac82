package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pairgraph.server.Settings;
import org.pairgraph.sparql.Limits;

/** Queries over HTTP within their limits: places, stopping, cut answers, clients that hang up or do not read. */
class QueryGuardsTest {
    private static final String ENDLESS =
            "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h . ?i ?t ?j }";
    private static final String MANY = "SELECT ?a ?b ?c { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z }";
    private static final String JSON = "application/sparql-results+json";

    /** Longer than any test takes, however busy the machine is. */
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private ServedHome server;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAdministratorSeesWhatRunsAndStopsIt() throws Exception {
        serve(Limits.usual());
        var endless = ask(ENDLESS, "Accept", "application/sparql-results+json, application/problem+json");

        var running = await(1);
        var id = running.path("items").get(0).path("id").asText();
        assertThat(running.path("items").get(0).path("query").asText()).isEqualTo(ENDLESS);
        assertThat(running.path("items").get(0).path("state").asText()).isEqualTo("running");
        assertThat(running.path("items").get(0).path("client").asText()).isEqualTo("127.0.0.1");
        assertThat(running.path("items").get(0).path("elapsedMillis").asLong()).isNotNegative();
        var stopped = admin("DELETE", "/api/v1/running-queries/" + id);
        var answer = endless.get(15, TimeUnit.SECONDS);

        assertThat(stopped.statusCode()).isEqualTo(204);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("problems#query-stopped");
        assertThat(await(0).path("total").asInt()).isZero();
        assertThat(admin("DELETE", "/api/v1/running-queries/" + id).statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/v1/running-queries").statusCode()).isEqualTo(401);
        assertThat(server.send("DELETE", "/api/v1/running-queries/q1").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whenAllPlacesAreTakenTheRestOfTheServerAnswersAndQueriesAreTurnedAway() throws Exception {
        serve(Limits.usual().places(2, 2, LONG).deadline(LONG));
        var running = ask(ENDLESS);
        await(1);
        var waiting = ask(ENDLESS + " LIMIT 2");
        await(2);

        var turnedAway = ask(ENDLESS + " LIMIT 3").get(15, TimeUnit.SECONDS);
        var catalogue = server.get("/api/v1/queries/places");

        assertThat(turnedAway.statusCode()).isEqualTo(503);
        assertThat(turnedAway.body()).contains("problems#too-many-queries");
        assertThat(turnedAway.headers().firstValue("Retry-After")).isPresent();
        assertThat(catalogue.statusCode()).isEqualTo(503);
        assertThat(catalogue.headers().firstValue("Retry-After")).isPresent();
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(server.get("/api/v1/walk?from=area/1&depth=2").statusCode()).isEqualTo(200);
        assertThat(states()).containsExactly("running", "queued");
        assertThat(running.isDone()).isFalse();
        assertThat(waiting.isDone()).isFalse();
    }

    @Test
    void whoWaitsForAPlaceIsToldWhenNoneBecameFreeInTime() throws Exception {
        serve(Limits.usual().places(2, 2, Duration.ofMillis(300)).deadline(LONG));
        var running = ask(ENDLESS);
        await(1);

        var waited = ask(ENDLESS + " LIMIT 2").get(15, TimeUnit.SECONDS);

        assertThat(waited.statusCode()).isEqualTo(503);
        assertThat(waited.body()).contains("No place became free");
        assertThat(waited.headers().firstValue("Retry-After")).isPresent();
        assertThat(running.isDone()).isFalse();
    }

    @Test
    void aGraphTakesAPlaceLikeAQuery() throws Exception {
        serve(Limits.usual().places(2, 1, Duration.ofMillis(300)).deadline(LONG));
        var running = ask(ENDLESS);
        var id = await(1).path("items").get(0).path("id").asText();

        var turnedAway = server.get("/sparql/data?default", "Accept", "text/turtle");
        var known = server.get("/sparql/data?graph=https://w3id.org/pairgraph/graph/small/1", "If-None-Match", "*");

        assertThat(turnedAway.statusCode()).isEqualTo(503);
        assertThat(turnedAway.body()).contains("problems#too-many-queries");
        assertThat(turnedAway.headers().firstValue("Retry-After")).isPresent();
        assertThat(turnedAway.headers().firstValue("ETag")).isEmpty();
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(admin("DELETE", "/api/v1/running-queries/" + id).statusCode())
                .isEqualTo(204);
        assertThat(running.get(15, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
        assertThat(server.get("/sparql/data?default", "Accept", "text/turtle").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aGraphThatNobodyReadsIsBrokenOff() throws Exception {
        serve(Limits.usual().deadline(Duration.ofSeconds(5)), 60_000);
        try (var socket = socket()) {
            socket.getOutputStream()
                    .write("GET /sparql/data?default HTTP/1.1\r\nHost: here\r\nAccept: application/n-triples\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
            assertThat(await(1).path("items").get(0).path("query").asText()).isEqualTo("GET the default graph");
            assertThat(await(0).path("total").asInt()).isZero();

            assertThat(new String(readAll(socket), StandardCharsets.UTF_8)).doesNotContain("\r\n0\r\n");
        }
    }

    @Test
    void oneAddressDoesNotTakeThePlaceOfAnother() throws Exception {
        serve(Limits.usual().places(2, 8, LONG).deadline(LONG));
        ask(ENDLESS);
        ask(ENDLESS + " LIMIT 2");
        await(2);

        var fromElsewhere = askFrom("127.0.0.2", "ASK {}");

        assertThat(fromElsewhere).startsWith("HTTP/1.1 200").contains("true");
    }

    @Test
    void whoAsksThroughATrustedProxyCountsAsAnAddressOfItsOwn() throws Exception {
        var settings = Files.writeString(folder.resolve("settings"), "proxy.addresses = 127.0.0.2");
        server = ServedHome.of(
                ServedHome.home(folder, "<area/0> a pg:County ."),
                folder.resolve("store"),
                Limits.usual().limits(),
                Settings.of(settings).proxies());
        var chain = "X-Forwarded-For: 198.51.100.1, 192.0.2.7";

        try (var trusted = sentFrom("127.0.0.2", ENDLESS, chain);
                var other = sentFrom("127.0.0.3", ENDLESS, chain)) {
            assertThat(List.of(trusted.isConnected(), other.isConnected())).containsOnly(true);
            var clients = new ArrayList<String>();
            await(2).path("items")
                    .forEach(query -> clients.add(query.path("client").asText()));

            assertThat(clients).containsExactlyInAnyOrder("192.0.2.7", "127.0.0.3");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            SELECT   | application/sparql-results+json | "pairgraph-cut": "rows"
            SELECT   | application/sparql-results+xml  | <!-- This answer was cut
            SELECT   | text/plain                      | # This answer was cut
            SELECT   | text/csv                        | a
            SELECT   | text/tab-separated-values       | ?a
            CONSTRUCT | text/turtle                    | # This answer was cut
            CONSTRUCT | application/n-triples          | # This answer was cut
            CONSTRUCT | application/rdf+xml            | <!-- This answer was cut
            """)
    void aShortAnswerThatIsCutSaysSoInItsHeaderAndWhereItCanInItsBody(String form, String accept, String said)
            throws Exception {
        serve(Limits.usual().rows(3));
        var query = form.equals("SELECT") ? "SELECT ?a { ?a ?p ?b }" : "CONSTRUCT { ?a ?p ?b } { ?a ?p ?b }";

        for (int round = 0; round < 2; round++) {
            var cut = ask(query, "Accept", accept).get(15, TimeUnit.SECONDS);
            assertThat(cut.statusCode()).as(cut.body()).isEqualTo(200);
            assertThat(cut.headers().firstValue("Pairgraph-Cut")).hasValue("rows");
            assertThat(cut.body()).contains(said);
        }
        var whole = ask(query.replace("?b }", "?b }") + " LIMIT 2", "Accept", accept)
                .get(15, TimeUnit.SECONDS);
        assertThat(whole.headers().firstValue("Pairgraph-Cut")).isEmpty();
        assertThat(whole.body()).doesNotContain("pairgraph-cut").doesNotContain("This answer was cut");
    }

    @Test
    void aCutAnswerInJsonIsStillJson() throws Exception {
        serve(Limits.usual().rows(3));

        var cut =
                ServedHome.parsed(ask("SELECT ?a { ?a ?p ?b }", "Accept", JSON).get(15, TimeUnit.SECONDS));

        assertThat(cut.at("/results/bindings")).hasSize(3);
        assertThat(cut.path("pairgraph-cut").asText()).isEqualTo("rows");
    }

    @Test
    void aLongAnswerThatIsCutSaysSoInItsTrailer() throws Exception {
        serve(Limits.usual().rows(60_000));

        var answer = raw("GET /sparql?query=" + encoded(MANY) + " HTTP/1.1\r\nHost: here\r\nAccept: " + JSON
                + "\r\nTE: trailers\r\nConnection: close\r\n\r\n");

        assertThat(answer.length()).isGreaterThan(4_000_000);
        assertThat(answer.substring(0, 2_000)).contains("Trailer: Pairgraph-Cut");
        assertThat(answer.substring(answer.length() - 200))
                .contains("\"pairgraph-cut\": \"rows\"")
                .contains("\r\n0\r\nPairgraph-Cut: rows\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            SELECT    | application/sparql-results+json | "pairgraph-cut": "bytes"
            SELECT    | application/sparql-results+xml  | <!-- This answer was cut
            SELECT    | text/csv                        | none
            SELECT    | text/tab-separated-values       | none
            CONSTRUCT | text/turtle                     | # This answer was cut
            CONSTRUCT | application/n-triples           | # This answer was cut
            CONSTRUCT | application/rdf+xml             | <!-- This answer was cut
            """)
    void anAnswerThatIsCutAtItsBytesSaysSoInTheTrailerAndWhereItCanInItsBody(String form, String accept, String said)
            throws Exception {
        serve(Limits.usual().bytes(3 << 20));
        var query = form.equals("SELECT")
                ? MANY
                : "CONSTRUCT { ?a <https://example.org/p> ?t } { ?a ?p ?x . ?b ?q ?y BIND(CONCAT(STR(?a), STR(?b), STR(?q), STR(?y)) AS ?t) }";

        var answer = raw("GET /sparql?query=" + encoded(query) + " HTTP/1.1\r\nHost: here\r\nAccept: " + accept
                + "\r\nTE: trailers\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("Trailer: Pairgraph-Cut");
        assertThat(answer.length()).isBetween(2 << 20, 6 << 20);
        assertThat(answer).endsWith("\r\n0\r\nPairgraph-Cut: bytes\r\n\r\n");
        if (said.equals("none")) {
            assertThat(answer).doesNotContain("This answer was cut");
        } else {
            assertThat(answer.substring(answer.length() - 300)).contains(said);
        }
    }

    @Test
    void anAnswerThatFailsHalfWayIsBrokenOff() throws Exception {
        serve(Limits.usual().deadline(LONG).rows(Integer.MAX_VALUE));
        try (var socket = socket()) {
            send(socket, MANY.replace("?z }", "?z . ?d ?s ?w }"));
            var begun = new String(socket.getInputStream().readNBytes(10_000), StandardCharsets.UTF_8);
            var id = await(1).path("items").get(0).path("id").asText();

            admin("DELETE", "/api/v1/running-queries/" + id);

            assertThat(begun).startsWith("HTTP/1.1 200");
            assertThat(new String(readAll(socket), StandardCharsets.UTF_8)).doesNotContain("\r\n0\r\n");
        }
        await(0);
    }

    @Test
    void aClientThatHangsUpStopsItsQuery() throws Exception {
        serve(Limits.usual().deadline(LONG).rows(Integer.MAX_VALUE));
        try (var socket = socket()) {
            send(socket, MANY.replace("?z }", "?z . ?d ?s ?w }"));
            assertThat(socket.getInputStream().readNBytes(10_000)).hasSize(10_000);
            assertThat(await(1).path("total").asInt()).isEqualTo(1);
        }

        assertThat(await(0).path("total").asInt()).isZero();
    }

    @Test
    void aClientThatDoesNotReadHoldsItsPlaceUntilTheDeadlineOnly() throws Exception {
        serve(Limits.usual().deadline(Duration.ofSeconds(2)).rows(Integer.MAX_VALUE));
        try (var socket = socket()) {
            send(socket, MANY.replace("?z }", "?z . ?d ?s ?w }"));
            socket.getInputStream().read();
            await(1);

            assertThat(await(0).path("total").asInt()).isZero();
        }
    }

    @Test
    void aQueryIsRefusedInTheFormThatTheClientAccepts() throws Exception {
        serve(Limits.usual());
        var query = "SELECT *\n{ SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }";

        var problem = ask(query).get(15, TimeUnit.SECONDS);
        var text = ask(query, "Accept", "text/csv, text/plain").get(15, TimeUnit.SECONDS);
        var malformed = ServedHome.parsed(ask("SELECT *\n{ ?s ?p }").get(15, TimeUnit.SECONDS));

        assertThat(problem.statusCode()).isEqualTo(400);
        assertThat(problem.body()).contains("problems#query-not-allowed").contains("SERVICE");
        assertThat(text.body()).startsWith("The query asks for what is not done here: SERVICE");
        assertThat(malformed.path("line").asInt()).isEqualTo(2);
        assertThat(malformed.path("column").asInt()).isEqualTo(9);
    }

    private void serve(Limits limits) throws IOException {
        serve(limits, 100);
    }

    private void serve(Limits limits, int counties) throws IOException {
        var turtle = new StringBuilder();
        IntStream.range(0, counties)
                .forEach(n -> turtle.append("<area/").append(n).append("> a pg:County .\n"));
        var home = ServedHome.home(folder, turtle.toString());
        Files.writeString(home.resolve("queries/places.rq"), """
                # title: Places
                # title-zh: 地方
                # question: Which places?
                # question-zh: 哪些地方？
                # group: places
                SELECT ?a { ?a a <https://w3id.org/pairgraph/ontology#County> }
                """);
        server = ServedHome.of(home, folder.resolve("store"), limits.limits());
    }

    private CompletableFuture<HttpResponse<String>> ask(String query, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/sparql"))
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString(query));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> admin(String method, String path) throws IOException, InterruptedException {
        return server.send(method, path, "Authorization", "Bearer " + server.token());
    }

    private com.fasterxml.jackson.databind.JsonNode running() throws IOException, InterruptedException {
        return ServedHome.parsed(admin("GET", "/api/v1/running-queries"));
    }

    private List<String> states() throws IOException, InterruptedException {
        var states = new ArrayList<String>();
        running().path("items").forEach(query -> states.add(query.path("state").asText()));
        return states;
    }

    /** The list when it has so many queries; the last one when it does not in good time. */
    private com.fasterxml.jackson.databind.JsonNode await(int total) throws IOException, InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            if (running().path("total").asInt() == total) {
                break;
            }
            Thread.sleep(50);
        }
        return running();
    }

    private Socket socket() throws IOException {
        var address = URI.create(server.url());
        return new Socket(address.getHost(), address.getPort());
    }

    private static void send(Socket socket, String query) throws IOException {
        socket.getOutputStream()
                .write(("GET /sparql?query=" + encoded(query) + " HTTP/1.1\r\nHost: here\r\nAccept: " + JSON
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private String raw(String request) throws IOException {
        try (var socket = socket()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(readAll(socket), StandardCharsets.UTF_8);
        }
    }

    /** Also what came before the connection was reset. */
    private static byte[] readAll(Socket socket) {
        var all = new java.io.ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (IOException e) {
            return all.toByteArray();
        }
        return all.toByteArray();
    }

    private String askFrom(String address, String query) throws IOException {
        try (var socket = sentFrom(address, query, "Accept: */*")) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket sentFrom(String address, String query, String header) throws IOException {
        var to = URI.create(server.url());
        var socket = new Socket();
        socket.bind(new java.net.InetSocketAddress(address, 0));
        socket.connect(new java.net.InetSocketAddress(to.getHost(), to.getPort()));
        socket.getOutputStream()
                .write(("GET /sparql?query=" + encoded(query) + " HTTP/1.1\r\nHost: here\r\n" + header
                                + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
