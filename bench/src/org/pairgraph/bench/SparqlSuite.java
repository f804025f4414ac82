package org.pairgraph.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code /sparql} beside plain Fuseki on a copy of the same TDB2 folder: twelve queries. */
public final class SparqlSuite {
    /** Asked by four clients, about other parties each time. */
    private static final Set<String> LOADED = Set.of("q01", "q11");

    private static final String ROWS = "application/sparql-results+json";
    private static final Duration TURN = Duration.ofSeconds(3);

    /** Until the just-in-time compilers have seen to a query. */
    private static final Duration WARMING = Duration.ofSeconds(12);

    private final Setup setup;
    private final LoadClient client;
    private final String ours;
    private final String fuseki;
    private final Subjects subjects;

    private int asked;

    private SparqlSuite(Setup setup, LoadClient client, String ours, String fuseki) {
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
                        "sparql-ours",
                        stores.home(),
                        setup.pairgraph("serve", "--port", "0", "--store", store.toString()));
                var fuseki = Child.start(
                        setup,
                        "sparql-fuseki",
                        stores.home(),
                        setup.peer(FusekiPeer.class, stores.copyOfOurs().toString()))) {
            client.awaitNetwork(server.url());
            new SparqlSuite(setup, client, server.url() + "/sparql", fuseki.url()).run();
        }
    }

    private void run() throws IOException {
        Report.title(setup, "SPARQL on the same store, over HTTP");
        Report.head("query", "", "pairgraph", "Fuseki", "ratio of times", "same answer");
        var ratios = new Samples();
        for (var file : queries()) {
            if (setup.isAsked(file.getFileName().toString())) {
                ratios.add(measure(file));
            }
        }
        Report.row("median", "", "", "", ratios.median(), "target ≤ 1.1");
        Report.note(
                "Times in ms; q01 and q11 in requests a second of four clients. No text is asked twice, so that nothing"
                        + " that keeps answers by their query helps.");
    }

    private double measure(Path file) throws IOException {
        var name = file.getFileName().toString().replace(".rq", "");
        var query = Files.readString(file);
        var what = query.lines().findFirst().orElse("").substring(2);
        Progress.say(name + ": " + what);
        var same = same(query);

        boolean loaded = LOADED.contains(name);
        long warm = System.nanoTime() + WARMING.toNanos();
        do {
            ask(loaded, ours, query);
            ask(loaded, fuseki, query);
        } while (System.nanoTime() < warm);

        var our = new Samples();
        var their = new Samples();
        for (int round = 0; round < setup.rounds(); round++) {
            our.add(ask(loaded, ours, query));
            their.add(ask(loaded, fuseki, query));
        }
        double ratio = loaded ? their.median() / our.median() : our.median() / their.median();
        Report.row(name + " " + what, loaded ? "req/s" : "ms", our.median(), their.median(), ratio, same);
        return ratio;
    }

    private double ask(boolean loaded, String endpoint, String query) {
        return loaded ? perSecond(endpoint, query) : millis(endpoint, query);
    }

    /** Whether both answer the same rows, in whatever order, and how many. */
    private String same(String query) {
        var text = subjects.fill(query, 0);
        var mine = rows(ours, text);
        int count = mine.size() - 1;
        return mine.equals(rows(fuseki, text)) ? "yes, %,d rows".formatted(count) : "NO";
    }

    private List<String> rows(String endpoint, String query) {
        var body = client.answer(LoadClient.query(endpoint, query, "text/tab-separated-values"));
        return new String(body, StandardCharsets.UTF_8).lines().sorted().toList();
    }

    /** One query, or, when it is quick, the median of some. */
    private double millis(String endpoint, String query) {
        var samples = new Samples();
        long end = System.nanoTime() + 300_000_000;
        do {
            samples.add(client.millis(request(endpoint, query)));
        } while (System.nanoTime() < end);
        return samples.median();
    }

    private double perSecond(String endpoint, String query) {
        var requests = new ArrayList<HttpRequest>();
        IntStream.range(0, 20_000).forEach(turn -> requests.add(request(endpoint, query)));
        return client.load(requests, TURN).perSecond();
    }

    private HttpRequest request(String endpoint, String query) {
        int number = asked++;
        return LoadClient.query(endpoint, subjects.fill(query, number) + "# " + number + "\n", ROWS);
    }

    private List<Path> queries() throws IOException {
        try (var files = Files.list(setup.home().resolve("bench/queries"))) {
            return files.filter(file -> file.toString().endsWith(".rq"))
                    .sorted()
                    .toList();
        }
    }
}
