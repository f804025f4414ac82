package org.pairgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pairgraph serve} as its operator meets it: a process, a port, a folder. */
class ServeTest {
    @TempDir
    private Path folder;

    private Path home;
    private Path store;

    @BeforeEach
    void prepare() throws Exception {
        home = SmallHome.in(folder.resolve("home"));
        store = folder.resolve("store");
    }

    @Test
    void aSecondStartFindsTheStoreFilled() throws Exception {
        try (var first = serve()) {
            assertThat(first.output()).contains("Filling the store");
            assertThat(count(first)).isEqualTo(2);
        }

        try (var second = serve()) {
            assertThat(second.output()).doesNotContain("Filling").doesNotContain("Revision");
            assertThat(count(second)).isEqualTo(2);
            assertThat(revision(second)).isEqualTo("1");
        }
    }

    @Test
    void aChangedSourceBecomesARevisionAtTheNextStart() throws Exception {
        serve().close();
        Files.writeString(
                SmallHome.source(home), "<area/1> a <https://w3id.org/pairgraph/ontology#City> . <a> <b> <c> .");

        try (var server = serve()) {
            assertThat(server.output()).contains("Revision 2: 1 sources loaded");
            assertThat(count(server)).isEqualTo(3);
        }
    }

    @Test
    void keepDataLeavesAChangedSource() throws Exception {
        serve().close();
        Files.writeString(SmallHome.source(home), "<a> <b> <c> .");

        try (var server = serve("--keep-data")) {
            assertThat(revision(server)).isEqualTo("1");
        }
    }

    @Test
    void aStartAfterAKillDuringTheFirstLoadWorks() throws Exception {
        var random = new Random(20261122);
        for (int round = 0; round < rounds(); round++) {
            try (var doomed = CommandLineProcess.start(home, "serve", "--port", "0", "--store", store.toString())) {
                Thread.sleep(random.nextInt(300, 1500));
                doomed.kill();
            }
        }

        try (var server = serve()) {
            assertThat(count(server)).isEqualTo(2);
            assertThat(revision(server)).isEqualTo("1");
        }
    }

    @Test
    void aBusyPortIsOneClearLine() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var process = CommandLineProcess.start(
                        home, "serve", "--port", "" + socket.getLocalPort(), "--store", store.toString())) {

            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(lastLine(process))
                    .contains("Port " + socket.getLocalPort() + " on 127.0.0.1 is in use")
                    .contains("--port");
        }
    }

    @Test
    void aStoreThatAnotherProcessHoldsIsOneClearLine() throws Exception {
        try (var server = serve();
                var other = CommandLineProcess.start(home, "serve", "--port", "0", "--store", store.toString())) {

            assertThat(other.exitCode()).isEqualTo(1);
            assertThat(other.output().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("in use by another process");
            assertThat(count(server)).isEqualTo(2);
        }
    }

    @Test
    void anUnreadableSourceIsOneClearLineAndLeavesTheStore() throws Exception {
        serve().close();
        var good = Files.readString(SmallHome.source(home));
        Files.writeString(SmallHome.source(home), "<a> <b> <c> .\n<a> <b> .\n");

        try (var process = CommandLineProcess.start(home, "serve", "--port", "0", "--store", store.toString())) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("one.ttl line 2:");
        }

        Files.writeString(SmallHome.source(home), good);
        try (var server = serve()) {
            assertThat(revision(server)).isEqualTo("1");
            assertThat(count(server)).isEqualTo(2);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneClearLine() throws Exception {
        try (var process = CommandLineProcess.start(home, "serve", "--port", "0", "--store", "/proc/pairgraph")) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("Cannot write the store in /proc/pairgraph")
                    .contains("--store");
        }
    }

    @Test
    void anUnknownOptionIsAUsageError() throws Exception {
        try (var process = CommandLineProcess.start(home, "serve", "--prot", "1")) {
            assertThat(process.exitCode()).isEqualTo(2);
            assertThat(process.output()).contains("--prot").contains("Usage: pairgraph serve");
        }
    }

    @Test
    void aPortThatCannotBeIsAUsageError() throws Exception {
        try (var process = CommandLineProcess.start(home, "serve", "--port", "70000")) {
            assertThat(process.exitCode()).isEqualTo(2);
            assertThat(process.output()).startsWith("A port is 0 (a free one) to 65535, not 70000");
        }
    }

    @Test
    void aCheckAsksEveryPartAndStops() throws Exception {
        try (var process =
                CommandLineProcess.start(home, "serve", "--check", "--port", "0", "--store", store.toString())) {
            assertThat(process.exitCode()).isZero();
            assertThat(process.output())
                    .contains("/health/ready 200")
                    .contains("/api/v1/sources 200")
                    .contains("/api/v1/rollup?level=province 200");
        }
    }

    private CommandLineProcess serve(String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("serve", "--port", "0", "--store", store.toString()));
        arguments.addAll(List.of(more));
        var process = CommandLineProcess.start(home, arguments.toArray(String[]::new));
        process.awaitLine("pairgraph serves");
        return process;
    }

    private static int rounds() {
        return Boolean.getBoolean("long") ? 60 : 4;
    }

    private static String lastLine(CommandLineProcess process) throws Exception {
        return process.output().strip().lines().reduce("", (before, line) -> line);
    }

    private int count(CommandLineProcess server) throws Exception {
        var answer = ask(server, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").body();
        return Integer.parseInt(answer.lines().skip(1).findFirst().orElseThrow());
    }

    private String revision(CommandLineProcess server) throws Exception {
        return ask(server, "ASK {}").headers().firstValue("Pairgraph-Revision").orElseThrow();
    }

    private static HttpResponse<String> ask(CommandLineProcess server, String query) throws Exception {
        var url = server.awaitLine("pairgraph serves").split("\\s+")[2];
        var request = HttpRequest.newBuilder(
                        URI.create(url + "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .header("Accept", "text/csv")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
