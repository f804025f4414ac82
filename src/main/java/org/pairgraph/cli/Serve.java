package org.pairgraph.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.pairgraph.server.Config;
import org.pairgraph.server.PairServer;
import org.pairgraph.server.Settings;
import org.pairgraph.server.TrustedProxies;
import org.pairgraph.sparql.QueryLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "serve", description = "Serve the graph until stopped.", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StoreOption store;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "The address to listen on (${DEFAULT-VALUE}).")
    private String host;

    @Option(names = "--port", defaultValue = "7070", description = "The port to listen on (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--documents", paramLabel = "DIR", description = "The folder of the source documents.")
    private Optional<Path> documents;

    @Option(
            names = "--map",
            paramLabel = "FILE",
            description = "An approved map to draw beneath points and arcs: GeoJSON that says its approval.")
    private Optional<Path> map;

    @Option(names = "--keep-data", description = "Leave the bundled sources as an earlier version wrote them.")
    private boolean keepData;

    @Option(
            names = "--graph-writes",
            description =
                    "Let stewards PUT and DELETE graphs at /sparql/data: imports and undoing by the Graph Store Protocol.")
    private boolean graphWrites;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings, a line each: key = value. docs/operating.md lists the keys.")
    private Optional<Path> settings;

    @Option(
            names = "--check",
            description = "Start as told, ask every part for an answer, stop; exit 0 if all is well.")
    private boolean check;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > MOST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "A port is 0 (a free one) to %d, not %d".formatted(MOST_PORT, port));
        }
        var out = spec.commandLine().getOut();
        var settings = this.settings.map(Settings::of);
        var config = new Config(
                Home.folder(),
                store.folder(),
                host,
                port,
                documents,
                map,
                keepData,
                graphWrites,
                settings.map(Settings::limits).orElseGet(QueryLimits::ofThisMachine),
                settings.map(Settings::proxies).orElse(TrustedProxies.NONE));
        if (check) {
            return check(config, out);
        }
        var server = PairServer.start(config, out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        out.println("pairgraph serves " + server.url() + "  (SPARQL: " + server.url() + "/sparql)");
        new CountDownLatch(1).await();
        return Main.DONE;
    }

    private static int check(Config config, PrintWriter out) throws InterruptedException {
        try (var server = PairServer.start(config, out::println)) {
            server.awaitIndexes();
            for (var path : List.of(
                    "/health/ready",
                    "/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D",
                    "/api/v1/sources",
                    aWalk(server.url()))) {
                int status = status(server.url() + path);
                out.println(path + " " + (status == 0 ? "no answer" : status));
                if (status != HttpURLConnection.HTTP_OK) {
                    return Main.REFUSED;
                }
            }
        }
        return Main.DONE;
    }

    /** A walk from the first party; where there is none, another question to the network. */
    private static String aWalk(String url) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + "/api/v1/parties?limit=1"))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            var id =
                    new ObjectMapper().readTree(answer.body()).at("/items/0/id").asText();
            return id.isEmpty()
                    ? "/api/v1/rollup?level=province"
                    : "/api/v1/walk?from=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "/api/v1/parties?limit=1";
        }
    }

    /** The status of the answer; 0 when there is none. */
    private static int status(String url) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
