package org.pairgraph.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.sparql.core.DatasetGraph;

/** The history, read from the ledger when there is a newer revision than the last known. Safe for use by many threads. */
final class KnownHistory {
    private final DatasetGraph dataset;
    private final AtomicReference<History> latest = new AtomicReference<>(new History(List.of()));

    KnownHistory(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** The history as the running transaction of this thread sees it. */
    History within() {
        var ledger = new Ledger(dataset.getGraph(GraphName.LEDGER.node()));
        var known = latest.get();
        int head = ledger.head();
        if (head <= known.head()) {
            return known.upTo(head);
        }
        var read = ledger.history();
        made(read);
        return read;
    }

    /** The newest history that was read or made. */
    History latest() {
        return latest.get();
    }

    /** Takes a history that was just made, so that nobody has to read it; an older one than is known changes nothing. */
    void made(History history) {
        latest.accumulateAndGet(history, (known, other) -> other.head() > known.head() ? other : known);
    }
}
