package org.pairgraph.sparql;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The places in which queries run, and who waits for one. A place goes to the client that has the fewest, and among
 * those to the one that came first. No client takes the last place or more than half of the queue, so that there is
 * always room for another. Safe for many threads.
 */
final class Places {
    private final int places;
    private final int waiting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> taken = new HashMap<>();
    private final List<Turn> queue = new LinkedList<>();
    private int free;

    Places(int places, int waiting) {
        this.places = places;
        this.waiting = waiting;
        this.free = places;
    }

    /** What came of waiting for a place. */
    enum Outcome {
        TAKEN,
        /** Too many wait already. */
        FULL,
        /** None became free in time. */
        TOO_LATE,
        /** The turn was given up. */
        GIVEN_UP
    }

    /** One query's turn. */
    final class Turn {
        private final String client;
        private final Condition called = lock.newCondition();
        private boolean granted;
        private boolean givenUp;

        private Turn(String client) {
            this.client = client;
        }

        /** Waits for a place; one that is taken has to be left. */
        Outcome take(Duration patience) throws InterruptedException {
            lock.lock();
            try {
                if (givenUp) {
                    return Outcome.GIVEN_UP;
                }
                if (queue.isEmpty() && isFreeFor(this)) {
                    grant(this);
                    return Outcome.TAKEN;
                }
                if (queue.size() >= waiting || waitingOf(client) >= Math.max(1, waiting / 2)) {
                    return Outcome.FULL;
                }
                queue.add(this);
                callNext();
                return await(patience);
            } finally {
                queue.remove(this);
                lock.unlock();
            }
        }

        /** Ends the waiting, now or when it would begin. */
        void giveUp() {
            lock.lock();
            try {
                givenUp = true;
                called.signal();
            } finally {
                lock.unlock();
            }
        }

        /** Leaves the place to the next. */
        void leave() {
            lock.lock();
            try {
                granted = false;
                free++;
                taken.merge(client, -1, (all, one) -> all + one == 0 ? null : all + one);
                callNext();
            } finally {
                lock.unlock();
            }
        }

        private Outcome await(Duration patience) throws InterruptedException {
            long nanos = patience.toNanos();
            try {
                while (!granted && !givenUp && nanos > 0) {
                    nanos = called.awaitNanos(nanos);
                }
            } catch (InterruptedException e) {
                if (granted) {
                    leave();
                }
                throw e;
            }
            if (granted) {
                return Outcome.TAKEN;
            }
            return givenUp ? Outcome.GIVEN_UP : Outcome.TOO_LATE;
        }
    }

    Turn turn(String client) {
        return new Turn(client);
    }

    private void callNext() {
        while (true) {
            var next = queue.stream()
                    .filter(turn -> !turn.granted && !turn.givenUp && isFreeFor(turn))
                    .reduce((one, other) -> taken(other) < taken(one) ? other : one);
            if (next.isEmpty()) {
                return;
            }
            grant(next.get());
            queue.remove(next.get());
            next.get().called.signal();
        }
    }

    private void grant(Turn turn) {
        turn.granted = true;
        free--;
        taken.merge(turn.client, 1, Integer::sum);
    }

    private boolean isFreeFor(Turn turn) {
        return free > 0 && taken(turn) < Math.max(1, places - 1);
    }

    private int taken(Turn turn) {
        return taken.getOrDefault(turn.client, 0);
    }

    private long waitingOf(String client) {
        return queue.stream().filter(turn -> turn.client.equals(client)).count();
    }
}
