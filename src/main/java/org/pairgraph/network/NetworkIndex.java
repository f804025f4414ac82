package org.pairgraph.network;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Graph;
import org.pairgraph.store.Delta;

/**
 * The network of the newest revision. Readers take it and never wait, also while the next one is being made; writers
 * tell it of their revisions one after the other. A revision that is not newer changes nothing.
 */
public final class NetworkIndex {
    private final AtomicReference<PairingNetwork> latest;

    public NetworkIndex(PairingNetwork first) {
        latest = new AtomicReference<>(first);
    }

    /** The network as of now: ask one question, or several that belong together, of one and the same. */
    public PairingNetwork network() {
        return latest.get();
    }

    /**
     * Makes the network of a revision and puts it in the place of the one before.
     *
     * @param delta what the revision did to the default graph, where that is known
     * @param defaultGraph after the change, readable for the time of this call
     */
    public void follow(Optional<Delta> delta, Graph defaultGraph, int revision) {
        var before = latest.get();
        if (revision <= before.revision()) {
            return;
        }
        boolean isNext = revision == before.revision() + 1;
        var next = delta.filter(change -> isNext)
                .map(change -> before.following(change, defaultGraph, revision))
                .orElseGet(() -> PairingNetwork.of(defaultGraph, revision));
        latest.updateAndGet(current -> current.revision() < revision ? next : current);
    }
}
