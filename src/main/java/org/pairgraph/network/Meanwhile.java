package org.pairgraph.network;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work that another thread does meanwhile, if one is idle. When none has begun by the time that it is needed, the thread
 * that needs it does it: nobody waits for a pool that is busy with something else.
 */
final class Meanwhile<T> {
    private final FutureTask<T> task;

    private Meanwhile(FutureTask<T> task) {
        this.task = task;
    }

    static <T> Meanwhile<T> begin(Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        ForkJoinPool.commonPool().execute(task);
        return new Meanwhile<>(task);
    }

    /** What came of it. */
    T get() {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another thread was at work", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The work of another thread has failed", e.getCause());
        }
    }
}
