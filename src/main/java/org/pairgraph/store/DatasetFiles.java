package org.pairgraph.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.dboe.base.file.ChannelManager;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.TDB2StorageBuilder;
import org.apache.jena.tdb2.sys.TDBInternal;

/** TDB2's files and the dataset before them, which stays the same when the files are opened again. */
final class DatasetFiles implements AutoCloseable {
    /**
     * The indexes of a new store; one that is there keeps its own. Of TDB2's six for named graphs these four answer what
     * is asked of versions: what a graph says, who has a value in it, and which graphs speak of a thing as subject or as
     * object.
     */
    private static final StoreParams LAYOUT = StoreParams.builder("pairgraph")
            .quadIndexes(new String[] {"GSPO", "GPOS", "SPOG", "OSPG"})
            .build();

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(5);

    private final DatasetGraphSwitchable dataset;

    private DatasetFiles(DatasetGraphSwitchable dataset) {
        this.dataset = dataset;
    }

    /** @throws StoreException if they cannot be opened or made */
    static DatasetFiles open(StoreFolder folder) {
        try {
            var location = Location.create(folder.tdb2());
            return new DatasetFiles((DatasetGraphSwitchable) DatabaseMgr.connectDatasetGraph(location, LAYOUT));
        } catch (RuntimeException | InternalError e) {
            throw StoreFolder.cannotWrite(folder.path(), e);
        }
    }

    DatasetGraph dataset() {
        return dataset;
    }

    /**
     * Opens the files again, as a new process would, so that only what is on disk counts: TDB2 forgets what a transaction
     * that broke off meant to write. Waits for a moment in which nobody reads, but holds nobody up for it.
     *
     * @return false when there was no such moment for ten seconds
     */
    boolean reopen() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!dataset.tryExclusiveMode(false)) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        try {
            var old = (DatasetGraphTDB) dataset.get();
            ChannelManager.releaseAll(old.getLocation().getDirectoryPath());
            dataset.set(TDB2StorageBuilder.build(old.getLocation(), old.getStoreParams(), old.getReorderTransform()));
            old.shutdown();
            return true;
        } finally {
            dataset.finishExclusiveMode();
        }
    }

    @Override
    public void close() {
        ((DatasetGraphTDB) dataset.get()).shutdown();
        TDBInternal.expel(dataset);
    }
}
