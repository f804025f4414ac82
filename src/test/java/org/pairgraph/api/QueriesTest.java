package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pairgraph.server.StartException;

/** Named queries over HTTP. */
class QueriesTest {
    private static final String HEADER = """
            # title: Title
            # title-zh: 题目
            # question: Question?
            # question-zh: 问题？
            # group: quality
            """;

    @TempDir
    private static Path folder;

    private static ServedHome server;

    @BeforeAll
    static void serve() throws IOException {
        var home = ServedHome.home(folder, """
                <area/1> a pg:County ; rdfs:label "一县"@zh , "=HYPERLINK(1)"@en ; pg:note "-12.5" , "-cmd" , "+86 1" , "@me" , "a,\\"b\\"\\nc" , "" .
                <area/2> a pg:County ; rdfs:label "二县"@zh .
                """);
        query(home, "labels", """
                # param: place thing area/1 | The place | 地方
                # result: ?label, sorted
                SELECT ?label { ?place <http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?label
                """);
        query(home, "notes", """
                # param: place thing area/1 | The place | 地方
                SELECT ?note { ?place <https://w3id.org/pairgraph/ontology#note> ?note } ORDER BY ?note
                """);
        query(home, "by-text", """
                # param: label text - | The label | 名称
                # param: at date 2023-01-01 | The day | 日期
                SELECT ?thing ?at { ?thing ?p ?l FILTER(STR(?l) = ?label) } ORDER BY ?thing
                """);
        query(home, "asked", "ASK { ?s a <https://w3id.org/pairgraph/ontology#County> }");
        query(home, "graph", "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c FILTER(STRENDS(STR(?c), '#County')) }");
        query(home, "now", "SELECT (NOW() AS ?now) {}");
        server = ServedHome.of(home, folder.resolve("store"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theCatalogueIsListedWithItsParameters() throws Exception {
        var queries = server.json("/api/v1/queries");

        assertThat(queries.at("/total").asInt()).isEqualTo(6);
        assertThat(queries.at("/items/1/name").asText()).isEqualTo("by-text");
        assertThat(queries.at("/items/1/parameters/0/type").asText()).isEqualTo("text");
        assertThat(queries.at("/items/1/parameters/0").has("default")).isFalse();
        assertThat(queries.at("/items/1/parameters/1/default").asText()).isEqualTo("2023-01-01");
        assertThat(queries.at("/items/1/title/zh").asText()).isEqualTo("题目");
    }

    @Test
    void aParameterIsBoundAndOtherwiseItsDefaultStands() throws Exception {
        assertThat(server.get("/api/v1/queries/labels?format=csv").body()).contains("一县");
        assertThat(server.get("/api/v1/queries/labels?format=csv&place=area/2").body())
                .isEqualTo("label\r\n二县\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "labels, csv, text/csv;charset=utf-8, label",
        "labels, tsv, text/tab-separated-values;charset=utf-8, ?label",
        "labels, json, application/sparql-results+json, bindings",
        "labels, xml, application/sparql-results+xml, <results>",
        "labels, table, text/plain;charset=utf-8, | label",
        "asked, csv, text/csv;charset=utf-8, true",
        "asked, tsv, text/tab-separated-values;charset=utf-8, true",
        "asked, json, application/sparql-results+json, true",
        "asked, xml, application/sparql-results+xml, true",
        "asked, table, text/plain;charset=utf-8, true",
        "graph, ttl, text/turtle;charset=utf-8, pg:County",
        "graph, jsonld, application/ld+json, @graph",
        "graph, nt, application/n-triples, <https://w3id.org/pairgraph/id/area/1>",
        "graph, rdfxml, application/rdf+xml, rdf:RDF",
    })
    void aResultHasTheFormatThatIsNamedOrAccepted(String query, String format, String type, String part)
            throws Exception {
        var named = server.get("/api/v1/queries/" + query + "?format=" + format);
        var accepted =
                server.get("/api/v1/queries/" + query, "Accept", type.replace(";charset=utf-8", "") + ", */*;q=0.1");

        assertThat(named.statusCode()).as(named.body()).isEqualTo(200);
        assertThat(header(named, "Content-Type").replace("; ", ";")).isEqualTo(type);
        assertThat(named.body()).contains(part);
        assertThat(accepted.body()).isEqualTo(named.body());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            */*                                     | 200
            text/html,*/*;q=0.8                     | 200
            application/json                        | 200
            text/*                                  | 200
            image/png                               | 406
            text/turtle                             | 406
            ;;;                                     | 200
            TEXT/CSV                                | 200
            text/csv;q=x                            | 200
            text/csv;q=0                            | 406
            application/json;q=0                    | 406
            text/csv;q=0, */*                       | 200
            """)
    void whatIsAcceptedIsGivenOrRefused(String accept, int status) throws Exception {
        var answer = server.get("/api/v1/queries/labels", "Accept", accept);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void everyLineOfAcceptCountsAndWhatIsRuledOutIsNotGiven() throws Exception {
        var path = "/api/v1/queries/labels";

        assertThat(server.raw("GET " + path, "Accept: image/png", "Accept: text/csv"))
                .contains("Content-Type: text/csv");
        assertThat(server.raw("GET " + path, "Accept: text/csv;q=0, */*")).contains("sparql-results+json");
        assertThat(server.raw("GET " + path, "Accept: TEXT/CSV, */*;q=0.1")).contains("Content-Type: text/csv");
        assertThat(server.raw("GET " + path, "Accept:")).contains("sparql-results+json");
    }

    @Test
    void csvForExcelHasAMarkAndNoFormulas() throws Exception {
        var labels = server.get("/api/v1/queries/labels?format=csv&bom=true").body();
        var notes = server.get("/api/v1/queries/notes?format=csv&bom=true").body();
        var plain = server.get("/api/v1/queries/labels?format=csv&bom=false").body();

        assertThat(labels).startsWith("\uFEFFlabel\r\n").contains("'=HYPERLINK(1)");
        assertThat(notes).isEqualTo("\uFEFFnote\r\n\r\n'+86 1\r\n-12.5\r\n'-cmd\r\n'@me\r\n\"a,\"\"b\"\"\nc\"\r\n");
        assertThat(plain).startsWith("label").contains("\r\n=HYPERLINK(1)");
    }

    @Test
    void aResultThatIsCutSaysSo() throws Exception {
        var cut = server.get("/api/v1/queries/labels?format=csv&limit=1");
        var whole = server.get("/api/v1/queries/labels?format=csv&limit=2");

        assertThat(cut.headers().firstValue("Pairgraph-Cut")).contains("rows");
        assertThat(cut.body().lines()).hasSize(2);
        assertThat(whole.headers().firstValue("Pairgraph-Cut")).isEmpty();
        assertThat(whole.body().lines()).hasSize(3);
    }

    @Test
    void aResultThatChangesByItselfIsNeverKept() throws Exception {
        var kept = header(server.get("/api/v1/queries/labels"), "ETag");
        var changing = header(server.get("/api/v1/queries/now"), "ETag");

        assertThat(server.get("/api/v1/queries/labels", "If-None-Match", kept).statusCode())
                .isEqualTo(304);
        assertThat(server.get("/api/v1/queries/labels?format=csv", "If-None-Match", kept)
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get("/api/v1/queries/now", "If-None-Match", changing).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            /queries/nowhere                                            | 404 | unknown-query     | -
            /queries/..%2Flabels                                        | 404 | unknown-query     | -
            /queries?limit=1                                            | 400 | unknown-parameter | limit
            /queries/labels?plaice=area/1                               | 400 | unknown-parameter | plaice
            /queries/labels?place=                                      | 400 | bad-parameter     | place
            /queries/labels?place=a%20b                                 | 400 | bad-parameter     | place
            /queries/labels?place=%3E%20%3Fp%20%3Fo%20%7D%20%23         | 400 | bad-parameter     | place
            /queries/labels?place=area/1&place=area/2                   | 400 | bad-parameter     | place
            /queries/by-text                                            | 400 | bad-parameter     | label
            /queries/by-text?label=%20                                  | 400 | bad-parameter     | label
            /queries/by-text?label=x&at=yesterday                       | 400 | bad-parameter     | at
            /queries/labels?format=pdf                                  | 400 | bad-parameter     | format
            /queries/labels?format=ttl                                  | 400 | bad-parameter     | format
            /queries/graph?format=csv                                   | 400 | bad-parameter     | format
            /queries/labels?bom=yes&format=csv                          | 400 | bad-parameter     | bom
            /queries/labels?bom=true                                    | 400 | bad-parameter     | bom
            /queries/labels?limit=0                                     | 400 | bad-parameter     | limit
            /queries/labels?limit=100001                                | 400 | bad-parameter     | limit
            /queries/labels?revision=9                                  | 404 | unknown-revision  | revision
            """)
    void whatCannotBeRunIsAProblemThatNamesTheParameter(String path, int status, String type, String parameter)
            throws Exception {
        var answer = server.raw("GET /api/v1" + path);

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("#" + type + "\"");
        if (!parameter.equals("-")) {
            assertThat(answer).contains("\"parameter\":\"" + parameter + "\"").contains("\"detail\":");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', textBlock = """
            x%22%20%7C%7C%20true%20%7C%7C%20%22
            %22)%20%7D%20UNION%20%7B%20%3Fthing%20%3Fp%20%3Fl%20%7D%20%23
            %3Flabel
            %5C%22
            """)
    void aTextCannotBreakOutOfItsPlace(String text) throws Exception {
        var answer = server.get("/api/v1/queries/by-text?format=csv&label=" + text);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("thing,at\r\n");
    }

    @Test
    void aBrokenQueryOrAReservedNameIsOneClearLineAtStart(@TempDir Path other) throws Exception {
        var home = ServedHome.home(other, "<area/1> a pg:County .");
        query(home, "broken", "SELECT ?x {");
        assertThatThrownBy(() -> ServedHome.of(home, other.resolve("store")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("broken.rq");

        Files.delete(home.resolve("queries/broken.rq"));
        query(home, "reserved", """
                # param: limit integer 1 | How many | 多少
                SELECT ?limit {}
                """);
        assertThatThrownBy(() -> ServedHome.of(home, other.resolve("store")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("reserved")
                .hasMessageContaining("\"limit\"");
    }

    private static void query(Path home, String name, String text) throws IOException {
        Files.writeString(home.resolve("queries").resolve(name + ".rq"), HEADER + text);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
