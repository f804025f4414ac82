package org.pairgraph.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.pairgraph.synthetic.SyntheticNetwork;

/**
 * 1,000 more pairings over HTTP into a store that holds the network, while readers ask: ours planned and applied, with
 * shapes, version and ledger, beside plain Fuseki that adds the same file to its default graph.
 */
public final class ImportSuite {
    private static final int PAIRINGS = 1_000;
    private static final int WARM_UP = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ImportSuite() {}

    public static void main(String[] args) throws IOException {
        var setup = Setup.ofProperties();
        var stores = new Stores(setup);
        var ours = stores.scratch("import-ours", stores.ours());
        var plain = stores.scratch("import-plain", stores.plain());
        try (var client = new LoadClient();
                var server = Child.start(
                        setup,
                        "import-ours",
                        stores.home(),
                        setup.pairgraph("serve", "--port", "0", "--store", ours.toString()));
                var fuseki = Child.start(
                        setup, "import-plain", stores.home(), setup.peer(FusekiPeer.class, plain.toString()))) {
            measure(setup, client, new Steward(server.url(), token(ours)), fuseki.url());
        }
        var more = LongStream.range(0, WARM_UP + setup.rounds())
                .mapToObj(round -> file(5_000 + round))
                .toList();
        Following.measure(setup, ours, WARM_UP, more);
        Report.note(
                "Both have taken %d such files before. A reader asks for one party's label every 5 ms. Fuseki adds the"
                                .formatted(WARM_UP)
                        + " file to its default graph, no more."
                        + " In process, the same is told to the store without a plan.");
        Stores.delete(ours);
        Stores.delete(plain);
    }

    private static void measure(Setup setup, LoadClient client, Steward steward, String fuseki) {
        var plan = new Samples();
        var apply = new Samples();
        var both = new Samples();
        var post = new Samples();
        var waits = new Samples();
        var plainWaits = new Samples();
        var first = new Samples();
        var firstPost = new Samples();
        boolean there = steward.isServed(client);
        client.awaitNetwork(steward.url());
        for (int round = 1 - WARM_UP; round <= setup.rounds(); round++) {
            Progress.say("import, round " + round);
            var file = file(1_000 + round + WARM_UP);
            double planned = Double.NaN;
            double applied = Double.NaN;
            double waited = Double.NaN;
            if (there) {
                try (var reader = Reader.of(steward.url() + "/sparql")) {
                    long start = System.nanoTime();
                    var id = steward.plan(client, "bench-" + (round + WARM_UP), file);
                    planned = millisSince(start);
                    steward.apply(client, id);
                    applied = millisSince(start) - planned;
                    waited = reader.longestWaitMillis();
                }
            }
            double posted;
            double plainWaited;
            try (var reader = Reader.of(fuseki)) {
                long start = System.nanoTime();
                post(client, fuseki, file);
                posted = millisSince(start);
                plainWaited = reader.longestWaitMillis();
            }
            Progress.say("plan %.0f ms, apply %.0f, a reader waited %.0f; Fuseki %.0f, %.0f"
                    .formatted(planned, applied, waited, posted, plainWaited));
            if (round == 1 - WARM_UP) {
                first.add(planned + applied);
                firstPost.add(posted);
            }
            if (round > 0) {
                plan.add(planned);
                apply.add(applied);
                both.add(planned + applied);
                waits.add(waited);
                post.add(posted);
                plainWaits.add(plainWaited);
            }
        }
        report(setup, plan, apply, both, post, waits, plainWaits);
        Report.row(
                "the first one after the start, ms",
                first.median(),
                firstPost.median(),
                first.median() / firstPost.median(),
                "");
    }

    private static void report(
            Setup setup, Samples plan, Samples apply, Samples both, Samples post, Samples waits, Samples plainWaits) {
        Report.title(setup, "Import of %,d more pairings, over HTTP".formatted(PAIRINGS));
        Report.head("", "pairgraph", "Fuseki", "ratio", "target");
        Report.row("plan, ms", plan.median(), "", "", "");
        Report.row("apply, ms", apply.median(), "", "", "");
        Report.row("both, ms", both.median(), post.median(), both.median() / post.median(), "≤ 2");
        Report.row(
                "a reader's longest wait, ms",
                waits.greatest(),
                plainWaits.greatest(),
                waits.greatest() / plainWaits.greatest(),
                "≤ 200 ms");
    }

    private static byte[] file(long seed) {
        var out = new ByteArrayOutputStream();
        new SyntheticNetwork(PAIRINGS, seed).write(out, SyntheticNetwork.Syntax.TURTLE);
        return out.toByteArray();
    }

    private static void post(LoadClient client, String fuseki, byte[] file) {
        var response = client.send(HttpRequest.newBuilder(URI.create(fuseki + "/data?default"))
                .header("Content-Type", "text/turtle")
                .POST(BodyPublishers.ofByteArray(file))
                .build());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("Fuseki answers " + response.statusCode());
        }
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    private static String token(Path store) throws IOException {
        var file = store.resolve("steward.token");
        return Files.exists(file) ? Files.readString(file).strip() : "none";
    }

    /** Who plans and applies. */
    private record Steward(String url, String token) {

        /** Whether this program has the routes of imports. */
        boolean isServed(LoadClient client) {
            return new String(client.answer(LoadClient.get(url + "/openapi.yaml")), StandardCharsets.UTF_8)
                    .contains("/api/v1/imports/plans:");
        }

        String plan(LoadClient client, String source, byte[] file) {
            var plan = json(client, "/api/v1/imports/plans?source=" + source, "text/turtle", file);
            if (!plan.path("applicable").asBoolean()) {
                throw new IllegalStateException("The plan cannot be applied: " + plan);
            }
            return plan.path("id").asText();
        }

        void apply(LoadClient client, String id) {
            json(
                    client,
                    "/api/v1/imports/plans/" + id + "/apply",
                    "application/json",
                    "{}".getBytes(StandardCharsets.UTF_8));
        }

        private JsonNode json(LoadClient client, String path, String type, byte[] body) {
            var response = client.send(HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(Duration.ofMinutes(5))
                    .header("Content-Type", type)
                    .header("Authorization", "Bearer " + token)
                    .POST(BodyPublishers.ofByteArray(body))
                    .build());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("%s answers %d: %s"
                        .formatted(path, response.statusCode(), new String(response.body(), StandardCharsets.UTF_8)));
            }
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
