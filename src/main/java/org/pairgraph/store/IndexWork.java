package org.pairgraph.store;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.transaction.txn.SysTransState;
import org.jspecify.annotations.Nullable;

/**
 * What a write transaction has to do to one index. TDB2 ties a transaction to its thread, but each index of it can be
 * detached and attached to another thread, where it is still part of the transaction.
 */
final class IndexWork {
    /** With less to do another thread is not worth its start. */
    private static final int FEW = 1_000;

    private final BPlusTree index;
    private final Runnable work;

    IndexWork(BPlusTree index, Runnable work) {
        this.index = index;
        this.work = work;
    }

    /**
     * Does some works, all of different indexes, in this thread and a second one. When this returns or throws, all is
     * this thread's own again.
     *
     * @param insertions that each has about
     */
    static void sideBySide(List<IndexWork> works, int insertions) {
        if (insertions < FEW || works.size() < 2) {
            works.forEach(one -> one.work.run());
            return;
        }
        var lent = works.stream().map(Lent::new).toList();
        var open = new ConcurrentLinkedQueue<>(lent);
        var second = Thread.ofPlatform().name("store-indexes").start(() -> workOff(open));
        try {
            workOff(open);
        } finally {
            await(second);
            lent.forEach(Lent::takeBack);
        }
        lent.forEach(Lent::rethrow);
    }

    private static void workOff(Queue<Lent> open) {
        for (var next = open.poll(); next != null; next = open.poll()) {
            next.run();
        }
    }

    /** The works must be over, also when somebody interrupts. */
    private static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** An index on its way between threads, and what went wrong on it. */
    private static final class Lent {
        private final IndexWork work;
        private SysTransState state;
        private @Nullable RuntimeException exception;
        private @Nullable Error error;

        Lent(IndexWork work) {
            this.work = work;
            state = work.index.detach();
        }

        void run() {
            work.index.attach(state);
            try {
                work.work.run();
            } catch (RuntimeException e) {
                exception = e;
            } catch (Error e) {
                error = e;
            } finally {
                state = work.index.detach();
            }
        }

        void takeBack() {
            work.index.attach(state);
        }

        void rethrow() {
            if (exception != null) {
                throw exception;
            }
            if (error != null) {
                throw error;
            }
        }
    }
}
