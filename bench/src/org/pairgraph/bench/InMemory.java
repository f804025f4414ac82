package org.pairgraph.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.pairgraph.network.AreaLevel;
import org.pairgraph.network.NetworkFilter;
import org.pairgraph.network.PairingNetwork;
import org.pairgraph.network.PathQuery;
import org.pairgraph.network.WalkQuery;
import org.pairgraph.network.WalkQuery.Direction;
import org.pairgraph.vocab.PG;

/** The network index in the suite's own process, beside plain arrays in the same process: no HTTP. */
final class InMemory {
    private static final int TURNS = 10;
    private static final int REVISION = 1;

    private final DatasetGraph dataset;
    private final Setup setup;
    private final List<String> parties;
    private final List<Floor.Pair> pairs;

    private InMemory(DatasetGraph dataset, Setup setup, List<String> parties, List<Floor.Pair> pairs) {
        this.dataset = dataset;
        this.setup = setup;
        this.parties = parties;
        this.pairs = pairs;
    }

    /** Prints how long the index takes to be built from a TDB2 folder, how much room it has, and what it answers in. */
    static void measure(Setup setup, Path tdb2, List<String> parties, List<Floor.Pair> pairs) {
        var dataset = DatabaseMgr.connectDatasetGraph(Location.create(tdb2.toString()));
        dataset.begin(ReadWrite.READ);
        try {
            new InMemory(dataset, setup, parties, pairs).run();
        } finally {
            dataset.end();
            dataset.close();
        }
    }

    private void run() {
        var built = new Samples();
        var network = build(built);
        for (int round = 1; round < Math.min(3, setup.rounds()); round++) {
            network = build(built);
        }
        Report.note("The network index in a process of its own size, from TDB2: built in %.2f s, %.1f MB."
                .formatted(built.median(), network.bytes() / 1e6));

        var edges = dataset.getDefaultGraph()
                .find(Node.ANY, PG.supports, Node.ANY)
                .mapWith(triple -> new String[] {
                    triple.getSubject().getURI(), triple.getObject().getURI()
                })
                .toList();
        var numbers = Adjacency.numbers(edges);
        var floor = Adjacency.of(edges, numbers);
        Report.note("In process, beside breadth first over plain arrays:");
        Report.head("", "µs", "plain arrays, µs", "×");
        walks(network, floor, numbers);
        paths(network, floor, numbers);
        var whole = network;
        row(
                "roll-up to cities",
                turn -> whole.rollUp(AreaLevel.CITY, NetworkFilter.ALL).size(),
                40,
                Double.NaN);
    }

    private PairingNetwork build(Samples seconds) {
        long start = System.nanoTime();
        var network = PairingNetwork.of(dataset.getDefaultGraph(), REVISION);
        seconds.add((System.nanoTime() - start) / 1e9);
        return network;
    }

    private void walks(PairingNetwork network, Adjacency floor, Map<String, Integer> numbers) {
        var queries = parties.stream().map(party -> WalkQuery.from(party, 3)).toList();
        var starts = parties.stream().map(numbers::get).toList();
        double least = median(number -> floor.walk(starts.get(number % starts.size()), 3, 500), parties.size() * TURNS);
        row(
                "walk, 3 steps, at most 500",
                number -> network.walk(queries.get(number % queries.size()))
                        .nodes()
                        .size(),
                parties.size() * TURNS,
                least);
    }

    private void paths(PairingNetwork network, Adjacency floor, Map<String, Integer> numbers) {
        double least = median(
                number -> floor.distance(
                        numbers.get(pairs.get(number).from()),
                        numbers.get(pairs.get(number).to())),
                pairs.size());
        row(
                "shortest path, joined pairs",
                number -> {
                    var pair = pairs.get(number % pairs.size());
                    var query = new PathQuery(pair.from(), pair.to(), Direction.BOTH, false, NetworkFilter.ALL, 1);
                    return network.paths(query).length().orElse(0);
                },
                pairs.size() * TURNS,
                least);
    }

    private static void row(String name, IntUnaryOperator work, int times, double least) {
        double median = median(work, times);
        Report.row(name, median, least, median / least);
    }

    /** Microseconds, after as many turns that are not counted. */
    private static double median(IntUnaryOperator work, int times) {
        var micros = new double[times];
        long found = 0;
        for (int turn = -times; turn < times; turn++) {
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
        return Samples.quantile(micros, 0.5);
    }
}
