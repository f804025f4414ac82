package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pairgraph.access.Access;
import org.pairgraph.claims.PassageTexts;
import org.pairgraph.ingest.Bundle;
import org.pairgraph.ingest.Importer;
import org.pairgraph.sparql.GuardedQueries;
import org.pairgraph.sparql.QueryCatalogue;
import org.pairgraph.sparql.QueryLimits;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.PairStore.Update;
import org.pairgraph.store.SourceName;

/** What is in memory follows the store. */
class IndexesTest {
    private static final String PREFIXES = """
            @base <https://w3id.org/pairgraph/id/> .
            @prefix pg: <https://w3id.org/pairgraph/ontology#> .
            @prefix pgc: <https://w3id.org/pairgraph/code/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            """;
    private static final String PLACES = """
            <area/1> a pg:County ; rdfs:label "甲县"@zh-Hans , "Jia County"@en .
            <area/2> a pg:County ; rdfs:label "乙县"@zh-Hans , "Yi County"@en .
            <area/3> a pg:County ; rdfs:label "丙县"@zh-Hans , "Bing County"@en .
            <group/1> a pg:PartyGroup ; pg:within <area/1> ; pg:memberCount 7 ; pg:memberKind pgc:school .
            """;
    private static final String CLASSES = """
            pg:County rdfs:subClassOf pg:Party .
            """;
    private static final String ONE_PAIRING = """
            <pairing/1> a pg:Pairing ; pg:supporter <area/1> ; pg:supported <area/2> ; pg:pairingKind pgc:county ;
                pg:status pgc:actual ; pg:basis pgc:stated .
            """;
    private static final String ANOTHER = """
            <pairing/2> a pg:Pairing ; pg:supporter <area/1> ; pg:supported <area/3> ; pg:pairingKind pgc:county ;
                pg:status pgc:actual ; pg:basis pgc:stated .
            """;

    @TempDir
    private Path folder;

    private PairStore store;
    private Indexes indexes;
    private Javalin http;

    @BeforeEach
    void serve() {
        store = PairStore.open(folder.resolve("store"));
        bring(PLACES + ONE_PAIRING);
        indexes = new Indexes(store);
        http = served();
    }

