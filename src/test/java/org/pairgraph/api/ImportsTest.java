package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pairgraph.access.Access;
import org.pairgraph.access.Role;

/** Importing over HTTP, as a steward's program meets it. */
class ImportsTest {
    private static final String PREFIXES = """
            @base <https://w3id.org/pairgraph/id/> .
            @prefix pg: <https://w3id.org/pairgraph/ontology#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            """;

    private static final String ONE = PREFIXES + "<area/1> a pg:County ; rdfs:label \"一\"@zh , \"One\"@en .";
    private static final String OTHER = PREFIXES + "<area/2> a pg:County ; rdfs:label \"二\"@zh , \"Two\"@en .";

    @TempDir
    private Path folder;

    private ServedHome server;

    @BeforeEach
    void serve() throws Exception {
        server = ServedHome.small(folder, "<area/0> a pg:County .");
        Files.createDirectories(folder.resolve("home/ontology/shapes"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFileIsPlannedAppliedReplacedAndTakenBack() throws Exception {
        var planned = plan("office", ONE);
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        var plan = ServedHome.parsed(planned);
        assertThat(planned.headers().firstValue("Location"))
                .contains("/api/v1/imports/plans/" + plan.at("/id").asText());
        assertThat(plan.at("/applicable").asBoolean()).isTrue();
        assertThat(plan.at("/triples/added").asInt()).isEqualTo(3);
        assertThat(plan.at("/totals/after/parties/County").asInt()).isEqualTo(2);
        assertThat(head()).as("a plan changes nothing").isEqualTo(1);

        var applied = apply(plan, "");
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
        assertThat(ServedHome.parsed(applied).at("/revision").asInt()).isEqualTo(2);
        assertThat(ServedHome.parsed(applied).at("/actor").asText()).isEqualTo("admin");
        assertThat(server.get("/api/v1/parties/area/1").statusCode()).isEqualTo(200);
        assertThat(server.get("/api/v1/parties/area/1?revision=1").statusCode()).isEqualTo(404);
        assertThat(problem(apply(plan, ""))).as("it is used up").isEqualTo("unknown-plan");

        var again = ServedHome.parsed(apply(parsedPlan("office", ONE), ""));
        assertThat(again.at("/unchanged").asBoolean()).isTrue();
        assertThat(head()).isEqualTo(2);

        var replacing = parsedPlan("office", OTHER);
        assertThat(replacing.at("/triples/removed").asInt()).isEqualTo(3);
        assertThat(problem(apply(replacing, ""))).isEqualTo("consent-needed");
        assertThat(problem(apply(replacing, "{\"acceptRemoved\": 2}"))).isEqualTo("consent-needed");
        assertThat(apply(replacing, "{\"acceptRemoved\": 3}").statusCode()).isEqualTo(200);
        assertThat(server.get("/api/v1/parties/area/1").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/v1/parties/area/1?revision=2").statusCode()).isEqualTo(200);

        var undone = server.post("/api/v1/sources/office/undo", "");
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        assertThat(ServedHome.parsed(undone).at("/action").asText()).isEqualTo("withdraw");
        assertThat(server.get("/api/v1/parties/area/1").statusCode()).isEqualTo(200);

        var revisions = server.json("/api/v1/revisions?limit=3");
        assertThat(revisions.at("/items").findValuesAsText("revision")).containsExactly("4", "3", "2");
        assertThat(server.json("/api/v1/revisions?limit=3&cursor="
                                + revisions.at("/next").asText())
                        .at("/items")
                        .findValuesAsText("action"))
                .containsExactly("first-load");
        assertThat(server.json("/api/v1/revisions?revision=2").at("/total").asInt())
                .isEqualTo(2);
        assertThat(server.json("/api/v1/sources/office/versions/2").at("/state").asText())
                .isEqualTo("withdrawn");
        assertThat(server.json("/api/v1/sources/office/versions/2?revision=3")
                        .at("/state")
                        .asText())
                .isEqualTo("current");
        assertThat(server.get("/api/v1/sources/office/versions/2?format=nt").body())
                .contains("/id/area/2>")
                .doesNotContain("/id/area/1>");
        assertThat(server.get("/api/v1/sources/office/versions/1", "Accept", "text/turtle")
                        .body())
                .contains("/id/area/1>");
        assertThat(findings()).isEmpty();
    }

    @Test
    void ofTwoStewardsAtOnceTheSecondIsToldWhatChanged() throws Exception {
        var first = parsedPlan("office", ONE);
        var second = parsedPlan("office", PREFIXES + "<area/1> a pg:County .");
        assertThat(apply(first, "").statusCode()).isEqualTo(200);

        var refused = apply(second, "");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused)).isEqualTo("stale-plan");
        var now = ServedHome.parsed(refused).at("/plan");
        assertThat(now.at("/id")).isEqualTo(second.at("/id"));
        assertThat(now.at("/triples/removed").asInt()).isEqualTo(2);
        assertThat(head()).isEqualTo(2);
        assertThat(apply(second, "{\"replace\": true}").statusCode())
                .as("agreed to as it is now")
                .isEqualTo(200);
    }

    @Test
    void aPlanOutlivesARestart() throws Exception {
        var plan = parsedPlan("office", ONE);
        server.close();
        server = ServedHome.of(folder.resolve("home"), folder.resolve("store"));

        assertThat(server.get(path(plan), "Authorization", "Bearer " + server.token())
                        .body())
                .isEqualTo(plan.toString());
        assertThat(apply(plan, "").statusCode()).isEqualTo(200);
    }

    @Test
    void aFileWithErrorsIsAPlanThatCannotBeApplied() throws Exception {
        var broken = PREFIXES
                + IntStream.range(0, 50)
                        .mapToObj("<area/%d> a pg:County ; rdfs:label \"a\"@@ ."::formatted)
                        .collect(Collectors.joining("\n"));
        var planned = plan("office", broken);

        var plan = ServedHome.parsed(planned);
        assertThat(planned.statusCode()).isEqualTo(201);
        assertThat(plan.at("/applicable").asBoolean()).isFalse();
        assertThat(plan.at("/syntaxErrors")).hasSize(50);
        assertThat(plan.at("/syntaxErrors/49/line").asInt()).isEqualTo(53);
        assertThat(problem(apply(plan, "{\"replace\": true}"))).isEqualTo("plan-not-applicable");
        assertThat(head()).isEqualTo(1);
    }

    @Test
    void anEmptyFileWarnsAndABinaryFileIsRefused() throws Exception {
        var empty = parsedPlan("office", "");
        var binary = parsedPlan("office", "PK\u0003\u0004\u0000\u0000");

        assertThat(empty.at("/warnings").toString()).isNotEqualTo("[]");
        assertThat(binary.at("/applicable").asBoolean()).isFalse();
        assertThat(binary.at("/syntaxErrors")).hasSize(1);
    }

    @Test
    void severalFilesAreOneVersion() throws Exception {
        var planned = planTogether(ONE, OTHER);

        var plan = ServedHome.parsed(planned);
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        assertThat(plan.at("/files").findValuesAsText("name")).containsExactly("passwd.ttl", "two");
        assertThat(plan.at("/triples/added").asInt()).isEqualTo(6);
    }

    @Test
    void ofSeveralFilesTheOneThatIsToBeMendedIsNamed() throws Exception {
        var several = ServedHome.parsed(planTogether(ONE, OTHER.replace("County", "Conty")));
        var single = parsedPlan("office", OTHER.replace("County", "Conty"));

        assertThat(several.at("/unknownTerms").findValuesAsText("file")).containsExactly("two");
        assertThat(several.at("/unknownTerms/0/line").asInt()).isEqualTo(4);
        assertThat(single.at("/unknownTerms/0/line").asInt()).isEqualTo(4);
        assertThat(single.at("/unknownTerms").findValues("file")).isEmpty();
    }

    private HttpResponse<String> planTogether(String one, String other) throws Exception {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../etc/passwd.ttl\"\r\n\r\n"
                + one
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"two\"\r\nContent-Type: text/turtle\r\n\r\n"
                + other + "\r\n--x--\r\n";
        return server.post(
                "/api/v1/imports/plans?source=office", body, "Content-Type", "multipart/form-data; boundary=x");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            plans                                             | text/turtle         | 400 | bad-parameter
            plans?source=                                     | text/turtle         | 400 | bad-parameter
            plans?source=..%2F..%2Fetc%2Fpasswd               | text/turtle         | 400 | bad-parameter
            plans?source=ontology                             | text/turtle         | 400 | bad-parameter
            plans?source=ledger                               | text/turtle         | 400 | bad-parameter
            plans?source=a&sauce=b                            | text/turtle         | 400 | unknown-parameter
            plans?source=a                                    | text/csv            | 415 | unknown-format
            plans?source=a                                    | text/plain          | 415 | unknown-format
            plans?source=a&filename=..%2F..%2Fetc%2Fpasswd    | text/plain          | 415 | unknown-format
            plans?source=a&format=docx                        | text/turtle         | 415 | unknown-format
            plans?source=a                                    | multipart/form-data | 400 | bad-request
            plans?source=a                                    | multipart/form-data; boundary=z | 400 | bad-request
            plans/..%2F..%2Fetc%2Fpasswd/apply                | application/json    | 404 | unknown-plan
            plans/0123456789abcdef0123456789abcdef/apply      | application/json    | 404 | unknown-plan
            """)
    void whatCannotBePlannedIsAProblem(String path, String contentType, int status, String problem) throws Exception {
        var answer = server.post("/api/v1/imports/" + path, path.contains("/") ? "" : ONE, "Content-Type", contentType);

        assertThat(problem(answer)).as(answer.body()).isEqualTo(problem);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{} {}",
                "1",
                "null",
                "{\"acceptRemoved\": -1}",
                "{\"acceptRemoved\": \"3\"}",
                "{\"acceptRemoved\": 1.5}",
                "{\"replace\": \"yes\"}",
                "{\"replace\": true, \"acceptRemoved\": 1}",
                "{\"replace\": true, \"replace\": true}",
                "{\"force\": true}"
            })
    void aBodyThatIsNotUnderstoodChangesNothing(String body) throws Exception {
        var plan = parsedPlan("office", ONE);

        assertThat(problem(apply(plan, body))).isEqualTo("bad-request");
        assertThat(head()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("store/audit.log")))
                .contains("\"plan\":%s,\"outcome\":\"bad-request\"".formatted(plan.at("/id")));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", textBlock = """
            small    | {"version": 7}  | 404 | unknown-version
            small    | {"version": 0}  | 400 | bad-request
            small    | {"version": 4294967297} | 400 | bad-request
            nowhere  | -               | 404 | unknown-source
            ontology | -               | 409 | nothing-to-undo
            """)
    void whatCannotBeUndoneIsAProblem(String source, String body, int status, String problem) throws Exception {
        var answer = server.post("/api/v1/sources/" + source + "/undo", body.equals("-") ? "" : body);

        assertThat(problem(answer)).as(answer.body()).isEqualTo(problem);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void whatOthersReferToIsNotUndoneUnlessAccepted() throws Exception {
        assertThat(apply(parsedPlan("places", ONE), "").statusCode()).isEqualTo(200);
        var dependent = PREFIXES + "<area/9> a pg:Township ; pg:within <area/1> .";
        assertThat(apply(parsedPlan("office", dependent), "").statusCode()).isEqualTo(200);

        var refused = server.post("/api/v1/sources/places/undo", "");
        assertThat(problem(refused)).isEqualTo("dangling");
        assertThat(ServedHome.parsed(refused).at("/dependants/0/iri").asText()).endsWith("/area/1");

        var accepted = server.post("/api/v1/sources/places/undo", "{\"acceptDangling\": true}");
        assertThat(accepted.statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedBeforeItIsRead() throws Exception {
        var answer = server.raw(
                "POST /api/v1/imports/plans?source=a HTTP/1.1\r\nContent-Type: text/turtle\r\nAuthorization: Bearer "
                        + server.token() + "\r\nContent-Length: 1073741825\r\nX: ");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("#body-too-large");
    }

    @Test
    void withoutATokenThatCountsNothingIsWritten() throws Exception {
        var access = new Access(folder.resolve("store"));
        var revoked = access.create("gone", Role.ADMIN);
        access.revoke("gone");

        for (var authorization : new String[] {"Bearer wrong", "Basic YTpi", "Bearer " + revoked, "nonsense"}) {
            var refused = server.post(
                    "/api/v1/imports/plans?source=a",
                    ONE,
                    "Authorization",
                    authorization,
                    "Content-Type",
                    "text/turtle");
            assertThat(refused.statusCode()).as(authorization).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
        assertThat(server.send("POST", "/api/v1/sources/small/undo").statusCode())
                .isEqualTo(401);
        assertThat(server.get("/api/v1/imports/plans/x").statusCode()).isEqualTo(401);
        assertThat(Files.exists(folder.resolve("store/plans"))).isFalse();
    }

    @Test
    void theEleventhFailureInAMinuteIsTooMany() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(server.send("POST", "/api/v1/verify").statusCode()).isEqualTo(401);
        }

        var refused = server.send("POST", "/api/v1/verify");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(findings()).as("the right token is let in").isEmpty();
    }

    @Test
    void aStewardMayImportAndNoMore() throws Exception {
        var steward = "Bearer " + new Access(folder.resolve("store")).create("office", Role.STEWARD);

        var planned = server.post(
                "/api/v1/imports/plans?source=a", ONE, "Authorization", steward, "Content-Type", "text/turtle");
        var verified = server.post("/api/v1/verify", "", "Authorization", steward);

        assertThat(planned.statusCode()).isEqualTo(201);
        assertThat(verified.statusCode()).isEqualTo(403);
        assertThat(problem(verified)).isEqualTo("role-needed");
        assertThat(Files.readString(folder.resolve("store/audit.log")))
                .contains("\"actor\":\"office\",\"action\":\"verify\",\"outcome\":\"role-needed\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1", "http://[", ""})
    void aPageOfAnotherOriginChangesNothing(String origin) throws Exception {
        var refused = server.post("/api/v1/sources/small/undo", "", "Origin", origin);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(problem(refused)).isEqualTo("foreign-origin");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(head()).isEqualTo(1);
    }

    @Test
    void aPageOfThisServerMayChangeSomething() throws Exception {
        assertThat(server.post("/api/v1/verify", "", "Origin", server.url()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyWriteAndEveryRefusalIsAudited() throws Exception {
        var plan = parsedPlan("office", ONE);
        apply(plan, "");
        server.post("/api/v1/sources/no%0A%22where/undo", "");
        server.send("POST", "/api/v1/imports/plans?source=office");

        var log = Files.readString(folder.resolve("store/audit.log"));
        var lines = log.lines().map(ImportsTest::json).toList();
        assertThat(lines)
                .extracting(line -> line.at("/outcome").asText())
                .containsExactly("planned", "applied", "unknown-source", "no-token");
        assertThat(lines.get(1).at("/plan")).isEqualTo(plan.at("/id"));
        assertThat(lines.get(1).at("/source").asText()).isEqualTo("office");
        assertThat(lines.get(1).at("/actor").asText()).isEqualTo("admin");
        assertThat(lines.get(1).at("/remote").asText()).isEqualTo("127.0.0.1");
        assertThat(lines.get(3).has("actor")).isFalse();
        assertThat(log).doesNotContain(server.token());
    }

    @Test
    void aWriteThatHasNoRoomIsAuditedAsThat() throws Exception {
        Files.writeString(folder.resolve("store/plans"), "no folder");

        var refused = plan("office", ONE);

        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(Files.readString(folder.resolve("store/audit.log"))).contains("\"outcome\":\"store-not-writable\"");
    }

    private HttpResponse<String> plan(String source, String turtle) throws Exception {
        return server.post("/api/v1/imports/plans?source=" + source, turtle, "Content-Type", "text/turtle");
    }

    private JsonNode parsedPlan(String source, String turtle) throws Exception {
        return ServedHome.parsed(plan(source, turtle));
    }

    private HttpResponse<String> apply(JsonNode plan, String body) throws Exception {
        return server.post(path(plan) + "/apply", body);
    }

    private static String path(JsonNode plan) {
        return "/api/v1/imports/plans/" + plan.at("/id").asText();
    }

    private JsonNode findings() throws Exception {
        return ServedHome.parsed(server.post("/api/v1/verify", "")).at("/findings");
    }

    private int head() throws Exception {
        return server.json("/health/ready").at("/revision").asInt();
    }

    private static String problem(HttpResponse<String> answer) throws Exception {
        return ServedHome.parsed(answer).at("/type").asText().replaceFirst(".*#", "");
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
