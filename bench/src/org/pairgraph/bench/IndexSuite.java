package org.pairgraph.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.pairgraph.network.AreaLevel;
import org.pairgraph.network.NetworkFilter;
import org.pairgraph.network.NetworkJson;
import org.pairgraph.network.PairingNetwork;
import org.pairgraph.network.PathQuery;
import org.pairgraph.network.WalkQuery;
import org.pairgraph.network.WalkQuery.Direction;
import org.pairgraph.store.Statements;
import org.pairgraph.vocab.PG;
import org.pairgraph.vocab.PGC;

/**
 * The network index in the suite's own process, built from plain TDB2, beside plain arrays in the same process: no HTTP.
 * The arrays hold who supports whom and nothing else; their walk tells how many there are, in no order.
 */
public final class IndexSuite {
    private static final int PARTIES = 200;
    private static final int TURNS = 10;
    private static final int REVISION = 1;

    private final DatasetGraph dataset;
    private final Setup setup;

    private IndexSuite(DatasetGraph dataset, Setup setup) {
        this.dataset = dataset;
        this.setup = setup;
    }

    public static void main(String[] args) {
        var setup = Setup.ofProperties();
        var plain = new Stores(setup).plain();
        var dataset = DatabaseMgr.connectDatasetGraph(Location.create(plain.toString()));
        dataset.begin(ReadWrite.READ);
        try {
            new IndexSuite(dataset, setup).run();
        } finally {
            dataset.end();
            dataset.close();
        }
    }

    private void run() {
        Report.title(setup, "Network index, in process");
        var first = new Samples();
        var built = new Samples();
        var network = build(first);
        for (int round = 0; round < setup.rounds(); round++) {
            network = build(built);
        }
        Report.note("Built from TDB2 in %.2f s, %.2f s in a process that has just started; %.1f MB."
                .formatted(built.median(), first.median(), network.bytes() / 1e6));

        var edges = edges(dataset.getDefaultGraph());
        var numbers = Adjacency.numbers(edges);
        var floor = Adjacency.of(edges, numbers);
        var parties = parties(edges);
        Report.head("", "p50 µs", "p95 µs", "plain arrays, p50 µs", "p95 µs", "× p50");
        walks(network, parties, floor, numbers);
        counts(network, parties);
        paths(network, parties, floor, numbers);
        rollUp(network);
    }

    private PairingNetwork build(Samples seconds) {
        long start = System.nanoTime();
        var network = PairingNetwork.of(Statements.of(dataset), REVISION);
        seconds.add((System.nanoTime() - start) / 1e9);
        return network;
    }

    /** Who supports whom, by actual pairings. */
    private static List<String[]> edges(Graph graph) {
        var actual = new HashSet<Node>();
        graph.find(Node.ANY, PG.status, PGC.actual).mapWith(Triple::getSubject).forEach(actual::add);
        var edges = new ArrayList<String[]>();
        graph.find(Node.ANY, PG.supporter, Node.ANY)
                .filterKeep(triple -> actual.contains(triple.getSubject()))
                .toList()
                .forEach(supporter -> graph.find(supporter.getSubject(), PG.supported, Node.ANY)
                        .forEach(supported -> edges.add(new String[] {
                            supporter.getObject().getURI(),
                            supported.getObject().getURI()
                        })));
        return edges;
    }

    /** Supported parties, spread over all of them. */
    private static List<String> parties(List<String[]> edges) {
        var all = new TreeSet<String>();
        edges.forEach(edge -> all.add(edge[1]));
        var sorted = List.copyOf(all);
        return IntStream.range(0, PARTIES)
                .mapToObj(place -> sorted.get((int) ((long) place * sorted.size() / PARTIES)))
                .toList();
    }

    private void walks(PairingNetwork network, List<String> parties, Adjacency floor, Map<String, Integer> numbers) {
        var queries = parties.stream().map(IndexSuite::walk).toList();
        var starts = parties.stream().map(numbers::get).toList();
        var least = times(number -> floor.walk(starts.get(number % starts.size()), 3, 500), PARTIES * TURNS);
        row(
                "who is within 3 steps, at most 500, in order",
                number -> network.reach(queries.get(number % PARTIES)).size(),
                PARTIES * TURNS,
                least);
        row(
                "walk, 3 steps, at most 500, with its edges and in order",
                number -> network.walk(queries.get(number % PARTIES)).size(),
                PARTIES * TURNS,
                least);
        row("the same, and its JSON", number -> json(network, queries.get(number % PARTIES)), PARTIES * TURNS, least);
    }

    private static WalkQuery walk(String party) {
        return new WalkQuery(List.of(party), 3, Direction.BOTH, false, NetworkFilter.ALL, 500, Optional.empty());
    }

    private static int json(PairingNetwork network, WalkQuery query) {
        return new NetworkJson(network, node -> node).of(network.walk(query), Optional.empty()).length;
    }

    private void counts(PairingNetwork network, List<String> parties) {
        row(
                "counts",
                number -> network.counts(parties.get(number % PARTIES), NetworkFilter.ALL)
                        .neighbours()
                        .size(),
                PARTIES * TURNS,
                new double[0]);
    }

    private void paths(PairingNetwork network, List<String> parties, Adjacency floor, Map<String, Integer> numbers) {
        var queries = new ArrayList<PathQuery>();
        for (int index = 0; index < PARTIES; index++) {
            for (int other = 1; other < PARTIES; other++) {
                var from = parties.get(index);
                var to = parties.get((index + other) % PARTIES);
                if (floor.distance(numbers.get(from), numbers.get(to)) > 0) {
                    queries.add(new PathQuery(from, to, Direction.BOTH, false, NetworkFilter.ALL, 1));
                    break;
                }
            }
        }
        var least = times(
                number -> {
                    var query = queries.get(number % queries.size());
                    return floor.distance(numbers.get(query.from()), numbers.get(query.to()));
                },
                queries.size());
        row(
                "shortest path, joined pairs",
                number -> network.paths(queries.get(number % queries.size()))
                        .length()
                        .orElse(0),
                queries.size() * TURNS,
                least);
    }

    private void rollUp(PairingNetwork network) {
        row(
                "roll-up to cities",
                turn -> network.rollUp(AreaLevel.CITY, NetworkFilter.ALL).size(),
                40,
                new double[0]);
    }

    private static void row(String name, IntUnaryOperator work, int times, double[] least) {
        var micros = times(work, times);
        double median = Samples.quantile(micros, 0.5);
        Report.row(
                name,
                median,
                Samples.quantile(micros, 0.95),
                Samples.quantile(least, 0.5),
                Samples.quantile(least, 0.95),
                median / Samples.quantile(least, 0.5));
    }

    /** Microseconds of each turn, after twice as many that are not counted. */
    private static double[] times(IntUnaryOperator work, int times) {
        var micros = new double[times];
        long found = 0;
        for (int turn = -2 * times; turn < times; turn++) {
            int number = Math.floorMod(turn, times);
            long start = System.nanoTime();
            found += work.applyAsInt(number);
            if (turn >= 0) {
                micros[turn] = (System.nanoTime() - start) / 1e3;
            }
        }
        if (found == 0) {
            throw new IllegalStateException("Nobody was found");
        }
        return micros;
    }
}