    private Javalin served() {
        var importer = new Importer(store, new Bundle(Path.of("")));
        var api = new Api(
                store,
                QueryCatalogue.empty(),
                new GuardedQueries(QueryLimits.ofThisMachine()),
                PassageTexts.NONE,
                OperatorMap.NONE,
                importer,
                new Access(folder.resolve("store")),
                indexes,
                false);
        return Javalin.create(javalin -> {
                    javalin.startup.showJavalinBanner = false;
                    api.mount(javalin);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        http.stop();
        indexes.close();
        store.close();
    }

    @Test
    void beforeAllIsInMemoryTheClientIsToldToWait() throws Exception {
        for (var route : List.of("walk?from=area/1", "rollup?level=city", "parties?q=a")) {
            var answer = get(route);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("#starting");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        }
        assertThat(get("parties").statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerIsOfTheRevisionThatWasMadeLast() throws Exception {
        build();
        var before = get("walk?from=area/1");
        var tag = before.headers().firstValue("ETag").orElseThrow();

        bring(PLACES.replace("丙县", "丁县") + ONE_PAIRING + ANOTHER);
        var after = get("walk?from=area/1", "If-None-Match", tag);

        assertThat(ids(before)).containsExactly("area/1", "area/2");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.headers().firstValue("Pairgraph-Revision")).contains("2");
        assertThat(json(after).at("/revision").asInt()).isEqualTo(2);
        assertThat(ids(after)).containsExactly("area/1", "area/2", "area/3");
        assertThat(json(get("parties?q=丁县")).at("/items/0/id").asText()).isEqualTo("area/3");
        assertThat(json(get("parties?q=丙县")).at("/total").asInt()).isZero();
    }

    @Test
    void aPageThatWasAskedForBeforeIsOfTheRevisionThatWasMadeLast() throws Exception {
        bring(PLACES + CLASSES);
        var before = get("parties/area/3");
        assertThat(get("parties/area/3").body()).isEqualTo(before.body()).contains("丙县");

        bring(PLACES.replace("丙县", "丁县") + CLASSES);

        assertThat(get("parties/area/3").body()).contains("丁县").doesNotContain("丙县");
        assertThat(get("parties/area/3?revision=2").body()).isEqualTo(before.body());
    }

    @Test
    void aFormerRevisionIsReadWhenItIsAskedFor() throws Exception {
        build();
        bring(PLACES.replace("丙县", "丁县") + ONE_PAIRING + ANOTHER);
        bring(PLACES);

        var first = get("walk?from=area/1&revision=1");

        assertThat(ids(first)).containsExactly("area/1", "area/2");
        assertThat(json(first).at("/revision").asInt()).isEqualTo(1);
        assertThat(first.headers().firstValue("Pairgraph-Revision")).contains("1");
        assertThat(ids(get("walk?from=area/1&revision=2"))).containsExactly("area/1", "area/2", "area/3");
        assertThat(ids(get("walk?from=area/1&revision=3"))).containsExactly("area/1");
        assertThat(ids(get("walk?from=area/1"))).containsExactly("area/1");
        assertThat(json(get("parties?q=丙县&revision=1")).at("/items/0/id").asText())
                .isEqualTo("area/3");
        assertThat(json(get("parties?q=丙县&revision=2")).at("/total").asInt()).isZero();
        assertThat(get("walk?from=area/1&revision=4").statusCode()).isEqualTo(404);
    }

    @Test
    void aCursorOfTheRevisionBeforeIsStale() throws Exception {
        bring(PLACES + ONE_PAIRING + ANOTHER);
        build();
        var cursor = json(get("walk?from=area/1&limit=2")).at("/next").asText();
        assertThat(ids(get("walk?from=area/1&limit=2&cursor=" + cursor))).containsExactly("area/3");

        bring(PLACES + ANOTHER);
        var stale = get("walk?from=area/1&limit=2&cursor=" + cursor);

        assertThat(stale.statusCode()).isEqualTo(410);
        assertThat(stale.body()).contains("#stale-cursor");
        assertThat(ids(get("walk?from=area/1&limit=2&revision=2&cursor=" + cursor)))
                .containsExactly("area/3");
    }

    @Test
    void aPlaceIsWhereItsLatestPointIs() throws Exception {
        build();
        assertThat(json(get("rollup?level=county")).at("/areas/0/id").asText()).isEqualTo("area/1");
        assertThat(json(get("rollup?level=county")).at("/areas/0").has("point")).isFalse();

        bring(PLACES + ONE_PAIRING + """
                @prefix wgs: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
                <area/1> wgs:lat 21.5 ; wgs:long 110.25 ; pg:pointSource "geonames:1" .
                <area/2> wgs:lat 99.0 ; wgs:long 110.0 .
                """);
        var placed = json(get("rollup?level=county"));
        bring(PLACES + ONE_PAIRING);

        assertThat(placed.at("/areas/0/point/lat").decimalValue()).isEqualByComparingTo("21.5");
        assertThat(placed.at("/areas/0/point/long").decimalValue()).isEqualByComparingTo("110.25");
        assertThat(placed.at("/areas/0/point/source").asText()).isEqualTo("geonames:1");
        assertThat(placed.at("/areas/1").has("point")).isFalse();
        assertThat(json(get("rollup?level=county")).at("/areas/0").has("point")).isFalse();
        assertThat(json(get("rollup?level=county&revision=2"))
                        .at("/areas/0/point/lat")
                        .decimalValue())
                .isEqualByComparingTo("21.5");
    }

    @Test
    void aGroupKeepsTheNameOfItsPlace() throws Exception {
        build();
        assertThat(groupName()).startsWith("甲县7所");

        bring(PLACES.replace("甲县", "戊县"));

        assertThat(groupName()).startsWith("戊县7所");
    }

    @Test
    void commitsWhileAllIsReadAreNotMissed() throws Exception {
        store.exclusively(() -> {
            indexes.build();
            awaitReading();
            bring(PLACES.replace("甲县", "己县") + ONE_PAIRING);
            bring(PLACES + ONE_PAIRING + ANOTHER);
            bring(PLACES.replace("甲县", "庚县") + ANOTHER);
            return true;
        });
        indexes.await();

        var routes = List.of("walk?from=area/1&depth=3&through=places", "parties?q=庚", "rollup?level=county");
        var followed = new ArrayList<JsonNode>();
        for (var route : routes) {
            followed.add(json(get(route)));
        }
        assertThat(followed.getFirst().at("/revision").asInt()).isEqualTo(4);
        indexes = new Indexes(store);
        http.stop();
        http = served();
        build();
        for (var route : routes) {
            assertThat(followed).contains(json(get(route)));
        }
    }

    @Test
    void aCommitThatChangedVeryMuchIsReadAgain() throws Exception {
        build();
        var much = IntStream.rangeClosed(0, 200_000)
                .mapToObj("\"%d\""::formatted)
                .collect(Collectors.joining(" , ", "<area/3> rdfs:comment ", " .\n"));

        bring(PLACES.replace("丙县", "丁县") + ONE_PAIRING + ANOTHER + much);

        var walk = get("walk?from=area/1&depth=1");
        assertThat(json(walk).at("/revision").asInt()).isEqualTo(store.history().head());
        assertThat(ids(walk)).containsExactlyInAnyOrder("area/1", "area/2", "area/3");
        assertThat(json(get("parties?q=丁")).at("/items/0/id").asText()).isEqualTo("area/3");
        assertThat(json(get("parties?q=丙")).at("/total").asInt()).isZero();
    }

    /** Until the thread that reads all waits for somebody: for a helper, or, when it is done, for the store. */
    private static void awaitReading() {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("indexes") && thread.getState() == Thread.State.WAITING)) {
            assertThat(System.nanoTime()).isLessThan(until);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private String groupName() throws Exception {
        var walk = json(get("walk?from=group/1&through=places"));
        return walk.at("/nodes/0/label/zh").asText();
    }

    private void build() {
        indexes.build();
        indexes.await();
    }

    private void bring(String turtle) {
        var content = GraphFactory.createGraphMem();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(content);
        store.commit(Action.IMPORT, "test", List.of(new Update(new SourceName("test"), List.of("0"), content)));
    }

    private HttpResponse<String> get(String route, String... headers) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(URI.create("http://127.0.0.1:" + http.port() + "/api/v1/" + route)
                        .toASCIIString()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> ids(HttpResponse<String> answer) throws Exception {
        return json(answer).at("/nodes").findValuesAsText("id");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
