package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pairgraph.api.DescribedApi.Operation;
import org.pairgraph.sparql.SparqlProblem;

/** What {@code openapi.yaml} gives as an example is asked of a server with the shipped data, and answered as it says. */
class OpenApiExamplesTest {
    /** In the order in which they depend on each other; what is not named comes before. */
    private static final List<String> LAST = List.of(
            "saveQuery",
            "savedQuery",
            "openSavedQuery",
            "replaceQuery",
            "removeQuery",
            "cite",
            "citation",
            "citationPage",
            "plan",
            "readPlan",
            "applyPlan",
            "undo",
            "verify");

    /** Whose answers name what others ask for. */
    private static final Map<String, String> MADE = Map.of("plan", "/plans/", "cite", "/citations/");

    /** What cannot succeed here: nothing came without a name, no query runs, and graphs are written where that is on. */
    private static final Set<String> REFUSED = Set.of("dereferenceNode", "graphPut", "graphDelete", "stopQuery");

    /** Parameters that may be left out, and without which the others of the operation mean nothing. */
    private static final Map<String, String> BESIDE = Map.of("sparqlGet", "query", "graphGet", "graph");

    @TempDir
    private static Path folder;

    private static ServedHome server;
    private static List<Operation> operations;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        operations = DescribedApi.read().operations().stream()
                .sorted(Comparator.comparingInt(operation -> LAST.indexOf(operation.id())))
                .toList();
        server = ServedHome.shipped(folder.resolve("store"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyAnswerInJsonHasAnExampleThatIsWhatItsSchemaSays() {
        for (var operation : operations) {
            for (var status : operation.statuses()) {
                for (var content : operation.contents(status)) {
                    if (isJson(content.getKey())) {
                        var where = operation.id() + " " + status + " " + content.getKey();
                        var example = DescribedApi.example(content.getValue());
                        assertThat(example.isMissingNode()).as(where).isFalse();
                        assertThat(operation.violations(status, content.getKey(), example))
                                .as(where)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void everyExampleOfAProblemIsOneThatThereIs() {
        var known = Stream.concat(
                        Stream.of(ProblemType.values())
                                .map(type -> List.of(type.iri(), type.title(), String.valueOf(type.status()))),
                        Stream.of(SparqlProblem.Kind.values())
                                .map(kind -> List.of(kind.iri(), kind.title(), String.valueOf(kind.status()))))
                .collect(Collectors.toSet());
        for (var operation : operations) {
            for (var status : operation.statuses()) {
                for (var content : operation.contents(status)) {
                    if (content.getKey().equals("application/problem+json")) {
                        var example = DescribedApi.example(content.getValue());
                        assertThat(known)
                                .as(operation.id() + " " + status)
                                .contains(List.of(
                                        example.path("type").asText(),
                                        example.path("title").asText(),
                                        status));
                    }
                }
            }
        }
    }

    @Test
    void aQueryThatIsNoSparqlIsRefusedAsDescribed() throws Exception {
        var sparql = operations.stream()
                .filter(operation -> operation.id().equals("sparqlGet"))
                .findFirst()
                .orElseThrow();

        var answer = ServedHome.parsed(server.get("/sparql?query=SELECT"));

        assertThat(answer.has("line")).isTrue();
        assertThat(sparql.violations("400", "application/problem+json", answer)).isEmpty();
    }

    @Test
    void everyOperationShowsWhatItNeedsAndSaysWhatCanGoWrong() {
        for (var operation : operations) {
            Stream.of("path", "query")
                    .flatMap(in -> operation.parameters(in).stream())
                    .filter(parameter -> parameter.path("required").asBoolean())
                    .forEach(parameter -> assertThat(parameter.has("example"))
                            .as(operation.id() + " " + parameter.path("name").asText())
                            .isTrue());
            if (operation.needsBody()) {
                assertThat(operation.body()).as(operation.id()).isPresent();
            }
            if (operation.path().startsWith("/api/")) {
                assertThat(operation.statuses()).as(operation.id()).contains("400");
            }
        }
    }

    @Test
    void everyExampleIsAnsweredAsItsOperationSays() throws Exception {
        var made = new HashMap<String, String>();
        for (var operation : operations) {
            for (var query : queries(operation)) {
                var answer = send(operation, path(operation, made), query);

                assertAnswered(operation, query, answer);
                if (MADE.containsKey(operation.id())) {
                    made.put(
                            MADE.get(operation.id()),
                            ServedHome.parsed(answer).path("id").asText());
                }
            }
        }
    }

    private static void assertAnswered(Operation operation, String query, HttpResponse<String> answer)
            throws IOException {
        var where = "%s?%s: %d %s".formatted(operation.id(), query, answer.statusCode(), answer.body());
        var status = String.valueOf(answer.statusCode());
        assertThat(operation.statuses()).as(where).contains(status);
        boolean canSucceed = operation.statuses().stream().anyMatch(one -> one.startsWith("2"));
        if (canSucceed && !REFUSED.contains(operation.id())) {
            assertThat(answer.statusCode()).as(where).isLessThan(400);
        }
        if (status.startsWith("3") || status.equals("204")) {
            return;
        }
        var type = answer.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", "");
        assertThat(operation.contents(status))
                .as(where)
                .extracting(Map.Entry::getKey)
                .contains(type);
        if (isJson(type)) {
            assertThat(operation.violations(status, type, ServedHome.parsed(answer)))
                    .as(where)
                    .isEmpty();
        }
    }

    /** The examples of the parameters that are needed, then the same with each other one. */
    private static List<String> queries(Operation operation) {
        var parameters = operation.parameters("query").stream()
                .collect(Collectors.partitioningBy(parameter -> isNeeded(operation, parameter)));
        var needed =
                parameters.get(true).stream().map(OpenApiExamplesTest::query).collect(Collectors.joining("&"));
        if (!operation.method().equals("GET")) {
            return List.of(needed);
        }
        var others = parameters.get(false).stream()
                .filter(parameter -> parameter.has("example"))
                .map(OpenApiExamplesTest::query)
                .map(other -> needed.isEmpty() ? other : needed + "&" + other);
        return Stream.concat(Stream.of(needed), others).toList();
    }

    private static boolean isNeeded(Operation operation, JsonNode parameter) {
        return parameter.path("required").asBoolean()
                || parameter.path("name").asText().equals(BESIDE.get(operation.id()));
    }

    private static String query(JsonNode parameter) {
        var example = parameter.path("example");
        var values = example.isArray() ? StreamSupport.stream(example.spliterator(), false) : Stream.of(example);
        return values.map(value -> parameter.path("name").asText() + "="
                        + URLEncoder.encode(value.asText(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String path(Operation operation, Map<String, String> made) {
        var path = operation.path();
        for (var parameter : operation.parameters("path")) {
            var value = made.entrySet().stream()
                    .filter(known -> operation.path().contains(known.getKey() + "{"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseGet(() -> parameter.path("example").asText());
            path = path.replace("{" + parameter.path("name").asText() + "}", value);
        }
        return path;
    }

    private HttpResponse<String> send(Operation operation, String path, String query)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path + (query.isEmpty() ? "" : "?" + query)));
        request.header("Authorization", "Bearer " + server.token());
        var body = operation.body();
        body.ifPresent(content -> request.header("Content-Type", content.getKey()));
        request.method(
                operation.method(),
                body.map(content -> BodyPublishers.ofString(text(content.getValue())))
                        .orElseGet(BodyPublishers::noBody));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String text(JsonNode example) {
        return example.isTextual() ? example.asText() : example.toString();
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.equals("application/problem+json");
    }
}
