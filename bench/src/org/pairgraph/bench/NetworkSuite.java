package org.pairgraph.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Walks, counts, paths, roll-up, search and party pages over HTTP by four clients, beside Fuseki's property paths over
 * HTTP, Neo4j in its own process without HTTP, an empty route of our server, and plain arrays. A route that is not there
 * is said to be missing and left out.
 */
public final class NetworkSuite {
    private static final Duration TURN = Duration.ofSeconds(3);
    private static final String ROWS = "application/sparql-results+json";
    private static final String PREFIXES = "PREFIX pg: <https://w3id.org/pairgraph/ontology#> "
            + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";
    private static final String STEP = "(pg:supports|^pg:supports)";

    /** One thing to measure: our route, the query that Fuseki answers instead (maybe none), and the target. */
    private record Operation(String name, List<String> paths, List<String> queries, String target) {}

    private final Setup setup;
    private final LoadClient client;
    private final String ours;
    private final String fuseki;
    private final Subjects subjects;

    private NetworkSuite(Setup setup, LoadClient client, String ours, String fuseki) {
        this.setup = setup;
        this.client = client;
        this.ours = ours;
        this.fuseki = fuseki;
        this.subjects = Subjects.of(client, fuseki);
    }

    public static void main(String[] args) throws IOException {
        var setup = Setup.ofProperties();
        var stores = new Stores(setup);
        var store = stores.ours();
        try (var client = new LoadClient();
                var server = Child.start(
                        setup,
                        "network-ours",
                        stores.home(),
                        setup.pairgraph("serve", "--port", "0", "--store", store.toString()));
                var fuseki = Child.start(
                        setup,
                        "network-fuseki",
                        stores.home(),
                        setup.peer(FusekiPeer.class, stores.copyOfOurs().toString()))) {
            new NetworkSuite(setup, client, server.url(), fuseki.url()).run();
        }
    }

    private void run() throws IOException {
        Report.title(setup, "Network, over HTTP, four clients");
        Report.head(
                "operation",
                "req/s",
                "p50 ms",
                "p95 ms",
                "empty route, p50",
                "× empty route",
                "Fuseki req/s",
                "× Fuseki",
                "target");
        for (var operation : operations()) {
            measure(operation);
        }
        floors();
        neo4j();
    }

    private void measure(Operation operation) {
        var requests = operation.paths().stream()
                .map(path -> LoadClient.get(ours + path))
                .toList();
        int status = client.send(requests.getFirst()).statusCode();
        if (status != 200) {
            Report.row(operation.name(), "answers " + status, "", "", "", "", "", "", operation.target());
            return;
        }
        Progress.say(operation.name());
        var empty = List.of(LoadClient.get(ours + "/health/live"));
        var theirs = operation.queries().stream()
                .map(query -> LoadClient.query(fuseki, PREFIXES + query, ROWS))
                .toList();

        var perSecond = new Samples();
        var p50 = new Samples();
        var p95 = new Samples();
        var floor = new Samples();
        var peer = new Samples();
        for (int round = 0; round <= setup.rounds(); round++) {
            var load = client.load(requests, TURN);
            var floorLoad = client.load(empty, TURN.dividedBy(3));
            double peerLoad =
                    theirs.isEmpty() ? Double.NaN : client.load(theirs, TURN).perSecond();
            if (round > 0) {
                perSecond.add(load.perSecond());
                p50.add(load.p50Millis());
                p95.add(load.p95Millis());
                floor.add(floorLoad.p50Millis());
                peer.add(peerLoad);
            }
        }
        Report.row(
                operation.name(),
                perSecond.median(),
                p50.median(),
                p95.median(),
                floor.median(),
                p50.median() / floor.median(),
                peer.median(),
                perSecond.median() / peer.median(),
                operation.target());
    }

    private List<Operation> operations() {
        var parties = subjects.parties();
        var goals = IntStream.range(0, parties.size())
                .mapToObj(number -> parties.get((number + parties.size() / 2) % parties.size()))
                .toList();
        return List.of(
                new Operation(
                        "walk, 3 steps, at most 500",
                        each(party -> "/api/v1/walk?from=" + id(party) + "&depth=3&limit=500"),
                        each(party -> "SELECT DISTINCT ?n { <%s> %s/%s?/%s? ?n } LIMIT 500"
                                .formatted(party, STEP, STEP, STEP)),
                        "≥ 10 × Fuseki"),
                new Operation(
                        "walk, 1 step",
                        each(party -> "/api/v1/walk?from=" + id(party) + "&depth=1"),
                        each(party -> "SELECT ?n { <%s> %s ?n }".formatted(party, STEP)),
                        "≤ 1.5 × empty"),
                new Operation(
                        "counts",
                        each(party -> "/api/v1/walk/counts?from=" + id(party)),
                        each(party ->
                                "SELECT ?kind (COUNT(*) AS ?n) { ?c (pg:supporter|pg:supported) <%s> ; pg:pairingKind ?kind } GROUP BY ?kind"
                                        .formatted(party)),
                        "≤ 1.5 × empty"),
                new Operation(
                        "shortest paths",
                        IntStream.range(0, parties.size())
                                .mapToObj(number -> "/api/v1/paths?from=" + id(parties.get(number)) + "&to="
                                        + id(goals.get(number)) + "&max=1")
                                .toList(),
                        List.of(),
                        "≥ 2 × Neo4j"),
                new Operation(
                        "roll-up to cities",
                        List.of("/api/v1/rollup?level=city"),
                        List.of(rollup()),
                        "≤ 50 ms; ≥ 50 × q06"),
                new Operation(
                        "search by name",
                        subjects.labels().stream()
                                .map(label -> "/api/v1/parties?q=" + LoadClient.encoded(label))
                                .toList(),
                        subjects.labels().stream()
                                .map(label -> "SELECT ?p { ?p rdfs:label \"%s\"@zh-Hans }".formatted(label))
                                .toList(),
                        "≥ 3 × the best peer's q01"),
                new Operation(
                        "party page",
                        each(party -> "/api/v1/parties/" + id(party)),
                        each(this::page),
                        "≥ 10 × Fuseki's q11"));
    }

