package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code pg:matches} finds parties by name from within a query. */
class PartyMatchesTest {
    private static final String PREFIXES = "PREFIX pg: <https://w3id.org/pairgraph/ontology#> "
            + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> BASE <https://w3id.org/pairgraph/id/> ";
    private static final String AREAS = """
            <area/450225> a pg:County ; rdfs:label "融水苗族自治县"@zh-Hans , "Rongshui"@en ; pg:within <area/450200> .
            <area/450200> a pg:City ; rdfs:label "柳州市"@zh-Hans , "Liuzhou"@en .
            <area/450225-x> a pg:Township ; rdfs:label "融水镇"@zh-Hans ; pg:within <area/450225> .
            """;

    @TempDir
    private static Path folder;

    private static ServedHome server;

    @BeforeAll
    static void serve() throws Exception {
        server = ServedHome.small(folder, AREAS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?party pg:matches \"rongshui\"",
                "?party pg:matches \"融水\"",
                "?party pg:matches (\"融水\" 10)",
                "?party pg:matches (\"rsz\" 10)",
                "(?party) pg:matches (\"rongshui\")",
                "BIND(\"融水镇\" AS ?text) ?party pg:matches (?text 5)",
                "?party pg:within <area/450225> . ?party pg:matches \"融水\"",
                "?party pg:matches \"融水\" . ?party pg:within <area/450225>",
            })
    void aPartyIsFoundByHanCharactersAndPinyin(String pattern) throws Exception {
        assertThat(rows("SELECT ?party { " + pattern + " }")).contains("https://w3id.org/pairgraph/id/area/450225-x");
    }

    @Test
    void theBestComesFirstByItsScore() throws Exception {
        var rows = rows("SELECT ?label { (?party ?score) pg:matches (\"liuzhou\" 5) . "
                + "?party rdfs:label ?label FILTER(lang(?label) = \"en\" && ?score > 0.9) } ORDER BY DESC(?score)");

        assertThat(rows).isEqualTo("label\r\nLiuzhou\r\n");
    }

    @Test
    void aLimitBoundsWhatIsFound() throws Exception {
        assertThat(rows("SELECT ?party { ?party pg:matches (\"rongshui\" 1) }").lines())
                .hasSize(2);
    }

    @Test
    void aPartyThatIsKnownIsHeldAgainstTheText() throws Exception {
        assertThat(rows("ASK { <area/450225> pg:matches \"rongshui\" }")).contains("true");
        assertThat(rows("ASK { <area/450200> pg:matches \"rongshui\" }")).contains("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?party pg:matches \"\"",
                "?party pg:matches (\"rongshui\" 0)",
                "?party pg:matches (\"rongshui\" 1000)",
                "?party pg:matches (\"rongshui\" \"many\")",
                "?party pg:matches ?text",
                "?party pg:matches <area/450225>",
                "?party pg:matches (\"rongshui\" 10 10)",
            })
    void whatIsNoSearchIsRefusedWithItsReason(String pattern) throws Exception {
        var answer = ask("SELECT * { " + pattern + " }", "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("pg:matches");
    }

    @Test
    void theNamesAreThoseOfTheRevisionThatIsRead(@TempDir Path other) throws Exception {
        ServedHome.small(other, AREAS).close();
        try (var changed = ServedHome.small(other, AREAS.replace("柳州市", "龙城市").replace("Liuzhou", "Longcheng"))) {
            var query = "SELECT ?party { ?party pg:matches \"liuzhou\" }";

            assertThat(rows(changed, query, "")).isEqualTo("party\r\n");
            assertThat(rows(changed, query, "&revision=1")).contains("area/450200");
            assertThat(rows(changed, query, "&revision=1&default-graph-uri=https://w3id.org/pairgraph/graph/small/1"))
                    .contains("area/450200");
            assertThat(rows(changed, query, "&revision=2")).isEqualTo("party\r\n");
        }
    }

    @Test
    void theNamesFollowAnImport(@TempDir Path other) throws Exception {
        Files.createDirectories(other.resolve("home/ontology/shapes"));
        try (var changing = ServedHome.small(other, AREAS)) {
            var query = "SELECT ?party { ?party pg:matches \"新村\" }";
            assertThat(rows(changing, query, "")).isEqualTo("party\r\n");

            var plan = ServedHome.parsed(changing.post("/api/v1/imports/plans?source=new&filename=new.ttl", """
                    <https://w3id.org/pairgraph/id/area/new> a <https://w3id.org/pairgraph/ontology#Village> ;
                      <http://www.w3.org/2000/01/rdf-schema#label> "新村"@zh-Hans , "Xincun"@en ;
                      <https://w3id.org/pairgraph/ontology#villageType> <https://w3id.org/pairgraph/code/village> ;
                      <https://w3id.org/pairgraph/ontology#within> <https://w3id.org/pairgraph/id/area/450225-x> .
                    """));
            var applied =
                    changing.post("/api/v1/imports/plans/" + plan.path("id").asText() + "/apply", "");

            assertThat(applied.statusCode()).as(plan + applied.body()).isEqualTo(200);
            assertThat(rows(changing, query, "")).isEqualTo("party\r\nhttps://w3id.org/pairgraph/id/area/new\r\n");
            assertThat(rows(changing, query, "&revision=1")).isEqualTo("party\r\n");
        }
    }

    private static String rows(String query) throws Exception {
        return rows(server, query, "");
    }

    private static String rows(ServedHome server, String query, String parameters) throws Exception {
        var answer = ask(server, query, parameters);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> ask(String query, String parameters) throws Exception {
        return ask(server, query, parameters);
    }

    private static HttpResponse<String> ask(ServedHome server, String query, String parameters) throws Exception {
        return server.get(
                "/sparql?query=" + URLEncoder.encode(PREFIXES + query, StandardCharsets.UTF_8) + parameters,
                "Accept",
                "text/csv");
    }
}
