package org.pairgraph.search;

import java.util.Optional;
import org.apache.jena.graph.Graph;

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
     * Follows a revision. One that is already in the index changes nothing. When one was missed, or what changed is not
     * known, all is built anew.
     *
     * @param graph the default graph after the change, readable while this runs
     */
    public synchronized void follow(
            Graph graph, int revision, Optional<PartyIndex.Change> change, Supplement supplement) {
        if (revision <= index.revision()) {
            return;
        }
        index = change.filter(known -> revision == index.revision() + 1)
                .map(known -> index.following(graph, revision, known, supplement))
                .orElseGet(() -> PartyIndex.of(graph, revision, supplement));
    }
}
