package org.pairgraph.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pairgraph.bench.NetworkOperations.Operation;

/**
 * Walks, counts, paths, roll-up, search and party pages over HTTP by four clients, beside Fuseki's property paths and
 * RDF4J's store in memory over HTTP, Neo4j in its own process without HTTP, an empty route of the same server that writes as many bytes, and plain
 * arrays. Peers that answer differently end the run before anything is timed.
 */
public final class NetworkSuite {
    private static final Duration TURN = Duration.ofMillis(800);

    /** Until the just-in-time compilers have seen to a server. */
    private static final Duration WARMING = Duration.ofSeconds(20);

    private static final int SIZES = 200;
    private static final String ROWS = "application/sparql-results+json";

    private final Setup setup;
    private final LoadClient client;
    private final String ours;
    private final String bytes;
    private final String fuseki;
    private final Optional<String> rdf4j;

    private NetworkSuite(
            Setup setup, LoadClient client, String ours, String bytes, String fuseki, Optional<String> rdf4j) {
        this.setup = setup;
        this.client = client;
        this.ours = ours;
        this.bytes = bytes;
        this.fuseki = fuseki;
        this.rdf4j = rdf4j;
    }

    public static void main(String[] args) throws IOException {
        var setup = Setup.ofProperties();
        var stores = new Stores(setup);
        var store = stores.ours();
        var copy = stores.copyOfOurs();
        try (var client = new LoadClient();
                var server = Child.start(
                        setup,
                        "network-ours",
                        stores.home(),
                        setup.pairgraph("serve", "--port", "0", "--store", store.toString()));
                var empty = Child.start(setup, "network-bytes", stores.home(), setup.peer(BytesPeer.class));
                var fuseki = Child.start(
                        setup, "network-fuseki", stores.home(), setup.peer(FusekiPeer.class, copy.toString()));
                var rdf4j = Rdf4j.start(setup, fuseki.url())) {
            var subjects = Subjects.of(client, fuseki.url());
            var floor = Floor.of(client, fuseki.url());
            new NetworkSuite(setup, client, server.url(), empty.url(), fuseki.url(), rdf4j.url())
                    .run(subjects, floor, floor.joined(subjects.parties()));
        }
    }

    private void run(Subjects subjects, Floor floor, List<Floor.Pair> pairs) throws IOException {
        Report.title(setup, "Network");
        client.awaitNetwork(ours);
        var operations = NetworkOperations.of(setup, subjects, pairs);
        var agreement = new Agreement(client, ours, fuseki);
        Progress.say("the answers are compared …");
        agreement.check(operations, floor);

        Report.head(
                "over HTTP, four clients",
                "req/s",
                "p50 ms",
                "p95 ms",
                "KB",
                "empty route and as many bytes, p50 ms",
                "× empty",
                "Fuseki req/s",
                "× Fuseki",
                "RDF4J memory req/s",
                "× RDF4J",
                "target");
        for (var operation : operations.all()) {
            if (setup.isAsked(operation.name())) {
                Progress.say(operation.name());
                measure(operation, agreement);
            }
        }
        if (setup.isAsked("neo4j")) {
            new Neo4j(setup, client, fuseki).measure(subjects, floor, pairs);
        }
    }

    private void measure(Operation operation, Agreement agreement) {
        var requests = operation.paths().stream()
                .map(path -> LoadClient.get(ours + path))
                .toList();
        var sizes = IntStream.range(0, Math.min(SIZES, requests.size()))
                .map(number -> (int) ((long) number * requests.size() / Math.min(SIZES, requests.size())))
                .mapToObj(number -> client.answer(requests.get(number)).length)
                .toList();
        var empty = sizes.stream()
                .map(size -> LoadClient.get(bytes + "/bytes/" + size))
                .toList();
        var theirs = questions(operation, fuseki);
        var others = rdf4j.map(endpoint -> questions(operation, endpoint)).orElse(List.of());

        var perSecond = new Samples();
        var p50 = new Samples();
        var p95 = new Samples();
        var floor = new Samples();
        var peer = new Samples();
        var other = new Samples();
        if (operation.isLong()) {
            peer.add(once(operation, theirs.getFirst(), agreement));
            others.stream().limit(1).forEach(question -> other.add(once(operation, question, agreement)));
        }
        for (int round = 0; round <= setup.rounds(); round++) {
            var turn = round == 0 ? WARMING : TURN;
            var load = client.load(operation.clients(), later(requests, round), turn);
            var least = client.load(operation.clients(), empty, round == 0 ? WARMING.dividedBy(4) : TURN.dividedBy(2));
            double peerLoad = operation.isLong() ? Double.NaN : perSecond(theirs, round, turn);
            double otherLoad = operation.isLong() ? Double.NaN : perSecond(others, round, turn);
            if (round > 0) {
                perSecond.add(load.perSecond());
                p50.add(load.p50Millis());
                p95.add(load.p95Millis());
                floor.add(least.p50Millis());
                if (!operation.isLong()) {
                    peer.add(peerLoad);
                    other.add(otherLoad);
                }
            }
        }
        Report.row(
                operation.name() + (operation.clients() == 1 ? ", one client" : ""),
                perSecond.median(),
                p50.median(),
                p95.median(),
                sizes.stream().mapToInt(Integer::intValue).average().orElse(0) / 1e3,
                floor.median(),
                p50.median() / floor.median(),
                peer.median(),
                perSecond.median() / peer.median(),
                other.median(),
                perSecond.median() / other.median(),
                operation.target());
    }

    private static List<HttpRequest> questions(Operation operation, String endpoint) {
        return operation.queries().stream()
                .map(query -> LoadClient.query(endpoint, NetworkOperations.PREFIXES + query, ROWS))
                .toList();
    }

    private double perSecond(List<HttpRequest> requests, int round, Duration turn) {
        return requests.isEmpty()
                ? Double.NaN
                : client.load(later(requests, round), turn).perSecond();
    }

    /** Each round begins further on in a long list, so that nobody is asked the same again. */
    private List<HttpRequest> later(List<HttpRequest> requests, int round) {
        var rotated = new ArrayList<>(requests);
        Collections.rotate(rotated, -round * requests.size() / (setup.rounds() + 1));
        return rotated;
    }

    /** How many answers a second a question makes that takes long. */
    private double once(Operation operation, HttpRequest question, Agreement agreement) {
        long start = System.nanoTime();
        var answer = client.answer(question);
        double perSecond = 1e9 / (System.nanoTime() - start);
        agreement.checkRollUp(operation, answer);
        return perSecond;
    }
}
