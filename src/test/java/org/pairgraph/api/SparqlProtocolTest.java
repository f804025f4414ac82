package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
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
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** {@code /sparql} speaks the SPARQL 1.1 Protocol, and tells clients and caches what they need to know. */
class SparqlProtocolTest {
    private static final String LABEL =
            "SELECT ?l { <https://w3id.org/pairgraph/id/area/a> " + "<http://www.w3.org/2000/01/rdf-schema#label> ?l }";
    private static final String VERSION_1 = "https://w3id.org/pairgraph/graph/small/1";
    private static final String VERSION_2 = "https://w3id.org/pairgraph/graph/small/2";
    private static final String CSV = "text/csv";

    @TempDir
    private static Path folder;

    private static ServedHome server;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void serveTwoRevisions() throws IOException {
        ServedHome.small(folder, "<area/a> a pg:County ; rdfs:label \"融水\"@zh-Hans .")
                .close();
        server = ServedHome.small(folder, "<area/a> a pg:County ; rdfs:label \"融水县\"@zh-Hans .");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aQueryIsAskedInThreeWays() throws Exception {
        var byGet = get("query=" + encoded(LABEL), "Accept", CSV);
        var byForm = post("query=" + encoded(LABEL), "application/x-www-form-urlencoded", "Accept", CSV);
        var byBody = post(LABEL, "application/sparql-query", "Accept", CSV);

        assertThat(List.of(byGet, byForm, byBody)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("l\r\n融水县\r\n");
            assertThat(header(answer, "Pairgraph-Revision")).isEqualTo("2");
            assertThat(header(answer, "Content-Type")).isEqualTo("text/csv; charset=utf-8");
        });
    }

    @Test
    void aFormerRevisionIsAskedInThreeWays() throws Exception {
        var byGet = get("revision=1&query=" + encoded(LABEL), "Accept", CSV);
        var byForm = post("revision=1&query=" + encoded(LABEL), "application/x-www-form-urlencoded", "Accept", CSV);
        var byBody =
                send("POST", "/sparql?revision=1", LABEL, "Content-Type", "application/sparql-query", "Accept", CSV);

        assertThat(List.of(byGet, byForm, byBody)).allSatisfy(answer -> {
            assertThat(answer.body()).isEqualTo("l\r\n融水\r\n");
            assertThat(header(answer, "Pairgraph-Revision")).isEqualTo("1");
        });
    }

