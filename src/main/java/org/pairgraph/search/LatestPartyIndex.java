package org.pairgraph.search;

import org.apache.jena.graph.Graph;
import org.pairgraph.store.Delta;

/**
 * The index of the newest revision. Readers take it without waiting and keep what they took; a new one replaces it in
 * one step.
 */
public final class LatestPartyIndex {
    private volatile PartyIndex index;

    public LatestPartyIndex(PartyIndex index) {
        this.index = index;
    }

    public PartyIndex now() {
        return index;
    }

    /**
     * Follows a revision. One that is already in the index changes nothing, and after one that was missed all is built
     * anew.
     *
     * @param graph the default graph after the change, readable while this runs
     */
    public synchronized void follow(Graph graph, int revision, Delta change, Supplement supplement) {
        int known = index.revision();
        if (revision <= known) {
            return;
        }
        index = revision == known + 1
                ? index.following(graph, revision, change, supplement)
                : PartyIndex.of(graph, revision, supplement);
    }
}
