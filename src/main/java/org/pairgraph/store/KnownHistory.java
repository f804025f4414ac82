package org.pairgraph.store;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;

/** The history, read from the ledger when there is a newer revision than the last known. Safe for use by many threads. */
final class KnownHistory {
    private final DatasetGraph dataset;
    private volatile History latest = new History(List.of());

    KnownHistory(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** The history as the running transaction of this thread sees it. */
    History within() {
        var ledger = new Ledger(dataset.getGraph(GraphName.LEDGER.node()));
        var known = latest;
        int head = ledger.head();
        if (head <= known.head()) {
            return known.upTo(head);
        }
        var read = ledger.history();
        latest = read;
        return read;
    }

    /** The newest history that was read or made. */
    History latest() {
        return latest;
    }

    /** Takes a history that was just made, so that nobody has to read it. */
    void made(History history) {
        latest = history;
    }
}