    @Test
    void theSameQuestionIsAnsweredAtEachRevisionByItself() throws Exception {
        for (int round = 0; round < 3; round++) {
            assertThat(get("revision=1&query=" + encoded(LABEL), "Accept", CSV).body())
                    .contains("融水\r");
            assertThat(get("query=" + encoded(LABEL), "Accept", CSV).body()).contains("融水县\r");
            assertThat(get("revision=2&query=" + encoded(LABEL), "Accept", CSV).body())
                    .contains("融水县\r");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            SELECT * { ?s ?p ?o } LIMIT 1            | application/sparql-results+json | application/sparql-results+json
            SELECT * { ?s ?p ?o } LIMIT 1            | application/sparql-results+xml  | application/sparql-results+xml
            SELECT * { ?s ?p ?o } LIMIT 1            | text/csv                        | text/csv
            SELECT * { ?s ?p ?o } LIMIT 1            | text/tab-separated-values       | text/tab-separated-values
            SELECT * { ?s ?p ?o } LIMIT 1            | text/plain                      | text/plain
            SELECT * { ?s ?p ?o } LIMIT 1            | application/sparql-results+thrift | application/sparql-results+thrift
            SELECT * { ?s ?p ?o } LIMIT 1            | application/json                | application/json
            SELECT * { ?s ?p ?o } LIMIT 1            | */*                             | application/sparql-results+json
            ASK { ?s ?p ?o }                         | application/sparql-results+json | application/sparql-results+json
            ASK { ?s ?p ?o }                         | application/sparql-results+xml  | application/sparql-results+xml
            ASK { ?s ?p ?o }                         | text/csv                        | text/csv
            ASK { ?s ?p ?o }                         | text/tab-separated-values       | text/tab-separated-values
            ASK { ?s ?p ?o }                         | text/plain                      | text/plain
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1     | text/turtle                     | text/turtle
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1     | application/n-triples           | application/n-triples
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1     | application/rdf+xml             | application/rdf+xml
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1     | application/ld+json             | application/ld+json
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1     | application/rdf+json            | application/rdf+json
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1     | application/trix+xml            | application/trix+xml
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1     | application/trig                | application/trig
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1     | application/n-quads             | application/n-quads
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1     | application/rdf+thrift          | application/rdf+thrift
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1     | */*                             | text/turtle
            DESCRIBE <https://w3id.org/pairgraph/id/area/a> | text/turtle              | text/turtle
            """)
    void anAnswerIsInTheFormatThatIsAccepted(String query, String accept, String type) throws Exception {
        var first = get("query=" + encoded(query), "Accept", accept);
        var again = get("query=" + encoded(query), "Accept", accept);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(mediaType(first)).isEqualTo(type);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(mediaType(again)).isEqualTo(type);
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            SELECT * { ?s ?p ?o } LIMIT 1        | output=csv      | text/csv
            SELECT * { ?s ?p ?o } LIMIT 1        | format=tsv      | text/tab-separated-values
            SELECT * { ?s ?p ?o } LIMIT 1        | results=JSON    | application/sparql-results+json
            SELECT * { ?s ?p ?o } LIMIT 1        | output=xml      | application/sparql-results+xml
            SELECT * { ?s ?p ?o } LIMIT 1        | format=text/csv | text/csv
            SELECT * { ?s ?p ?o } LIMIT 1        | output=text     | text/plain
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1 | output=json-ld  | application/ld+json
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1 | format=nt       | application/n-triples
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1 | output=rdf+xml  | application/rdf+xml
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1 | format=jsonld   | application/ld+json
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1 | format=n3       | text/turtle
            ASK { ?s ?p ?o }                     | format=table    | text/plain
            """)
    void anAnswerIsInTheFormatThatIsNamed(String query, String parameter, String type) throws Exception {
        for (int round = 0; round < 2; round++) {
            var answer = get(
                    parameter.replace("+", "%2B") + "&query=" + encoded(query),
                    "Accept",
                    "application/sparql-results+json");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(mediaType(answer)).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            SELECT * { ?s ?p ?o } LIMIT 1        | output=weird       | csv, json, sparql, table, text, thrift, tsv, xml
            ASK { ?s ?p ?o }                     | format=image/png   | csv, json, sparql, table, text, tsv, xml
            ASK { ?s ?p ?o }                     | format=thrift      | csv, json, sparql, table, text, tsv, xml
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1 | results=text/csv   | json-ld
            """)
    void aFormatThatThereIsNotIsRefusedWithThoseThatThereAre(String query, String format, String known)
            throws Exception {
        var answer = server.get("/sparql?query=" + encoded(query) + "&" + format);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(ServedHome.parsed(answer).at("/detail").asText())
                .contains(format.replaceFirst(".*=", "\"") + "\"", known);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            SELECT * { ?s ?p ?o } LIMIT 1        | image/png                        | text/csv
            SELECT * { ?s ?p ?o } LIMIT 1        | text/html                        | application/sparql-results+json
            SELECT * { ?s ?p ?o } LIMIT 1        | text/turtle                      | application/sparql-results+xml
            ASK { ?s ?p ?o }                     | text/csv;q=0                     | application/sparql-results+json
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1 | application/sparql-results+json  | text/turtle
            """)
    void anAnswerThatCannotBeWrittenAsIsAcceptedIsRefusedWithWhatThereIs(String query, String accept, String offered)
            throws Exception {
        var refused = get("query=" + encoded(query), "Accept", accept);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(406);
        assertThat(refused.body()).contains("problems#not-acceptable").contains(offered);
    }

    /** Writers of XML say nothing of why they cannot, or write what no reader takes. */
    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            SELECT ("\\u0001" AS ?x) {}                      | application/sparql-results+xml | U+0001
            SELECT ("a\\uFFFF"@en AS ?x) {}                  | application/xml                | U+FFFF
            CONSTRUCT { <urn:a> <urn:b> "\\u0001" } {}       | application/rdf+xml            | U+0001
            CONSTRUCT { <urn:a> <urn:b> "\\u0001" } {}       | application/trix+xml           | U+0001
            CONSTRUCT { <urn:a> <http://example.org/1> 1 } {} | application/rdf+xml            | http://example.org/1
            """)
    void whatXmlCannotHoldIsRefusedInIt(String query, String accept, String reason) throws Exception {
        var refused = get("query=" + encoded(query), "Accept", accept);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(406);
        assertThat(refused.body()).contains("problems#not-acceptable").contains(reason);
    }

    @Test
    void whatXmlCanHoldIsWrittenInIt() throws Exception {
        var query = "SELECT (\"\\t\\n\uD83D\uDE00]]>&\" AS ?x) {}";
        var answer = get("query=" + encoded(query), "Accept", "application/sparql-results+xml");

        assertThat(answer.body()).contains("&#x0009;&#x000A;\uD83D\uDE00]]&gt;&amp;");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            SELECT * { ?s ?p ?o } LIMIT 1        | application/sparql-results+json;q=0, */*;q=0.1     | application/json
            SELECT * { ?s ?p ?o } LIMIT 1        | text/html, application/xml;q=0.9, */*;q=0.8        | application/xml
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1 | text/turtle;q=0, text/*;q=0.1, application/ld+json | application/ld+json
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1 | turtle                                             | text/turtle
            CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1 | ;                                                  | text/turtle
            SELECT * { ?s ?p ?o } LIMIT 1        | TEXT/CSV, */*;q=0.1                                | text/csv
            SELECT * { ?s ?p ?o } LIMIT 1        | text/csv;Q=0.2, text/tab-separated-values          | text/tab-separated-values
            """)
    void whatAClientRulesOutIsNotTaken(String query, String accept, String type) throws Exception {
        var answer = get("query=" + encoded(query), "Accept", accept);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(mediaType(answer)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"output=json&callback=alert", "output=xml&stylesheet=/x.xsl"})
    void anAnswerIsNeverAProgram(String parameters) throws Exception {
        var answer = get(parameters + "&query=ASK%7B%7D");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("alert").doesNotContain("x.xsl");
        assertThat(mediaType(answer)).startsWith("application/sparql-results");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void headSaysWhatGetWouldSay() throws Exception {
        var get = get("query=" + encoded(LABEL), "Accept", CSV);
        var head = send("HEAD", "/sparql?query=" + encoded(LABEL), "", "Accept", CSV);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (var name : List.of("Content-Type", "ETag", "Pairgraph-Revision", "Content-Length", "Vary")) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
        }
    }

    @Test
    void whoHasTheAnswerAlreadyIsToldSo() throws Exception {
        var first = get("query=" + encoded(LABEL), "Accept", CSV);

        var again = get("query=" + encoded(LABEL), "Accept", CSV, "If-None-Match", header(first, "ETag"));
        var otherFormat = get(
                "query=" + encoded(LABEL),
                "Accept",
                "text/tab-separated-values",
                "If-None-Match",
                header(first, "ETag"));
        var otherRevision =
                get("revision=1&query=" + encoded(LABEL), "Accept", CSV, "If-None-Match", header(first, "ETag"));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
        assertThat(header(again, "Pairgraph-Revision")).isEqualTo("2");
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(otherFormat.statusCode()).isEqualTo(200);
        assertThat(otherRevision.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (NOW() AS ?x) {}",
                "SELECT (RAND() AS ?x) {}",
                "SELECT (UUID() AS ?x) {}",
                "SELECT (STRUUID() AS ?x) {}",
                "SELECT (str(uuid()) AS ?x) { } # comment",
                "SELECT (StRuUiD\n() AS ?x) {}",
                "SELECT ?x { { SELECT (SAMPLE(RAND()) AS ?x) { } } }",
                "SELECT ?x { BIND(1 AS ?y) BIND(struuid() AS ?x) } ORDER BY RAND()",
                "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT (RAND() + strlen(str(afn:now())) AS ?x) {}",
            })
    void whatChangesByItselfIsAnsweredAnew(String query) throws Exception {
        var first = get("query=" + encoded(query), "Accept", CSV);
        Thread.sleep(2);
        var again = get("query=" + encoded(query), "Accept", CSV, "If-None-Match", "*");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.headers().firstValue("ETag")).isEmpty();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isNotEqualTo(first.body());
    }

    @Test
    void noQueryCanLeaveItsAnswerToAnother() throws Exception {
        var query = LABEL + " #";
        var graph = "default-graph-uri=" + VERSION_1;
        var planted = get("query=" + encoded(query + "\0" + graph), "Accept", CSV);
        var asked = get(graph + "&query=" + encoded(query), "Accept", CSV);

        assertThat(planted.body()).isEqualTo("l\r\n融水县\r\n");
        assertThat(asked.body()).isEqualTo("l\r\n融水\r\n");
        assertThat(header(asked, "ETag")).isNotEqualTo(header(planted, "ETag"));
    }

    @Test
    void oneRevisionIsAskedFor() throws Exception {
        var answer = get("revision=1&revision=2&query=" + encoded(LABEL), "Accept", CSV);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("There are 2 revisions: ask for one");
    }

    @Test
    void graphsOfTheStoreAreRead() throws Exception {
        var count = "SELECT (COUNT(*) AS ?n) { <https://w3id.org/pairgraph/id/area/a> ?p ?o }";
        var label = LABEL;

        assertThat(csv("default-graph-uri=" + VERSION_1 + "&query=" + encoded(label)))
                .isEqualTo("l\r\n融水\r\n");
        assertThat(csv("default-graph-uri=" + VERSION_2 + "&query=" + encoded(label)))
                .isEqualTo("l\r\n融水县\r\n");
        assertThat(csv("default-graph-uri=" + VERSION_1 + "&default-graph-uri=" + VERSION_2 + "&query="
                        + encoded(count)))
                .isEqualTo("n\r\n3\r\n");
        assertThat(csv("named-graph-uri=" + VERSION_1 + "&query="
                        + encoded("SELECT ?g { GRAPH ?g { <https://w3id.org/pairgraph/id/area/a> a ?c } }")))
                .isEqualTo("g\r\n" + VERSION_1 + "\r\n");
        assertThat(csv("query="
                        + encoded("SELECT ?l FROM <" + VERSION_1
                                + "> { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l }")))
                .isEqualTo("l\r\n融水\r\n");
        assertThat(csv("query=" + encoded("SELECT ?g { GRAPH ?g { <https://w3id.org/pairgraph/id/area/a> a ?c } }")))
                .isEqualTo("g\r\n" + VERSION_2 + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?g { GRAPH ?g { ?a <http://www.w3.org/2000/01/rdf-schema#label>+ ?l } }",
                "SELECT ?g { GRAPH ?g { } }",
                "SELECT ?g { GRAPH ?g { OPTIONAL { ?a a ?c } } }"
            })
    void neitherAPathNorAnEmptyPatternRangesOverASupersededVersion(String query) throws Exception {
        assertThat(csv("query=" + encoded(query))).contains(VERSION_2).doesNotContain(VERSION_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default-graph-uri=http://127.0.0.1:1/x&query=ASK%7B%7D",
                "named-graph-uri=https://w3id.org/pairgraph/graph/small/3&query=ASK%7B%7D",
                "default-graph-uri=file:///etc/passwd&query=ASK%7B%7D",
                "default-graph-uri=urn:x-arq:UnionGraph&query=ASK%7B%7D",
                "default-graph-uri=https://w3id.org/pairgraph/graph/small/1&named-graph-uri=x&query=ASK%7B%7D",
                "query=ASK%20FROM%20%3Chttp://127.0.0.1:1/x%3E%20%7B%7D",
                "revision=1&default-graph-uri=https://w3id.org/pairgraph/graph/small/2&query=ASK%7B%7D",
            })
    void aGraphThatIsNotOfTheStoreIsRefusedAndNotFetched(String request) throws Exception {
        var answer = get(request);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("problems#unknown-graph").contains("none is fetched");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            /sparql        | update=DELETE+WHERE+%7B%3Fs+%3Fp+%3Fo%7D | application/x-www-form-urlencoded
            /sparql        | DELETE WHERE {?s ?p ?o}                  | application/sparql-update
            /sparql/update | DELETE WHERE {?s ?p ?o}                  | application/sparql-update
            /sparql/update | update=DELETE+WHERE+%7B%3Fs+%3Fp+%3Fo%7D | application/x-www-form-urlencoded
            /sparql/update | -                                        | text/plain
            """)
    void anUpdateIsRefusedWithAPointerToImports(String path, String body, String type) throws Exception {
        var answer = send("POST", path, body, "Content-Type", type);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("problems#no-update").contains("/api/v1/imports/plans");
        assertThat(csv("query=" + encoded(LABEL))).contains("融水县");
    }

    @Test
    void anUpdateByGetIsRefusedToo() throws Exception {
        var answer = get("update=" + encoded("CLEAR ALL"), "Accept", "text/plain");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).startsWith("The store is not changed by SPARQL Update: ");
    }

    @Test
    void aPageOfAnotherOriginMayAsk() throws Exception {
        var preflight = send(
                "OPTIONS", "/sparql", "", "Origin", "https://example.org", "Access-Control-Request-Method", "POST");
        var answer = post(LABEL, "application/sparql-query", "Origin", "https://example.org");

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("POST");
        assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("Content-Type");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Access-Control-Expose-Headers")).contains("Pairgraph-Revision");
    }

    @Test
    void aLongAnswerIsCompressedForWhoWantsIt() throws Exception {
        var query = "/sparql?query=" + encoded("CONSTRUCT WHERE { ?s ?p ?o }");
        var plain = send("GET", query, "", "Accept", "application/n-triples");

        for (int round = 0; round < 3; round++) {
            var compressed = bytes(query, "Accept", "application/n-triples", "Accept-Encoding", "br, gzip;q=0.5");
            assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(compressed.headers().firstValue("Vary")).hasValue("Accept, Accept-Encoding");
            assertThat(compressed.body().length).isLessThan(plain.body().length() / 3);
            assertThat(unpacked(compressed.body()).lines())
                    .containsExactlyInAnyOrderElementsOf(plain.body().lines().toList());
        }
        assertThat(bytes(query, "Accept-Encoding", "gzip;q=0").headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(bytes("/sparql?query=ASK%7B%7D", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            PUT    | /sparql        | 405
            DELETE | /sparql        | 405
            PATCH  | /sparql        | 405
            PATCH  | /sparql/data   | 405
            GET    | /sparql/nothing | 404
            """)
    void otherMethodsAndAddressesAreProblems(String method, String path, int status) throws Exception {
        var answer = send(method, path, "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aQueryThatIsNoneSaysWhere() throws Exception {
        for (var answer : List.of(
                get("query=" + encoded("SELECT *\n{ ?s ?p }")),
                post("SELECT *\n{ ?s ?p }", "application/sparql-query"))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).containsIgnoringCase("line 2").containsIgnoringCase("column 9");
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
        }
    }

    @Test
    void placesCountFromOneAlsoWhereThereIsNothing() throws Exception {
        var empty = ServedHome.parsed(get("query="));

        assertThat(empty.at("/line").asInt()).isEqualTo(1);
        assertThat(empty.at("/column").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsWrongWithAQueryIsAnsweredInShortAndNotLogged() throws Exception {
        var log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        log.addAppender(logged);

        var tooFine = post(
                "SELECT ('2020-01-01T00:00:00.%s'^^<http://www.w3.org/2001/XMLSchema#dateTime> AS ?x) {}"
                        .formatted("9".repeat(20_000)),
                "application/sparql-query");
        var tooLate = post(
                "SELECT (YEAR('99999999999999-01-01'^^<http://www.w3.org/2001/XMLSchema#date>) AS ?x) {}",
                "application/sparql-query");
        var unknown = get("query=ASK%7B%7D&using-graph-uri=x&x=1");
        log.detachAppender(logged);

        assertThat(unknown.statusCode()).isEqualTo(200);
        assertThat(tooFine.statusCode()).isEqualTo(400);
        assertThat(tooFine.body()).hasSizeLessThan(3_000).contains("problems#malformed-query");
        assertThat(tooLate.statusCode()).isEqualTo(200);
        assertThat(logged.list).isEmpty();
    }

    @Test
    void twoQueriesAtOnceAreRefused() throws Exception {
        var asked = "query=" + encoded("ASK {}");
        get(asked);

        assertThat(get(asked + "&" + asked).statusCode()).isEqualTo(400);
        assertThat(post(asked + "&" + asked, "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aQueryLargerThanAnyQueryIsRefused() throws Exception {
        var body = post("#".repeat((1 << 20) + 1), "application/sparql-query");
        var form = post("query=" + "x".repeat(1 << 20), "application/x-www-form-urlencoded");
        var address = get("query=" + "x".repeat(20_000));

        assertThat(body.statusCode()).isEqualTo(413);
        assertThat(form.statusCode()).isEqualTo(413);
        assertThat(form.body()).contains("problems#body-too-large");
        assertThat(address.statusCode()).isEqualTo(414);
        assertThat(address.body()).contains("POST");
    }

    @Test
    void aFormThatIsTooLongAndDoesNotSayItsLengthIsRefusedAlike() throws Exception {
        var form = ("query=ASK%7B%7D%23" + "x".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);
        var chunked = HttpRequest.newBuilder(URI.create(server.url() + "/sparql"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)))
                .build();

        var refused = HTTP.send(chunked, BodyHandlers.ofString());

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
        assertThat(refused.body()).contains("problems#body-too-large");
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() throws Exception {
        var latin = HttpRequest.newBuilder(URI.create(server.url() + "/sparql"))
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofByteArray("ASK { ?s ?p 'caf\u00e9' }".getBytes(StandardCharsets.ISO_8859_1)))
                .build();

        var refused = HTTP.send(latin, BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("problems#bad-request").contains("UTF-8");
    }

    @Test
    void aQueryOfHanCharactersIsAskedInAFormAsLongAsItMayBe() throws Exception {
        var form = "query=" + encoded("ASK {} #" + "融".repeat(99_000));

        assertThat(post(form, "application/x-www-form-urlencoded", "Accept", CSV)
                        .statusCode())
                .isEqualTo(200);
    }

    private static String csv(String parameters) throws Exception {
        var answer = get(parameters, "Accept", CSV);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> get(String parameters, String... headers) throws Exception {
        return send("GET", "/sparql?" + parameters, "", headers);
    }

    private static HttpResponse<String> post(String body, String type, String... headers) throws Exception {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = type;
        return send("POST", "/sparql", body, all);
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers)
            throws Exception {
        return HTTP.send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    private static HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
        return HTTP.send(request("GET", path, "", headers), BodyHandlers.ofByteArray());
    }

    private static HttpRequest request(String method, String path, String body, String... headers) {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(server.url() + path)).method(method, publisher);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    private static String unpacked(byte[] compressed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("no " + name);
    }

    private static String mediaType(HttpResponse<?> answer) {
        return header(answer, "Content-Type").replaceFirst(";.*", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
