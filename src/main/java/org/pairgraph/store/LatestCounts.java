package org.pairgraph.store;

import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.pairgraph.store.PairStore.Commit;

/**
 * How much the default graph says at the newest revision: counted when it is first asked for, and followed from then on.
 * Safe for many threads.
 */
final class LatestCounts {
    private Optional<Counted> last = Optional.empty();

    private record Counted(int revision, TripleCounts counts) {}

    /** The counts at a revision, within a transaction that reads it. */
    TripleCounts at(int revision, DatasetGraph dataset) {
        return findLast(revision).orElseGet(() -> counted(revision, dataset)).counts();
    }

    /** A revision that changes too much, or what is a code, has the counts be made anew when they are asked for. */
    synchronized void follow(Commit commit) {
        int revision = commit.revision().number();
        last = last.filter(known -> known.revision() == revision - 1)
                .flatMap(known -> commit.delta().flatMap(known.counts()::after))
                .map(counts -> new Counted(revision, counts));
    }

    /** Not within a lock, so that no writer waits. */
    private Counted counted(int revision, DatasetGraph dataset) {
        var counted = new Counted(revision, TripleCounts.ofStore(dataset));
        keep(counted);
        return counted;
    }

    private synchronized Optional<Counted> findLast(int revision) {
        return last.filter(known -> known.revision() == revision);
    }

    private synchronized void keep(Counted counted) {
        if (last.isEmpty() || last.get().revision() < counted.revision()) {
            last = Optional.of(counted);
        }
    }
}
