package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.InternalServerErrorResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pairgraph.ingest.Bundle;
import org.pairgraph.ingest.Importer;
import org.pairgraph.saved.SavedQueries;
import org.pairgraph.sparql.GuardedQueries;
import org.pairgraph.sparql.Limits;
import org.pairgraph.sparql.QueryCatalogue;
import org.pairgraph.sparql.SparqlProblem;
import org.pairgraph.store.PairStore;

class ProblemsTest {
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)\\R\\R([0-9]{3})");

    @Test
    void everyProblemIsDocumentedWithItsStatusAndNoOtherIs() throws IOException {
        var documented = HEADING.matcher(Files.readString(Path.of("docs/problems.md")))
                .results()
                .map(heading -> heading.group(1) + " " + heading.group(2));
        var known = Stream.concat(
                        Arrays.stream(ProblemType.values()).map(type -> type.slug() + " " + type.status()),
                        Arrays.stream(SparqlProblem.Kind.values()).map(kind -> kind.slug() + " " + kind.status()))
                .distinct();

        assertThat(documented).containsExactlyInAnyOrderElementsOf(known.toList());
    }

    @Test
    void aMistakeOfOursIsA500WithoutDetail() throws Exception {
        var answer = answer(javalin -> javalin.routes.get("/", ctx -> {
            throw new IllegalStateException("a secret");
        }));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("#internal-error")
                .doesNotContain("secret")
                .doesNotContain("detail");
    }

    @Test
    void anErrorOfJavalinIsAProblemToo() throws Exception {
        var tooLarge = answer(javalin -> javalin.routes.get("/", ctx -> {
            throw new ContentTooLargeResponse();
        }));
        var conflict = answer(javalin -> javalin.routes.get("/", ctx -> {
            throw new ConflictResponse("Both at once");
        }));
        var failure = answer(javalin -> javalin.routes.get("/", ctx -> {
            throw new InternalServerErrorResponse("a secret");
        }));

        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("#body-too-large");
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("Both at once").contains("\"status\":409");
        assertThat(failure.statusCode()).isEqualTo(500);
        assertThat(failure.body()).doesNotContain("secret");
    }

    @Test
    void aQueryThatTakesTooLongIsStopped(@TempDir Path folder) throws Exception {
        var home = ServedHome.home(folder, "<area/1> a pg:County .");
        Files.writeString(home.resolve("queries/slow.rq"), """
                # title: Slow
                # title-zh: 慢
                # question: How many?
                # question-zh: 多少？
                # group: quality
                SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }
                """);
        try (var store = PairStore.open(folder.resolve("store"));
                var guarded = new GuardedQueries(
                        Limits.usual().deadline(Duration.ofMillis(200)).limits())) {
            new Importer(store, new Bundle(home)).release();
            var routes = new QueryRoutes(
                    store,
                    new Answers(store),
                    QueryCatalogue.of(home.resolve("queries")),
                    new SavedQueries(store.path()),
                    guarded);

            var answer = answer(javalin -> javalin.routes.get("/", ctx -> routes.query(ctx, "slow")));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("#query-timeout");
        }
    }

    private static HttpResponse<String> answer(Consumer<JavalinConfig> routes)
            throws IOException, InterruptedException {
        var server = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            Problems.mount(javalin);
            routes.accept(javalin);
        });
        server.start("127.0.0.1", 0);
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                                    .build(),
                            BodyHandlers.ofString());
        } finally {
            server.stop();
        }
    }
}
