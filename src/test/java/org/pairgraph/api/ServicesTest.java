package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.sparql.Limits;

/** SERVICE asks endpoints that the operator allows, on a second server, within the time and the memory of its query. */
class ServicesTest {
    private static final String HEAD = "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":[";
    private static final String ROW = "{\"x\":{\"type\":\"literal\",\"value\":\"from elsewhere\"}}";
    private static final String END = "]}}";
    private static final int DEADLINE_MILLIS = 1_500;

    @TempDir
    private Path folder;

    private final AtomicInteger counted = new AtomicInteger();
    private final AtomicInteger strangers = new AtomicInteger();
    private HttpServer elsewhere;
    private String closedAddress;
    private ServedHome server;

    @BeforeEach
    void serve() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        elsewhere.createContext("/good", exchange -> send(exchange, 200, HEAD + ROW + "," + ROW + END));
        elsewhere.createContext(
                "/counted",
                exchange -> send(
                        exchange, 200, HEAD + ROW.replace("elsewhere", "request " + counted.incrementAndGet()) + END));
        elsewhere.createContext("/error", exchange -> send(exchange, 500, "no"));
        elsewhere.createContext("/html", exchange -> send(exchange, 200, "<html>Hello</html>"));
        elsewhere.createContext("/half", exchange -> send(exchange, 200, HEAD + ROW));
        elsewhere.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", address("/stranger"));
            send(exchange, 302, "");
        });
        elsewhere.createContext("/stranger", exchange -> {
            strangers.incrementAndGet();
            send(exchange, 200, HEAD + ROW + END);
        });
        elsewhere.createContext("/gzip", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            send(exchange, 200, "bomb");
        });
        elsewhere.createContext("/silent", ServicesTest::sleep);
        elsewhere.createContext("/slow", exchange -> {
            begin(exchange);
            exchange.getResponseBody().write((HEAD + ROW).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            sleep(exchange);
        });
        elsewhere.createContext("/endless", exchange -> {
            begin(exchange);
            exchange.getResponseBody().write((HEAD + ROW).getBytes(StandardCharsets.UTF_8));
            while (true) {
                exchange.getResponseBody().write(("," + ROW).getBytes(StandardCharsets.UTF_8));
            }
        });
        elsewhere.createContext("/endless-text", exchange -> {
            begin(exchange);
            exchange.getResponseBody()
                    .write((HEAD + ROW.replace("elsewhere\"}}", "")).getBytes(StandardCharsets.UTF_8));
            while (true) {
                exchange.getResponseBody().write("and more ".repeat(1_000).getBytes(StandardCharsets.UTF_8));
            }
        });
        elsewhere.start();
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        closedAddress = "http://127.0.0.1:" + closed + "/sparql";
        var limits = Limits.usual()
                .deadline(Duration.ofMillis(DEADLINE_MILLIS))
                .memory(64 << 20)
                .services(
                        address("/good"),
                        address("/error"),
                        address("/html"),
                        address("/half"),
                        address("/moved"),
                        address("/gzip"),
                        address("/silent"),
                        address("/slow"),
                        address("/endless"),
                        address("/endless-text"),
                        closedAddress);
        server = ServedHome.of(
                ServedHome.home(folder, "<area/1> a pg:County ."), folder.resolve("store"), limits.limits());
    }

    @AfterEach
    void stop() {
        server.close();
        elsewhere.stop(0);
    }

    @Test
    void itsRowsJoinOurs() throws Exception {
        var answer = ask("SELECT ?a ?x { ?a a <https://w3id.org/pairgraph/ontology#County> SERVICE <" + address("/good")
                + "> { ?s ?p ?x } }");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(ServedHome.parsed(answer).at("/results/bindings")).hasSize(2);
        assertThat(answer.body()).contains("from elsewhere").contains("area/1");
    }

    @Test
    void itsRowsAreAskedForAgainEachTime() throws Exception {
        var limits = Limits.usual().services(address("/counted")).limits();
        try (var patient = ServedHome.of(folder.resolve("home"), folder.resolve("other"), limits)) {
            for (var query :
                    new String[] {service("/counted"), service("/counted").replace("SERVICE", "SERVICE SILENT")}) {
                var first = ask(patient, query);
                var again = ask(patient, query);

                assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
                assertThat(again.body()).isNotEqualTo(first.body());
                assertThat(first.headers().firstValue("ETag")).isEmpty();
            }
        }
    }

    @Test
    void anEndpointThatIsNotAllowedIsNotAskedAlsoWhenAnotherLeadsThere() throws Exception {
        var forbidden = ask(service("/stranger"));
        var led = ask(service("/moved"));

        assertThat(forbidden.statusCode()).isEqualTo(400);
        assertThat(forbidden.body()).contains("problems#query-not-allowed");
        assertThat(led.statusCode()).isEqualTo(502);
        assertThat(strangers).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"/error, 500", "/html, ''", "/half, ''", "/gzip, gzip"})
    void whatIsNoResultIsSaid(String path, String why) throws Exception {
        var answer = ask(service(path));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
        assertThat(answer.body())
                .contains("problems#service-failed")
                .contains(address(path))
                .contains(why);
    }

    @Test
    void anEndpointThatIsNotThereIsSaid() throws Exception {
        var answer = ask("SELECT * { SERVICE <" + closedAddress + "> { ?s ?p ?o } }");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
        assertThat(answer.body()).contains(closedAddress);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/error", "/half", "/moved"})
    void silentDoesWithout(String path) throws Exception {
        var answer = ask(service(path).replace("SERVICE", "SERVICE SILENT"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(ServedHome.parsed(answer).at("/results/bindings")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/slow"})
    void whoWaitsForAnotherWaitsUntilTheDeadlineOnly(String path) throws Exception {
        for (var query : new String[] {service(path), service(path).replace("SERVICE", "SERVICE SILENT")}) {
            long start = System.nanoTime();

            var answer = ask(query);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("problems#query-timeout");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(DEADLINE_MILLIS - 100), Duration.ofMillis(3L * DEADLINE_MILLIS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/endless", "/endless-text"})
    void rowsWithoutEndAreRefusedByTheirMemoryOrTheDeadline(String path) throws Exception {
        var answer = ask(service(path));

        assertThat(answer.statusCode()).as(answer.body()).isIn(422, 503);
        assertThat(answer.body()).containsAnyOf("problems#query-too-large", "problems#query-timeout");
        assertThat(ask("ASK {}").statusCode()).isEqualTo(200);
    }

    private String service(String path) {
        return "SELECT * { SERVICE <" + address(path) + "> { ?s ?p ?x } }";
    }

    private String address(String path) {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + path;
    }

    private HttpResponse<String> ask(String query) throws IOException, InterruptedException {
        return ask(server, query);
    }

    private static HttpResponse<String> ask(ServedHome server, String query) throws IOException, InterruptedException {
        return server.get(
                "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                "Accept",
                "application/sparql-results+json, application/problem+json;q=0.9");
    }

    private static void begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
        exchange.sendResponseHeaders(200, 0);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Answers nothing more. */
    private static void sleep(HttpExchange exchange) {
        try {
            Thread.sleep(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
