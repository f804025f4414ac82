package org.pairgraph.sparql;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps deadlines in a thread of its own, which looks some times in a second at what waits for one and sleeps when nothing
 * does: setting a deadline and lifting it wakes nobody. Safe for many threads.
 */
final class Deadlines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final long TICK_NANOS = 20_000_000;

    private final Set<Deadline> set = ConcurrentHashMap.newKeySet();
    private final Thread clock = new Thread(this::keep, "deadlines");
    private volatile boolean asleep;
    private volatile boolean closed;

    Deadlines() {
        clock.setDaemon(true);
        clock.start();
    }

    /** Something that is to be done at a time, unless it is lifted before. */
    static final class Deadline {
        private final Runnable action;
        private final long at;

        private Deadline(Runnable action, long at) {
            this.action = action;
            this.at = at;
        }
    }

    /** Has something done when some time has passed, or a little later, once. */
    Deadline after(long nanos, Runnable action) {
        var deadline = new Deadline(action, System.nanoTime() + nanos);
        set.add(deadline);
        if (asleep) {
            LockSupport.unpark(clock);
        }
        return deadline;
    }

    /** What is lifted is not done any more, unless it is being done. */
    void lift(Deadline deadline) {
        set.remove(deadline);
    }

    /** Nothing that is set comes about. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(clock);
    }

    private void keep() {
        while (!closed) {
            asleep = true;
            if (set.isEmpty()) {
                LockSupport.park(this);
            }
            asleep = false;
            LockSupport.parkNanos(this, TICK_NANOS);
            strike();
        }
    }

    private void strike() {
        long now = System.nanoTime();
        for (var deadline : set) {
            if (now - deadline.at >= 0 && !closed && set.remove(deadline)) {
                run(deadline);
            }
        }
    }

    /** Whatever comes of one, the others are kept. */
    private static void run(Deadline deadline) {
        try {
            deadline.action.run();
        } catch (RuntimeException e) {
            LOG.error("A deadline was not kept", e);
        }
    }
}
