package org.pairgraph.server;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.pairgraph.ingest.Bundle;
import org.pairgraph.ingest.Importer;
import org.pairgraph.store.PairStore;

/** Brings a store up to the sources that come with the program. */
public final class Release {
    private Release() {}

    /**
     * Fills an empty store; brings one that has content up to what has changed since, unless {@code keepData}.
     *
     * @param home the folder of {@code ontology/} and {@code data/}
     * @param progress told in a line each what takes time
     * @throws org.pairgraph.ingest.UnreadableSource if a source that comes with the program is not valid
     */
    public static void into(PairStore store, Path home, boolean keepData, Consumer<String> progress) {
        boolean empty = store.history().head() == 0;
        if (!empty && keepData) {
            return;
        }
        if (empty) {
            progress.accept("Filling the store in " + store.path() + " …");
        }
        new Importer(store, new Bundle(home))
                .release()
                .ifPresent(revision -> progress.accept("Revision %d: %d sources loaded"
                        .formatted(revision.number(), revision.changes().size())));
    }
}
