package org.pairgraph.bench;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.pairgraph.api.Indexes;
import org.pairgraph.network.PairingNetwork;
import org.pairgraph.store.History.Action;
import org.pairgraph.store.PairStore;
import org.pairgraph.store.PairStore.Update;
import org.pairgraph.store.SourceName;
import org.pairgraph.store.Statements;

/** What a change costs in the suite's own process: the transaction, beside which all that is in memory follows. */
final class Following {
    private final Samples transaction = new Samples();
    private final Samples network = new Samples();
    private long told;
    private long drawn;

    private Following() {}

    /** Prints how long the indexes in memory take to follow a change, in a store that is changed. */
    static void measure(Setup setup, Path folder, int warmUp, List<byte[]> files) {
        var following = new Following();
        try (var store = PairStore.open(folder);
                var indexes = new Indexes(store)) {
            var alone = new AtomicReference<>(
                    store.read((dataset, history) -> PairingNetwork.of(Statements.of(dataset), history.head())));
            store.onCommit(commit -> following.draw(alone, store, commit));
            indexes.build();
            indexes.await();
            for (int round = 0; round < files.size(); round++) {
                Progress.say("following, round " + (round - warmUp + 1));
                following.commit(store, "following-" + round, files.get(round), round >= warmUp);
            }
        }
        Report.row(
                "in process: the transaction, all following beside it, ms", following.transaction.median(), "", "", "");
        Report.row("in process: the network alone follows, ms", following.network.median(), "", "", "≤ 50 ms");
    }

    private void draw(AtomicReference<PairingNetwork> alone, PairStore store, PairStore.Commit commit) {
        told = System.nanoTime();
        store.read((dataset, history) -> {
            var delta = commit.delta().orElseThrow();
            var graph = PairStore.remembering(dataset.getDefaultGraph(), delta);
            alone.set(alone.get().following(delta, graph, history.head()));
            return history;
        });
        drawn = System.nanoTime();
    }

    private void commit(PairStore store, String source, byte[] file, boolean counts) {
        var update = new Update(new SourceName(source), List.of(source), read(file));
        long start = System.nanoTime();
        store.commit(Action.IMPORT, "bench", List.of(update));
        if (counts) {
            transaction.add((told - start) / 1e6);
            network.add((drawn - told) / 1e6);
        }
    }

    private static Graph read(byte[] turtle) {
        var graph = GraphFactory.createGraphMem();
        RDFParser.source(new ByteArrayInputStream(turtle)).lang(Lang.TURTLE).parse(graph);
        return graph;
    }
}
