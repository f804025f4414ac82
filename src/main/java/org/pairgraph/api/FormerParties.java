package org.pairgraph.api;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pairgraph.network.PairingNetwork;
import org.pairgraph.search.PartyIndex;
import org.pairgraph.store.PairStore;

/** The names of a former revision, read when they are first asked for. Who asks while they are read waits. */
final class FormerParties implements Supplier<PartyIndex> {
    private final PairStore store;
    private final PairingNetwork network;
    private @Nullable PartyIndex read;

    FormerParties(PairStore store, PairingNetwork network) {
        this.store = store;
        this.network = network;
    }

    @Override
    public synchronized PartyIndex get() {
        var known = read;
        if (known != null) {
            return known;
        }
        int revision = network.revision();
        var made = store.readAt(revision, (dataset, history) -> {
            var graph = dataset.getDefaultGraph();
            return PartyIndex.of(graph, revision, new Naming(graph, Map.of()).supplement(network));
        });
        read = made;
        return made;
    }
}
