package org.pairgraph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebFilesTest {
    private static final String[] BROWSER = {"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};

    private Javalin server;

    @BeforeEach
    void serve() {
        server = serving("/org/pairgraph/server/web");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/walk", "/map?level=city", "/query", "/data", "/about"})
    void everyPlaceIsThePageWithItsPolicy(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).contains("<title>page</title>");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "script-src 'self'")
                        .doesNotContain("unsafe"));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void aHashedFileIsKeptForEverAndComesWithGzipWhereThatIsTaken() throws Exception {
        var plain = get("/assets/a-1234.js");
        var zipped = get("/assets/a-1234.js", "Accept-Encoding", "gzip");

        assertThat(plain.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(zipped.headers().allValues("Vary")).contains("Accept-Encoding");
    }

    @Test
    void whoHasThePageAlreadyIsToldSo() throws Exception {
        var etag = get("/walk").headers().firstValue("ETag").orElseThrow();

        var again = get("/walk", "If-None-Match", etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void whereThereIsNothingABrowserGetsThePageAndAMachineDoesNot() throws Exception {
        var browser = get("/nowhere", BROWSER);
        var machine = get("/nowhere", "Accept", "application/json");
        var api = get("/api/v1/nowhere", BROWSER);

        assertThat(browser.statusCode()).isEqualTo(404);
        assertThat(text(browser)).contains("<title>page</title>");
        assertThat(machine.statusCode()).isEqualTo(404);
        assertThat(text(machine)).doesNotContain("<title>");
        assertThat(text(api)).doesNotContain("<title>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../index.html",
                "/assets/%2e%2e/files.txt",
                "/assets/none.js",
                "/files.txt",
                "/assets/a-1234.js.gz"
            })
    void noAddressReachesAnotherFile(String path) throws Exception {
        assertThat(get(path).statusCode()).isBetween(400, 499);
    }

    @Test
    void aProgramBuiltWithoutTheApplicationSaysSo() throws Exception {
        server.stop();
        server = serving("/nowhere-on-the-class-path");

        var answer = get("/", BROWSER);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer)).contains("built without the web application");
    }

    @Test
    void aListThatNamesAMissingFileIsNoticedAtTheStart() {
        assertThatThrownBy(() -> new BuiltFiles("/org/pairgraph/server/web-torn"))
                .hasMessageContaining("assets/gone.js");
    }

    private static Javalin serving(String root) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    new WebFiles(new BuiltFiles(root)).mount(config);
                })
                .start();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
