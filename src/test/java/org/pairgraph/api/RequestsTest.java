package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request may ask, and what happens when it asks something else. */
class RequestsTest {
    @TempDir
    private static Path folder;

    private static ServedHome server;

    @BeforeAll
    static void serve() throws IOException {
        var areas = new StringBuilder();
        for (int i = 0; i < 23; i++) {
            areas.append("<area/%d> a pg:Township ; pg:within <area/c> ; rdfs:label \"乡%d\"@zh .%n".formatted(i, i));
        }
        server = ServedHome.small(folder, areas + """
                <area/c> a pg:County ; pg:within <area/p> .
                <area/p> a pg:Province ; pg:within <area/c> .
                <pairing/bare> a pg:Pairing .
                <pairing/odd> a pg:Pairing ; pg:supporter <area/c> , "no party" , <area/undescribed> ; pg:startDate "long ago" ; pg:partOf <pairing/odd> ;
                  pg:disagreesWith <pairing/odd> ; pg:evidence <evidence/nowhere> ; pg:note "plain" .
                <observation/odd> a pg:Observation ; pg:about <observation/odd> , <area/c> ; pg:value "1e999999999" , "many" .
                """);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            /parties?clas=County                    | 400 | unknown-parameter | clas
            /parties?class=county                   | 400 | unknown-code      | class
            /parties?class=                         | 400 | unknown-code      | class
            /parties?class=County&class=City        | 400 | bad-parameter     | class
            /parties?class=%zz                      | 400 | bad-request       | -
            /parties?limit=0                        | 400 | bad-parameter     | limit
            /parties?limit=501                      | 400 | bad-parameter     | limit
            /parties?limit=ten                      | 400 | bad-parameter     | limit
            /parties?limit=99999999999999           | 400 | bad-parameter     | limit
            /parties?within=area/nowhere            | 400 | bad-parameter     | within
            /parties?within=a%20b                   | 400 | bad-parameter     | within
            /parties?within=%3E%20a%20pg:Party      | 400 | bad-parameter     | within
            /parties?within=%00                     | 400 | bad-parameter     | within
            /parties?within=%ff%fe                  | 400 | bad-request       | -
            /parties?q=%C8%DA%CB%AE                 | 400 | bad-request       | -
            /parties?=x                             | 400 | unknown-parameter | -
            /parties?within=                        | 400 | bad-parameter     | within
            /parties?cursor=forged                  | 400 | bad-cursor        | cursor
            /parties?cursor=                        | 400 | bad-cursor        | cursor
            /parties?cursor=%F0%9F%98%80            | 400 | bad-cursor        | cursor
            /parties?revision=x                     | 400 | bad-parameter     | revision
            /parties?revision=0                     | 404 | unknown-revision  | revision
            /parties?revision=-1                    | 404 | unknown-revision  | revision
            /parties?revision=999999999             | 404 | unknown-revision  | revision
            /pairings?kind=County                   | 400 | unknown-code      | kind
            /pairings?status=real                   | 400 | unknown-code      | status
            /pairings?basis=guessed                 | 400 | unknown-code      | basis
            /pairings?at=2023                       | 400 | bad-parameter     | at
            /pairings?at=2023-02-30                 | 400 | bad-parameter     | at
            /pairings?at=+2023-02-03                | 400 | bad-parameter     | at
            /pairings?supporter=pairing/nowhere     | 400 | bad-parameter     | supporter
            /observations?indicator=area            | 400 | unknown-code      | indicator
            /observations?class=Nothing             | 400 | unknown-code      | class
            /observations?about=area/nowhere        | 400 | bad-parameter     | about
            /observations?at=today                  | 400 | bad-parameter     | at
            /observations/area/c                    | 404 | unknown-thing     | -
            /evidence/area/c                        | 404 | unknown-thing     | -
            /evidence/evidence/nowhere              | 404 | unknown-thing     | -
            /indicators?limit=1                     | 400 | unknown-parameter | limit
            /coverage?cursor=x                      | 400 | unknown-parameter | cursor
            /disagreements?cursor=x                 | 400 | bad-cursor        | cursor
            /disagreements?limit=501                | 400 | bad-parameter     | limit
            /parties/area/nowhere                   | 404 | unknown-thing     | -
            /parties/pairing/bare                   | 404 | unknown-thing     | -
            /pairings/area/c                        | 404 | unknown-thing     | -
            /parties/area/c?x=1                     | 400 | unknown-parameter | x
            /sources/nowhere                        | 404 | unknown-source    | -
            /sources/..%2F..%2Fetc                  | 404 | unknown-source    | -
            /sources?limit=1                        | 400 | unknown-parameter | limit
            /sources?revision=2                     | 404 | unknown-revision  | revision
            /sources/small/versions/2               | 404 | unknown-version   | -
            /sources/small/versions/x               | 404 | unknown-version   | -
            /sources/small/versions/1?format=csv    | 400 | bad-parameter     | format
            /revisions?cursor=x                     | 400 | bad-cursor        | cursor
            /imports/plans/..%2F..%2Fetc            | 401 | no-token          | -
            /nowhere                                | 404 | unknown-route     | -
            """)
    void whatCannotBeAnsweredIsAProblem(String path, int status, String type, String parameter) throws Exception {
        var answer = server.raw("GET /api/v1" + path);

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer)
                .contains("Pairgraph-Revision: 1")
                .contains("Content-Type: application/problem+json")
                .contains("\"type\":\"https://w3id.org/pairgraph/problems#" + type + "\"")
                .contains("\"status\":" + status);
        if (!parameter.equals("-")) {
            assertThat(answer).contains("\"parameter\":\"" + parameter + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/parties/%zz",
                "GET /api/v1/parties/%",
                "GET /api/v1/parties/%00",
                "GET /api/v1/parties/%c0%ae%c0%ae/",
                "GET /api/v1/parties/%ED%A0%80",
                "GET /api/v1/parties/..;/..",
                "GET /api/v1/parties/a//b",
                "GET /api/v1/parties/a\\b",
                "GET /api/v1/parties/<id>",
                "GET /api/v1/parties?&&&=&=",
                "GET /api/v1/parties?=x",
                "GET /api/v1/parties?%=x",
                "GET /api/v1/parties?limit=1;drop",
                "GET api",
                "GET ?",
                "GET /api/v1/parties/http://[",
                "GET /api/v1/parties/urn:x:y",
                "BREW /api/v1/parties",
                "TRACE /api/v1/parties",
            })
    void noRequestMakesTheServerFail(String requestLine) throws Exception {
        var answer = server.raw(requestLine);

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(answer).contains("application/problem+json");
    }

    @Test
    void aLongRequestIsRefused() throws Exception {
        var headers = server.get("/health/live", "X-Long", "a".repeat(100_000));
        assertThat(headers.statusCode()).isEqualTo(431);
        assertThat(headers.body()).contains("The headers are too large");
        assertThat(server.raw("GET /api/v1/parties?within=" + "a".repeat(2_001)))
                .startsWith("HTTP/1.1 400 ")
                .contains("longer than 2000 characters");
        assertThat(server.raw("GET /api/v1/parties?within=" + "a".repeat(100_000)))
                .startsWith("HTTP/1.1 414 ");
    }

    @Test
    void dataThatNoShapeWouldPassStillHasItsPages() throws Exception {
        assertThat(server.json("/api/v1/pairings/pairing/bare").at("/supporters"))
                .isEmpty();
        assertThat(server.json("/api/v1/pairings/pairing/odd").at("/supporters"))
                .hasSize(3);
        assertThat(server.json("/api/v1/parties/area/c").at("/places")).hasSize(2);
        assertThat(server.json("/api/v1/parties/area/c")
                        .at("/observations/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.json("/api/v1/pairings?at=2023-01-01").at("/total").asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 23, 24, 25, 26})
    void pagesNeitherSkipNorRepeat(int limit) throws Exception {
        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = server.json("/api/v1/parties?limit=" + limit + next);
            assertThat(page.at("/total").asInt()).isEqualTo(25);
            found.addAll(ShippedAnswersTest.ids(page.at("/items")));
            next = page.has("next") ? "&cursor=" + page.at("/next").asText() : "";
        } while (!next.isEmpty());

        assertThat(found).hasSize(25).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aCursorIsForItsOwnListOnly() throws Exception {
        var cursor = server.json("/api/v1/parties?limit=1").at("/next").asText();

        assertThat(server.get("/api/v1/parties?class=Township&cursor=" + cursor).statusCode())
                .isEqualTo(400);
        assertThat(server.get("/api/v1/pairings?cursor=" + cursor).statusCode()).isEqualTo(400);
        for (int i = 0; i < cursor.length(); i++) {
            var forged = new StringBuilder(cursor);
            forged.setCharAt(i, forged.charAt(i) == 'A' ? 'Q' : 'A');
            var answer = server.get("/api/v1/parties?limit=1&cursor=" + forged);
            assertThat(answer.statusCode()).as(forged.toString()).isEqualTo(400);
        }
    }

    @Test
    void aCursorOfAnEarlierRevisionIsStale(@TempDir Path other) throws Exception {
        var two = "<area/1> a pg:County . <area/2> a pg:County . ";
        String cursor;
        try (var first = ServedHome.small(other, two)) {
            cursor = first.json("/api/v1/parties?limit=1").at("/next").asText();
        }
        ServedHome.home(other, two + "<area/3> a pg:County .");
        try (var second = ServedHome.of(other.resolve("home"), other.resolve("store"))) {
            var stale = second.get("/api/v1/parties?limit=1&cursor=" + cursor);
            var former = second.get("/api/v1/parties?revision=1");

            assertThat(stale.statusCode()).isEqualTo(410);
            assertThat(stale.body()).contains("#stale-cursor").contains("go on with revision=1");
            assertThat(ServedHome.parsed(former).at("/total").asInt()).isEqualTo(2);
            assertThat(header(former, "Pairgraph-Revision")).isEqualTo("1");
            assertThat(second.get("/api/v1/parties?limit=1&revision=1&cursor=" + cursor)
                            .statusCode())
                    .as("the list goes on at its own revision")
                    .isEqualTo(200);
            assertThat(second.get("/api/v1/parties?revision=2").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatTheClientHasIsNotSentAgain() throws Exception {
        var first = server.get("/api/v1/parties?limit=3&class=Township");
        var tag = header(first, "ETag");

        var same = server.get("/api/v1/parties?class=Township&limit=3", "If-None-Match", "\"other\", " + tag);
        var other = server.get("/api/v1/parties?class=Township&limit=4", "If-None-Match", tag);

        assertThat(header(first, "Pairgraph-Revision")).isEqualTo("1");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(header(same, "ETag")).isEqualTo(tag);
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void readsAreAllowedFromEveryOriginAndNothingElseIs() throws Exception {
        for (var method : List.of("GET", "HEAD", "OPTIONS")) {
            var answer = server.send(method, "/api/v1/parties");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }

        var write = server.send("POST", "/api/v1/parties");
        assertThat(write.statusCode()).isEqualTo(405);
        assertThat(header(write, "Allow")).contains("GET").contains("HEAD");
        assertThat(write.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void headSaysWhatGetWouldSay() throws Exception {
        var get = server.get("/api/v1/parties/area/c");
        var head = server.send("HEAD", "/api/v1/parties/area/c");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
        assertThat(server.send("HEAD", "/api/v1/parties/area/nowhere").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"running-queries", "session", "imports/plans/0123456789abcdef0123456789abcdef"})
    void headOfWhatNeedsATokenSaysWhatGetWouldSay(String path) throws Exception {
        for (var token : List.of("Bearer " + server.token(), "Bearer pg_wrong")) {
            var get = server.get("/api/v1/" + path, "Authorization", token);
            var head = server.send("HEAD", "/api/v1/" + path, "Authorization", token);

            assertThat(head.statusCode()).isEqualTo(get.statusCode());
            assertThat(header(head, "Content-Type")).isEqualTo(header(get, "Content-Type"));
        }
    }

    /** A terminal in GB 18030 sends the bytes of 融水 as they are. */
    @Test
    void namesInAnotherEncodingAreRefused() throws Exception {
        assertThat(server.raw("GET /api/v1/parties?q=\u00C8\u00DA\u00CB\u00AE"))
                .startsWith("HTTP/1.1 400")
                .contains("not in UTF-8");
        assertThat(server.raw("GET /api/v1/parties?q=\u00E4\u00B9\u00A1")).startsWith("HTTP/1.1 200");
    }

    @Test
    void anEmptyPartOfTheQueryStringAsksForNothing() throws Exception {
        assertThat(server.get("/api/v1/parties?&limit=1&").statusCode()).isEqualTo(200);
        assertThat(server.raw("GET /api/v1/parties?&&limit=1&&")).startsWith("HTTP/1.1 200");
    }

    @Test
    void theHealthOfTheServerCanBeAsked() throws Exception {
        assertThat(server.json("/health/live").at("/status").asText()).isEqualTo("up");
        assertThat(server.json("/health/ready").at("/revision").asInt()).isEqualTo(1);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
