package org.pairgraph.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pairgraph.ingest.Consent;
import org.pairgraph.ingest.ImportPlan;
import org.pairgraph.ingest.ImportPlan.Dependant;
import org.pairgraph.store.SourceName;

/** The server that holds the store, asked through its API. */
final class ServerImports implements ImportAccess {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> WITH_A_PLAN = Set.of("stale-plan", "plan-not-applicable", "consent-needed");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String url;
    private final HttpClient http;
    private final Optional<String> token;

    private ServerImports(String url, HttpClient http, Optional<String> token) {
        this.url = url;
        this.http = http;
        this.token = token;
    }

    /** The server at an address; none when nobody listens there any more. */
    static Optional<ImportAccess> find(String url, Optional<String> token) {
        var server = new ServerImports(
                url, HttpClient.newBuilder().connectTimeout(PATIENCE).build(), token);
        var request = HttpRequest.newBuilder(URI.create(url + "/health/live"))
                .timeout(PATIENCE)
                .build();
        try {
            server.http.send(request, BodyHandlers.discarding());
            return Optional.of(server);
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
    public ImportPlan plan(SourceName source, List<LocalFile> files) throws IOException {
        var path = "/api/v1/imports/plans?source=" + encoded(source.text());
        var answer = files.size() == 1
                ? post(
                        path + "&filename=" + encoded(files.getFirst().name()),
                        files.getFirst().format().mediaTypes().getFirst(),
                        BodyPublishers.ofFile(files.getFirst().path()))
                : multipart(path, files);
        return JSON.treeToValue(done(answer), ImportPlan.class);
    }

    @Override
    public ApplyAnswer apply(ImportPlan plan, Consent consent) throws IOException {
        var body = JSON.createObjectNode();
        consent.removed().ifPresent(number -> body.put("acceptRemoved", number));
        if (consent.any()) {
            body.put("replace", true);
        }
        var answer = post("/api/v1/imports/plans/" + encoded(plan.id()) + "/apply", body);
        var problem = problem(answer);
        if (WITH_A_PLAN.contains(problem)) {
            return new ApplyAnswer.Refused(
                    problem, JSON.treeToValue(JSON.readTree(answer.body()).path("plan"), ImportPlan.class));
        }
        var done = done(answer);
        return done.path("unchanged").asBoolean()
                ? new ApplyAnswer.Unchanged(done.path("revision").asInt())
                : new ApplyAnswer.Done(JSON.treeToValue(done, RevisionEntry.class));
    }

    @Override
    public UndoAnswer undo(String source, Optional<Integer> version, boolean acceptDangling) throws IOException {
        var body = JSON.createObjectNode();
        version.ifPresent(number -> body.put("version", number));
        if (acceptDangling) {
            body.put("acceptDangling", true);
        }
        var answer = post("/api/v1/sources/" + encoded(source) + "/undo", body);
        var read = JSON.readTree(answer.body());
        return switch (problem(answer)) {
            case "dangling" -> {
                var dependants = new ArrayList<Dependant>();
                for (var dependant : read.path("dependants")) {
                    dependants.add(JSON.treeToValue(dependant, Dependant.class));
                }
                yield new UndoAnswer.Dangling(dependants);
            }
            case "nothing-to-undo", "unknown-source", "unknown-version" ->
                new UndoAnswer.Impossible(read.path("detail").asText());
            default -> new UndoAnswer.Done(JSON.treeToValue(done(answer), RevisionEntry.class));
        };
    }

    @Override
    public List<RevisionEntry> history() throws IOException {
        var entries = new ArrayList<RevisionEntry>();
        var next = "";
        do {
            var page = done(send(HttpRequest.newBuilder(URI.create(url + "/api/v1/revisions?limit=500" + next))));
            for (var item : page.path("items")) {
                entries.add(JSON.treeToValue(item, RevisionEntry.class));
            }
            next = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!next.isEmpty());
        return entries;
    }

    @Override
    public List<String> verify() throws IOException {
        var findings = new ArrayList<String>();
        done(post("/api/v1/verify", JSON.createObjectNode()))
                .path("findings")
                .forEach(finding -> findings.add(finding.asText()));
        return findings;
    }

    /** Nothing to release: the connections end with the process. */
    @Override
    public void close() {}

    private HttpResponse<String> multipart(String path, List<LocalFile> files) throws IOException {
        var boundary = UUID.randomUUID().toString();
        var parts = new ArrayList<BodyPublisher>();
        for (var file : files) {
            var name = file.name().replaceAll("[\"\\\\\\p{Cntrl}]", "_");
            parts.add(BodyPublishers.ofString(
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                            .formatted(
                                    boundary, name, file.format().mediaTypes().getFirst())));
            parts.add(BodyPublishers.ofFile(file.path()));
            parts.add(BodyPublishers.ofString("\r\n"));
        }
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return post(
                path,
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)));
    }

    private HttpResponse<String> post(String path, JsonNode body) throws IOException {
        return post(path, "application/json", BodyPublishers.ofString(body.toString()));
    }

    private HttpResponse<String> post(String path, String contentType, BodyPublisher body) throws IOException {
        if (token.isEmpty()) {
            throw new Refusal(
                    "The server at %s asks for a token: give one with --token or PAIRGRAPH_TOKEN".formatted(url));
        }
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", contentType)
                .POST(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UnreachableServer(url, e);
        } catch (IllegalArgumentException e) {
            throw new Refusal("The token is none: it has characters that no token has");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableServer(url, e);
        }
    }

    /** What the server answered, unless it refused. */
    private static JsonNode done(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= HttpURLConnection.HTTP_BAD_REQUEST) {
            var detail = problem(answer).isEmpty()
                    ? ""
                    : JSON.readTree(answer.body()).path("detail").asText();
            throw new Refusal(
                    detail.isEmpty()
                            ? "The server answered with %d: look into its log".formatted(answer.statusCode())
                            : detail);
        }
        return JSON.readTree(answer.body());
    }

    /** The name of the problem that an answer is; empty when it is none. */
    private static String problem(HttpResponse<String> answer) throws IOException {
        boolean isProblem = answer.headers()
                .firstValue("Content-Type")
                .filter("application/problem+json"::equals)
                .isPresent();
        return isProblem ? JSON.readTree(answer.body()).path("type").asText().replaceFirst(".*#", "") : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
