package org.pairgraph.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;

/** The graph, read through the server that holds the store. */
final class ServerAccess implements GraphAccess {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final HttpClient http;

    private ServerAccess(String url, HttpClient http) {
        this.url = url;
        this.http = http;
    }

    /**
     * The server at an address; none when nobody listens there any more.
     *
     * @throws UnreachableServer if it listens and does not answer
     */
    static Optional<GraphAccess> find(String url) {
        var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        var request = HttpRequest.newBuilder(URI.create(url + "/health/live"))
                .timeout(PATIENCE)
                .build();
        try {
            http.send(request, BodyHandlers.discarding());
            return Optional.of(new ServerAccess(url, http));
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
    public <T> T query(Query query, OptionalInt revision, Function<QueryExec, T> reading) {
        var builder = QueryExecHTTP.service(url + "/sparql").httpClient(http).query(query);
        revision.ifPresent(number -> builder.param("revision", Integer.toString(number)));
        try (var execution = builder.build()) {
            return reading.apply(execution);
        } catch (QueryExceptionHTTP e) {
            throw e.getResponse() != null ? new Refusal(reason(e.getResponse())) : new UnreachableServer(url, e);
        } catch (HttpException e) {
            throw new UnreachableServer(url, e);
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
