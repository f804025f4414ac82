package org.pairgraph.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pairgraph.access.Access;
import org.pairgraph.server.Config;
import org.pairgraph.server.PairServer;
import org.pairgraph.server.TrustedProxies;
import org.pairgraph.sparql.QueryLimits;

/** A server on a free port, and what it answers. */
final class ServedHome implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PairServer server;
    private final Path store;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServedHome(PairServer server, Path store) {
        this.server = server;
        this.store = store;
    }

    /** The ontology and the data of the repository. */
    static ServedHome shipped(Path store) {
        return of(Path.of(""), store);
    }

    /** The ontology and the data of the repository, with a query of its own. */
    static ServedHome shipped(Path folder, String queryName, String query) throws IOException {
        var home = Files.createDirectories(folder.resolve("home"));
        for (var part : List.of("ontology", "data")) {
            Files.createSymbolicLink(home.resolve(part), Path.of(part).toAbsolutePath());
        }
        Files.writeString(Files.createDirectories(home.resolve("queries")).resolve(queryName + ".rq"), query);
        return of(home, folder.resolve("store"));
    }

    /** The ontology of the repository and one source. */
    static ServedHome small(Path folder, String turtle) throws IOException {
        return of(home(folder, turtle), folder.resolve("store"));
    }

    /** Writes the home of {@link #small}; a second time, with its source changed. */
    static Path home(Path folder, String turtle) throws IOException {
        var home = folder.resolve("home");
        Files.createDirectories(home.resolve("ontology"));
        Files.createDirectories(home.resolve("queries"));
        Files.createDirectories(home.resolve("data/small"));
        try (var files = Files.list(Path.of("ontology"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(home.resolve("ontology").resolve(file.getFileName()), Files.readString(file));
            }
        }
        Files.writeString(home.resolve("data/small/small.ttl"), """
                @base <https://w3id.org/pairgraph/id/> .
                @prefix pg: <https://w3id.org/pairgraph/ontology#> .
                @prefix pgc: <https://w3id.org/pairgraph/code/> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                """ + turtle);
        return home;
    }

    static ServedHome of(Path home, Path store) {
        return of(home, store, Optional.empty());
    }

    static ServedHome of(Path home, Path store, Optional<Path> documents) {
        return of(new Config(home, store, "127.0.0.1", 0, documents, false));
    }

    /** A home that stewards may write by the Graph Store Protocol too. */
    static ServedHome withGraphWrites(Path home, Path store) {
        return of(new Config(
                home,
                store,
                "127.0.0.1",
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                QueryLimits.ofThisMachine(),
                TrustedProxies.NONE));
    }

    private static ServedHome of(Config config) {
        var server = PairServer.start(config, line -> {});
        server.awaitIndexes();
        return new ServedHome(server, config.store());
    }

    /** A home with limits of queries that are not the usual ones. */
    static ServedHome of(Path home, Path store, QueryLimits limits) {
        return of(home, store, limits, TrustedProxies.NONE);
    }

    /** The same behind proxies. */
    static ServedHome of(Path home, Path store, QueryLimits limits, TrustedProxies proxies) {
        return of(new Config(
                home, store, "127.0.0.1", 0, Optional.empty(), Optional.empty(), false, false, limits, proxies));
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends a body with the administrator's token; a header of the same name goes before it. */
    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return write("POST", path, body, headers);
    }

    /** Sends a body with the administrator's token; a header of the same name goes before it. */
    HttpResponse<String> write(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(server.url() + path)).method(method, BodyPublishers.ofString(body));
        request.header("Authorization", "Bearer " + token());
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The administrator's token. */
    String token() throws IOException {
        return Files.readString(Access.firstToken(store)).strip();
    }

    String url() {
        return server.url();
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    static JsonNode parsed(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** Sends a request line as it stands, which no client library would, and returns the whole answer. */
    String raw(String requestLine, String... headers) throws IOException {
        var address = URI.create(server.url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write((requestLine + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n"
                                    + Stream.of(headers)
                                            .map(line -> line + "\r\n")
                                            .collect(Collectors.joining())
                                    + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
