package org.pairgraph.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;

/** The graph, read through the server that holds the store. */
final class ServerAccess implements GraphAccess {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final HttpClient http;
    private final long memory;

    private ServerAccess(String url, HttpClient http, long memory) {
        this.url = url;
        this.http = http;
        this.memory = memory;
    }

    /**
     * The server at an address; none when nobody listens there any more.
     *
     * @param memory bytes that what is kept of an answer may hold
     * @throws UnreachableServer if it listens and does not answer
     */
    static Optional<GraphAccess> find(String url, long memory) {
        var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        var request = HttpRequest.newBuilder(URI.create(url + "/health/live"))
                .timeout(PATIENCE)
                .build();
        try {
            http.send(request, BodyHandlers.discarding());
            return Optional.of(new ServerAccess(url, http, memory));
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnreachableServer(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableServer(url, e);
        }
    }

    @Override
    public <T> T query(Query query, OptionalInt revision, Function<Answer, T> reading) {
        return query(query, revision, memory, reading);
    }

    private <T> T query(Query query, OptionalInt revision, long most, Function<Answer, T> reading) {
        try {
            var sent = http.send(request(query, revision), BodyHandlers.ofInputStream());
            try (var body = new ServerAnswer.Body(sent.body())) {
                if (sent.statusCode() != HttpURLConnection.HTTP_OK) {
                    throw new Refusal(reason(new String(body.readAllBytes(), StandardCharsets.UTF_8)));
                }
                return read(body, most, reading);
            }
        } catch (IOException e) {
            throw new UnreachableServer(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableServer(url, e);
        }
    }

    /** What the program asks itself is as long as the store is. */
    @Override
    public Graph construct(Query query) {
        return query(query, OptionalInt.empty(), Long.MAX_VALUE, answer -> {
            var graph = answer.graph();
            answer.cut().ifPresent(bound -> {
                throw new Refusal(
                        "The server at %s gives only a part of what is needed: stop it and run this command without it, or raise query.%s there"
                                .formatted(url, bound.label()));
            });
            return graph;
        });
    }

    private HttpRequest request(Query query, OptionalInt revision) {
        var address = url + "/sparql" + (revision.isPresent() ? "?revision=" + revision.getAsInt() : "");
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/sparql-query")
                .header("Accept", ServerAnswer.mediaType(query))
                .POST(BodyPublishers.ofString(query.serialize()))
                .build();
    }

    /** Jena's readers put what breaks an answer off into exceptions of their own. */
    private <T> T read(ServerAnswer.Body body, long most, Function<Answer, T> reading) {
        try {
            return reading.apply(new ServerAnswer(body, most));
        } catch (RuntimeException e) {
            throw body.failure()
                    .<RuntimeException>map(why -> new UnreachableServer(url, why))
                    .orElse(e);
        }
    }

    /** What a problem says in detail; what is none says it all. */
    private static String reason(String answer) {
        try {
            var detail = JSON.readTree(answer).path("detail");
            return detail.isTextual() ? detail.asText() : answer.strip();
        } catch (JsonProcessingException e) {
            return answer.strip();
        }
    }

    /** Nothing to release: the connections end with the process. */
    @Override
    public void close() {}
}
