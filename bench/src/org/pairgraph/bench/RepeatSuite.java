package org.pairgraph.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same query again and again at one revision, beside an empty route and beside a server that writes the same bytes. */
public final class RepeatSuite {
    private static final Duration TURN = Duration.ofSeconds(3);
    private static final String ROWS = "application/sparql-results+json";

    /** Answers of about 0.3, 20 and 400 KB of the shipped data. */
    private static final Map<String, String> QUERIES = new TreeMap<>(Map.of(
            "one label",
            "SELECT ?l { <https://w3id.org/pairgraph/id/area/450225> <http://www.w3.org/2000/01/rdf-schema#label> ?l }",
            "100 rows",
            "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 100",
            "2,000 rows",
            "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 2000"));

    private final Setup setup;
    private final LoadClient client;
    private final String ours;

    private RepeatSuite(Setup setup, LoadClient client, String ours) {
        this.setup = setup;
        this.client = client;
        this.ours = ours;
    }

    public static void main(String[] args) throws IOException {
        var setup = Setup.ofProperties();
        var store = Files.createTempDirectory("repeat").resolve("store");
        try (var client = new LoadClient();
                var server = Child.start(
                        setup,
                        "repeat-ours",
                        setup.home(),
                        setup.pairgraph("serve", "--port", "0", "--store", store.toString()))) {
            new RepeatSuite(setup, client, server.url()).run();
        }
    }

    private void run() throws IOException {
        Report.title(setup, "The same answer again, over HTTP, 4 clients");
        Report.head("query", "bytes", "kept", "empty route", "same bytes", "kept / same bytes", "kept / empty route");
        for (var query : QUERIES.entrySet()) {
            measure(query.getKey(), query.getValue());
        }
        Report.note("Times are the processor's share of one answer in ms: seconds over answers. The empty route is"
                + " /health/live; \"same bytes\" is a Javalin that has the bytes of the answer in memory."
                + " Target: at most twice the empty route and the writing.");
    }

    private void measure(String what, String query) throws IOException {
        var asked = HttpRequest.newBuilder(URI.create(ours + "/sparql?query=" + LoadClient.encoded(query)))
                .header("Accept", ROWS)
                .build();
        var body = client.answer(asked);
        var file = Files.write(Files.createTempFile("repeat", ".json"), body);
        try (var peer =
                Child.start(setup, "repeat-constant", setup.home(), setup.peer(ConstantPeer.class, file.toString()))) {
            var constant = LoadClient.get(peer.url() + "/");
            var empty = LoadClient.get(ours + "/health/live");
            var kept = new Samples();
            var same = new Samples();
            var nothing = new Samples();
            for (int round = 0; round <= setup.rounds(); round++) {
                double mine = millis(asked);
                double bytes = millis(constant);
                double none = millis(empty);
                if (round > 0) {
                    kept.add(mine);
                    same.add(bytes);
                    nothing.add(none);
                }
            }
            Report.row(
                    what,
                    "%,d".formatted(body.length),
                    kept.median(),
                    nothing.median(),
                    same.median(),
                    kept.median() / same.median(),
                    kept.median() / nothing.median());
        } finally {
            Files.delete(file);
        }
    }

    private double millis(HttpRequest request) {
        return 1e3 / client.load(List.of(request), TURN).perSecond();
    }
}
