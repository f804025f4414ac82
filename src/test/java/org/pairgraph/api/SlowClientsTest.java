package org.pairgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowClientsTest {
    private static final int MORE_THAN_THREADS = 150;

    private static final int MIB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void whoSendsHisQueriesNeverToTheirEndKeepsNobodyElseWaiting() throws Exception {
        var slow = new ArrayList<Socket>();
        try (var server = ServedHome.small(folder, "<area/a> a pg:County .")) {
            for (int i = 0; i < MORE_THAN_THREADS; i++) {
                slow.add(begun(URI.create(server.url())));
            }

            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.url() + "/sparql?query=ASK%7B%7D"))
                                    .timeout(Duration.ofSeconds(15))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/sparql, 413, A query has at most 1 MiB",
        "/api/v1/citations, 413, larger than",
        "/none, 404, nothing at"
    })
    void whoReadsNothingBeforeHeHasSentAllStillLearnsWhyHeIsRefused(String path, String status, String why)
            throws Exception {
        try (var server = ServedHome.small(folder, "<area/a> a pg:County .");
                var client = connected(URI.create(server.url()))) {
            var sends = client.getOutputStream();
            sends.write(head("POST " + path, "Content-Type: application/sparql-query", "Content-Length: " + 8 * MIB));
            for (int i = 0; i < 8; i++) {
                sends.write(new byte[MIB]);
                Thread.sleep(50);
            }
            sends.write(head("GET /sparql"));
            client.shutdownOutput();

            var answers = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(Pattern.compile("HTTP/1.1 (\\d+)")
                            .matcher(answers)
                            .results()
                            .map(found -> found.group(1)))
                    .containsExactly(status, "200");
            assertThat(answers).contains(why);
        }
    }

    private static byte[] head(String request, String... headers) {
        return (request + " HTTP/1.1\r\nHost: here\r\n"
                        + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining())
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Socket connected(URI server) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0));
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        return socket;
    }

    /** A query from another address, the beginning of it. */
    private static Socket begun(URI server) throws IOException {
        var socket = connected(server);
        socket.getOutputStream()
                .write(head("POST /sparql", "Content-Type: application/sparql-query", "Content-Length: 1000"));
        socket.getOutputStream().write("ASK".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
