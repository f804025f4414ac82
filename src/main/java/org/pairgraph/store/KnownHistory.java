package org.pairgraph.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;

/** The history, read from the ledger when there is a newer revision than the last known. Safe for use by many threads. */
final class KnownHistory {
    private final DatasetGraph dataset;
    private final AtomicReference<History> latest = new AtomicReference<>(new History(List.of()));
    private volatile @Nullable Seen seen;

    /** What read transactions see that TDB2 began at one version of its data. It counts anew when files are reopened. */
    private record Seen(TransactionCoordinator transactions, long dataVersion, History history) {}

    KnownHistory(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** The history as the running transaction of this thread sees it. */
    History within() {
        var transactions = TDBInternal.getDatasetGraphTDB(dataset).getTxnSystem();
        var running = transactions.getTransactionInfo();
        if (running.getMode() == ReadWrite.WRITE) {
            return read();
        }
        var last = seen;
        if (last != null
                && last.dataVersion() == running.getDataVersion()
                && last.transactions() == transactions.getTxnMgr()) {
            return last.history();
        }
        var history = read();
        seen = new Seen(transactions.getTxnMgr(), running.getDataVersion(), history);
        return history;
    }

    private History read() {
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
