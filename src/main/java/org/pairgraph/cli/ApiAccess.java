package org.pairgraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pairgraph.server.Announcement;
import org.pairgraph.server.Config;
import org.pairgraph.server.PairServer;

/**
 * The API, for a command that only reads: of the server that holds the store; where there is none, of one that this
 * process runs on a free port of this machine for the time of the command.
 */
final class ApiAccess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();
    private final @Nullable PairServer own;

    private ApiAccess(String url, @Nullable PairServer own) {
        this.url = url;
        this.own = own;
    }

    /** The API does not answer as asked; the message is the detail of its problem. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * @param home the folder of {@code ontology/} and {@code data/}
     * @param progress told in a line each what takes time
     */
    static ApiAccess open(Path store, Path home, Consumer<String> progress) {
        var running = Announcement.find(store).filter(ApiAccess::isThere);
        if (running.isPresent()) {
            return new ApiAccess(running.get(), null);
        }
        var server = PairServer.start(new Config(home, store, "127.0.0.1", 0, Optional.empty(), true), progress);
        server.awaitIndexes();
        return new ApiAccess(server.url(), server);
    }

    /**
     * What a route answers.
     *
     * @param route below {@code /api/v1/}
     * @throws Refused if that is a problem
     */
    JsonNode json(String route, Map<String, List<String>> parameters) {
        var text = parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value -> parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(url + "/api/v1/" + route + "?" + text))
                .timeout(PATIENCE)
                .build();
        try {
            return answer(request);
        } catch (IOException e) {
            throw new UnreachableServer(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableServer(url, e);
        }
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }

    /** Asks again while the server says that it is not yet ready. */
    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == HttpURLConnection.HTTP_OK) {
                return JSON.readTree(answer.body());
            }
            boolean isStarting = answer.statusCode() == HttpURLConnection.HTTP_UNAVAILABLE;
            if (!isStarting || System.nanoTime() > end) {
                throw new Refused(JSON.readTree(answer.body()).path("detail").asText("The server cannot answer this"));
            }
            Thread.sleep(PAUSE);
        }
    }

    private static boolean isThere(String url) {
        var request = HttpRequest.newBuilder(URI.create(url + "/health/live"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            throw new UnreachableServer(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableServer(url, e);
        }
    }
}
