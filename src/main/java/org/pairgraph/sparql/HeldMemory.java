package org.pairgraph.sparql;

import java.util.concurrent.atomic.AtomicLong;
import org.pairgraph.sparql.SparqlProblem.Kind;

/**
 * The bytes that one query holds on to: rows that it sorts, keeps apart, groups or joins with, places that a path has
 * come to, the triples of a graph that it makes, texts of groups. They are reckoned by {@link RowSize} and not measured,
 * rather too high than too low. Rows that only pass are not counted. For one thread.
 */
final class HeldMemory implements AutoCloseable {
    private static final long CHUNK = 1 << 18;

    /** What all queries may hold together. Safe for many threads. */
    static final class Pool {
        private final AtomicLong free;

        Pool(long bytes) {
            this.free = new AtomicLong(bytes);
        }

        private boolean take(long bytes) {
            if (free.addAndGet(-bytes) >= 0) {
                return true;
            }
            free.addAndGet(bytes);
            return false;
        }

        private void giveBack(long bytes) {
            free.addAndGet(bytes);
        }
    }

    private final long most;
    private final Pool pool;
    private long held;
    private long reserved;

    HeldMemory(long most, Pool pool) {
        this.most = most;
        this.pool = pool;
    }

    /** What is given back as a whole. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** What one operator holds. */
    final class Holding implements Held {
        private long bytes;

        void add(long more) {
            bytes += more;
            take(more);
        }

        @Override
        public void close() {
            long all = bytes;
            bytes = 0;
            release(all);
        }
    }

    Holding begin() {
        return new Holding();
    }

    /** Counts what is held until the query ends. */
    void take(long bytes) {
        held += bytes;
        if (held > most) {
            throw new EndedEarly(QueryRefusal.of(
                    Kind.QUERY_TOO_LARGE,
                    "The query would hold more than %,d MiB: bind more before it sorts, groups, joins or keeps rows apart"
                            .formatted(most >> 20)));
        }
        while (held > reserved) {
            reserve();
        }
    }

    /** Gives everything back. */
    @Override
    public void close() {
        pool.giveBack(reserved);
        reserved = 0;
        held = 0;
    }

    private void release(long bytes) {
        held -= bytes;
        long spare = Math.max(0, (reserved - Math.max(0, held)) / CHUNK - 1) * CHUNK;
        reserved -= spare;
        pool.giveBack(spare);
    }

    private void reserve() {
        if (!pool.take(CHUNK)) {
            throw new EndedEarly(QueryRefusal.forNow(
                    Kind.TOO_MANY_QUERIES,
                    "All queries together hold as much memory as they may: try again in a moment, or bind more",
                    RunningQueries.SOON));
        }
        reserved += CHUNK;
    }
}
