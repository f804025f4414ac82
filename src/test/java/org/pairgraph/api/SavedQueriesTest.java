package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pairgraph.access.Access;
import org.pairgraph.access.Role;

/** Queries that stewards keep, and their short links. */
class SavedQueriesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PLACES = "<area/1> a pg:County ; rdfs:label \"一\"@zh-Hans , \"One\"@en .\n";
    private static final String COUNTIES =
            "SELECT ?place { ?place a <https://w3id.org/pairgraph/ontology#County> } ORDER BY ?place";

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
    void aSavedQueryIsRunByItsShortLinkAndShownToABrowser() throws Exception {
        assertThat(save("counties", COUNTIES, null).statusCode()).isEqualTo(201);

        assertThat(server.get("/q/counties", "Accept", "text/csv").body())
                .isEqualTo("place\r\nhttps://w3id.org/pairgraph/id/area/1\r\n");
        assertThat(server.get("/q/counties").body()).contains("\"bindings\"");
        var led = server.get("/q/counties", "Accept", "text/html,*/*;q=0.8");
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).startsWith("/query?saved=counties&query=SELECT+"));
        assertThat(server.get("/q/nowhere").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            short-rows  | application/sparql-results+json, text/html;q=0.5 | 200
            short-rows  | application/json, text/html;q=0.9               | 200
            short-rows  | text/html, text/csv;q=0.9                       | 303
            short-graph | text/turtle, text/html;q=0.5                    | 200
            short-graph | text/html, text/turtle;q=0.5                    | 303
            """)
    void aShortLinkLeadsToThePageOnlyWhoLikesItBetterThanTheResult(String name, String accept, int status)
            throws Exception {
        save("short-rows", COUNTIES, null);
        save("short-graph", "CONSTRUCT WHERE { ?s a <https://w3id.org/pairgraph/ontology#County> }", null);

        assertThat(server.get("/q/" + name, "Accept", accept).statusCode()).isEqualTo(status);
    }

    @Test
    void aBrowserIsLedToTheQueryWithTheValuesOfTheLinkInIt() throws Exception {
        var query = "# param: place thing area/1 | The place | 地方\n"
                + "SELECT ?name { ?place <http://www.w3.org/2000/01/rdf-schema#label> ?name } ORDER BY ?name";
        assertThat(save("of-a-place", query, null).statusCode()).isEqualTo(201);
        assertThat(save("of-any-place", query.replace(" area/1 ", " - "), null).statusCode())
                .isEqualTo(201);

        assertThat(page("of-a-place?place=area/2&revision=1"))
                .contains("<https://w3id.org/pairgraph/id/area/2>")
                .doesNotContain("?place")
                .endsWith("&revision=1");
        assertThat(page("of-a-place")).contains("<https://w3id.org/pairgraph/id/area/1>");
        assertThat(page("of-any-place")).contains("?place");
        assertThat(server.get("/q/of-a-place?plaza=area/2", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(400);
        for (var name : List.of("of-a-place", "of-any-place")) {
            assertThat(server.get("/q/" + name + "?revision=1%0d%0aX:1", "Accept", "text/html")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private static String page(String link) throws Exception {
        var led = server.get("/q/" + link, "Accept", "text/html");
        assertThat(led.statusCode()).isEqualTo(303);
        return URLDecoder.decode(led.headers().firstValue("Location").orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void twoWhoSaveUnderOneNameAtOnceAreToldApart() throws Exception {
        var answers = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            var query = COUNTIES + " LIMIT " + i;
            answers.add(() -> save("contested", query, null).statusCode());
        }

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(answers)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void whatIsNotPublishedIsNotInTheCatalogue() throws Exception {
        save("mine", COUNTIES, null);

        assertThat(server.get("/api/v1/queries").body()).doesNotContain("\"mine\"");
        assertThat(server.get("/api/v1/queries/mine").statusCode()).isEqualTo(404);
    }

    @Test
    void aPublishedQueryIsListedWithItsOriginAndTakesParameters() throws Exception {
        var query = "# param: place thing area/1 | The place | 地方\n"
                + "SELECT ?name { ?place <http://www.w3.org/2000/01/rdf-schema#label> ?name } ORDER BY ?name";
        assertThat(save("names", query, "places").statusCode()).isEqualTo(201);

        assertThat(server.json("/api/v1/queries").path("items")).anySatisfy(listed -> {
            assertThat(listed.path("name").asText()).isEqualTo("names");
            assertThat(listed.path("origin").asText()).isEqualTo("published");
            assertThat(listed.at("/parameters/0/default").asText()).isEqualTo("area/1");
        });
        assertThat(server.get("/api/v1/queries/names?format=csv").body()).contains("One");
        assertThat(server.get("/api/v1/queries/names?format=csv&place=area/2").body())
                .doesNotContain("One");
        assertThat(server.get("/q/names?format=csv").body()).contains("One");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            Bad Name | SELECT * {}              | places  | 400
            x1       | SELECT * {               | places  | 400
            x2       | DELETE WHERE {?a ?b ?c}  | places  | 400
            x3       | SELECT * {}              | nowhere | 400
            x1       | JSON { "a": 1 } WHERE {} | places  | 400
            x1       | SELECT * { LET (?x := 1) } | places  | 400
            ../x4    | SELECT * {}              | places  | 400
            """)
    void whatCannotBeSavedIsRefused(String name, String query, String group, int status) throws Exception {
        assertThat(save(name, query, group).statusCode()).isEqualTo(status);
        assertThat(server.get("/api/v1/saved-queries").body())
                .doesNotContain("x1")
                .doesNotContain("x4");
    }

    @Test
    void aTitleOfSeveralLinesCannotWriteAHeader() throws Exception {
        var body = body("lines", COUNTIES, null);
        body.put("title", Map.of("zh", "一", "en", "One\n# param: limit text - | a | b"));

        assertThat(send("POST", "/api/v1/saved-queries", JSON.writeValueAsString(body), server.token())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aParameterThatTheRouteNeedsItselfIsRefused() throws Exception {
        var answer = save("reserved", "# param: limit integer 3 | a | b\nSELECT * { ?s ?p ?limit }", null);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("limit");
    }

    @Test
    void onlyStewardsWriteAndItIsNoted() throws Exception {
        var body = JSON.writeValueAsString(body("open", COUNTIES, null));

        assertThat(send("POST", "/api/v1/saved-queries", body, "pg_wrong").statusCode())
                .isEqualTo(401);
        assertThat(send("PUT", "/api/v1/saved-queries/open", body, "pg_wrong").statusCode())
                .isEqualTo(401);
        assertThat(send("DELETE", "/api/v1/saved-queries/counties", "", "pg_wrong")
                        .statusCode())
                .isEqualTo(401);
        var steward = new Access(folder.resolve("store")).create("office", Role.STEWARD);
        assertThat(send("POST", "/api/v1/saved-queries", body, steward).statusCode())
                .isEqualTo(201);
        assertThat(send("POST", "/api/v1/saved-queries", body, steward).statusCode())
                .isEqualTo(409);
        assertThat(send("PUT", "/api/v1/saved-queries/open", body, steward).statusCode())
                .isEqualTo(200);
        assertThat(server.json("/api/v1/saved-queries/open").path("savedBy").asText())
                .isEqualTo("office");
        assertThat(send("DELETE", "/api/v1/saved-queries/open", "", steward).statusCode())
                .isEqualTo(204);
        assertThat(send("DELETE", "/api/v1/saved-queries/open", "", steward).statusCode())
                .isEqualTo(404);
        assertThat(Files.readString(folder.resolve("store/audit.log")))
                .contains("saved open")
                .contains("removed open")
                .contains("name-taken");
    }

    @Test
    void withoutANameItGetsOneOfItsText() throws Exception {
        var body = body("x", COUNTIES + " # nameless", null);
        body.remove("name");

        var answer = send("POST", "/api/v1/saved-queries", JSON.writeValueAsString(body), server.token());

        var name = JSON.readTree(answer.body()).path("name").asText();
        assertThat(name).matches("[0-9a-f]{12}");
        assertThat(server.get("/q/" + name).statusCode()).isEqualTo(200);
    }

    @Test
    void theyOutliveARestartAndADamagedOneDoesNotStopIt(@TempDir Path other) throws Exception {
        try (var first = ServedHome.small(other, PLACES)) {
            first.post("/api/v1/saved-queries", JSON.writeValueAsString(body("kept", COUNTIES, "places")));
        }
        var files = other.resolve("store/saved-queries");
        Files.writeString(files.resolve("broken.json"), "{");
        Files.copy(files.resolve("kept.json"), files.resolve("alias.json"));
        try (var second = ServedHome.small(other, PLACES)) {
            assertThat(second.get("/q/kept?format=csv").body()).contains("area/1");
            assertThat(second.json("/api/v1/saved-queries").path("total").asInt())
                    .isEqualTo(1);
        }
    }

    private static HttpResponse<String> save(String name, String query, String group) throws Exception {
        return send("POST", "/api/v1/saved-queries", JSON.writeValueAsString(body(name, query, group)), server.token());
    }

    private static Map<String, Object> body(String name, String query, String group) {
        var body = new LinkedHashMap<String, Object>(Map.of(
                "name",
                name,
                "title",
                Map.of("zh", "一", "en", "One"),
                "description",
                Map.of("zh", "一？", "en", "One?"),
                "query",
                query));
        if (group != null) {
            body.put("group", group);
        }
        return body;
    }

    private static HttpResponse<String> send(String method, String path, String body, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token)
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