    private String page(String party) {
        try {
            var query = Files.readString(setup.home().resolve("bench/queries/q11.rq"));
            return query.lines()
                    .filter(line -> !line.startsWith("PREFIX") && !line.startsWith("#"))
                    .collect(Collectors.joining("\n"))
                    .replace("urn:bench:party", party);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rollup() {
        return "SELECT ?from ?to (COUNT(?c) AS ?n) { ?c a pg:Pairing ; pg:supporter ?a ; pg:supported ?b ."
                + " ?a pg:within+ ?from . ?from a pg:City . ?b pg:within+ ?to . ?to a pg:City } GROUP BY ?from ?to";
    }

    private List<String> each(UnaryOperator<String> form) {
        return subjects.parties().stream().map(form).toList();
    }

    private static String id(String iri) {
        return LoadClient.encoded(iri);
    }

    private void floors() {
        var edges = Subjects.rows(client, fuseki, "SELECT ?a ?b { ?a pg:supports ?b }");
        var numbers = Adjacency.numbers(edges);
        long start = System.nanoTime();
        var adjacency = Adjacency.of(edges, numbers);
        double built = (System.nanoTime() - start) / 1e6;
        var parties = subjects.parties().stream()
                .map(party -> numbers.get("<" + party + ">"))
                .toList();

        Report.note(
                "The floor, plain arrays in the same process, no HTTP (building them, with the look-up of names: %.0f ms):"
                        .formatted(built));
        Report.head("", "p50 ms", "p95 ms");
        floor("walk, 3 steps, at most 500", parties, number -> adjacency.walk(parties.get(number), 3, 500));
        floor(
                "distance, one-sided breadth first",
                parties,
                number -> adjacency.distance(
                        parties.get(number), parties.get((number + parties.size() / 2) % parties.size())));
    }

    private static void floor(String name, List<Integer> parties, IntUnaryOperator work) {
        long found = 0;
        var times = new double[parties.size() * 10];
        for (int turn = -times.length; turn < times.length; turn++) {
            long start = System.nanoTime();
            found += work.applyAsInt(Math.floorMod(turn, parties.size()));
            if (turn >= 0) {
                times[turn] = (System.nanoTime() - start) / 1e6;
            }
        }
        if (found == 0) {
            throw new IllegalStateException("Nobody was found");
        }
        Report.row(name, Samples.quantile(times, 0.5), Samples.quantile(times, 0.95));
    }

    /** Writes what Neo4j loads, has it measured in its own process, and passes its table on. */
    private void neo4j() throws IOException {
        var libraries = System.getProperty("bench.neo4j", "");
        if (libraries.isEmpty()) {
            Report.note("Neo4j did not resolve and is left out.");
            return;
        }
        Progress.say("Neo4j loads and is measured …");
        var folder = setup.folder().resolve("neo4j");
        Stores.delete(folder);
        Files.createDirectories(folder);
        write(folder.resolve("parties.tsv"), partiesForNeo4j());
        write(
                folder.resolve("edges.tsv"),
                lines(Subjects.rows(
                        client,
                        fuseki,
                        "SELECT ?a ?b ?kind { ?c a pg:Pairing ; pg:status <https://w3id.org/pairgraph/code/actual> ;"
                                + " pg:supporter ?a ; pg:supported ?b ; pg:pairingKind ?kind }")));
        write(folder.resolve("subjects.txt"), subjects.parties());
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx4g",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                libraries,
                "org.pairgraph.bench.neo4j.Neo4jPeer",
                folder.toString(),
                Integer.toString(setup.rounds())));
        try (var child = Child.start(setup, "neo4j", setup.home(), command)) {
            child.end();
            Report.note("Neo4j in its own process, Cypher, one client, no HTTP:");
            Report.head("", "p50 ms", "p95 ms");
            child.output().lines().filter(line -> line.startsWith("| ")).forEach(System.out::println);
        }
        Stores.delete(folder);
    }

    private List<String> partiesForNeo4j() {
        var parties = new LinkedHashMap<String, String[]>();
        for (var row : Subjects.rows(
                client,
                fuseki,
                "SELECT ?p ?type (STR(?l) AS ?label) ?in { ?p a ?type ; rdfs:label ?l FILTER(LANG(?l) = \"zh-Hans\")"
                        + " FILTER(STRSTARTS(STR(?p), \"https://w3id.org/pairgraph/synthetic/\"))"
                        + " OPTIONAL { ?p pg:within ?in } }")) {
            parties.put(row[0], row);
        }
        for (var row : Subjects.rows(
                client,
                fuseki,
                "SELECT ?p ?type (\"\" AS ?label) ?in { ?p a ?type, pg:PartyGroup OPTIONAL { ?p pg:within ?in } }")) {
            parties.put(row[0], row);
        }
        return lines(new ArrayList<>(parties.values()));
    }

    private static List<String> lines(List<String[]> rows) {
        return rows.stream().map(row -> String.join("\t", row)).toList();
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, lines);
    }
}
