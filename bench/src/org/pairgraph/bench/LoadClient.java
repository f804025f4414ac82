package org.pairgraph.bench;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Asks over HTTP: one request after the other, or many by four clients. An answer that is no 200 ends the run. */
final class LoadClient implements AutoCloseable {
    private static final int CLIENTS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What many requests took. */
    record Load(double p50Millis, double p95Millis, double perSecond) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static HttpRequest get(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMinutes(10))
                .build();
    }

    static HttpRequest query(String endpoint, String query, String accept) {
        return HttpRequest.newBuilder(URI.create(endpoint))
                .timeout(Duration.ofMinutes(10))
                .header("Content-Type", "application/sparql-query")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(request.uri() + ": " + e, e);
        }
    }

    byte[] answer(HttpRequest request) {
        var response = send(request);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answers " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    double millis(HttpRequest request) {
        long start = System.nanoTime();
        answer(request);
        return (System.nanoTime() - start) / 1e6;
    }

    /** Waits until a server of ours has read its network into memory: what is measured before shares the processors. */
    void awaitNetwork(String server) {
        long start = System.nanoTime();
        var question = get(server + "/api/v1/rollup?level=province");
        while (send(question).statusCode() != 200) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("The network was not read into memory within " + PATIENCE);
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** Four clients, each with the next request as soon as it has its answer. */
    Load load(List<HttpRequest> requests, Duration duration) {
        return load(CLIENTS, requests, duration);
    }

    Load load(int clients, List<HttpRequest> requests, Duration duration) {
        var server = requests.getFirst().uri();
        var questions = requests.stream().map(Connection::bytes).toList();
        var next = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        Callable<DoubleArrayList> client = () -> {
            var times = new DoubleArrayList();
            try (var connection = new Connection(server)) {
                do {
                    long asked = System.nanoTime();
                    connection.ask(questions.get(Math.floorMod(next.getAndIncrement(), questions.size())));
                    times.add((System.nanoTime() - asked) / 1e6);
                } while (System.nanoTime() < end);
            }
            return times;
        };
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var all = new DoubleArrayList();
            for (var times : threads.invokeAll(Collections.nCopies(clients, client))) {
                all.addAll(times.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            var times = all.toDoubleArray();
            return new Load(Samples.quantile(times, 0.5), Samples.quantile(times, 0.95), times.length / seconds);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
