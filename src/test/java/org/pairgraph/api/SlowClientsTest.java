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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowClientsTest {
    private static final int MORE_THAN_THREADS = 150;

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

    /** A query from another address, the beginning of it. */
    private static Socket begun(URI server) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0));
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.getOutputStream().write("""
                POST /sparql HTTP/1.1\r
                Host: here\r
                Content-Type: application/sparql-query\r
                Content-Length: 1000\r
                \r
                ASK""".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
