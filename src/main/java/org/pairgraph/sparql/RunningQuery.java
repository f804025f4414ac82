package org.pairgraph.sparql;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;

/** A query that runs or waits for its place. Safe for many threads; only its own runs it. */
public final class RunningQuery {

    /** Whether a query has its place yet. */
    public enum State {
        QUEUED,
        RUNNING;

        /** The name in answers. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String id;
    private final String text;
    private final String client;
    private final Instant started;
    private final long startedNanos = System.nanoTime();
    private final AtomicBoolean signal = new AtomicBoolean();
    private volatile State state = State.QUEUED;
    private volatile @Nullable QueryRefusal why;
    private volatile @Nullable Runnable lastResort;
    private volatile Runnable onStop = () -> {};

    RunningQuery(String id, String text, String client, Instant started) {
        this.id = id;
        this.text = text;
        this.client = client;
        this.started = started;
    }

    public String id() {
        return id;
    }

    /** The query as it was sent. */
    public String text() {
        return text;
    }

    /** The address that it came from. */
    public String client() {
        return client;
    }

    /** When it came. */
    public Instant started() {
        return started;
    }

    /** How long ago it came, waiting included. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    public State state() {
        return state;
    }

    /**
     * What to do when the query was stopped and goes on a while later all the same, perhaps because it is being sent to a
     * client that does not read. It is called in another thread, again and again until the query has ended.
     */
    public void lastResort(Runnable action) {
        lastResort = action;
    }

    /**
     * Throws when the query was stopped; for whoever works for it.
     *
     * @throws QueryCancelledException which the register turns into the reason
     */
    void check() {
        if (signal.get()) {
            throw new QueryCancelledException();
        }
    }

    /** Set when the query was stopped; ARQ's iterators look at it. */
    AtomicBoolean signal() {
        return signal;
    }

    void runs() {
        state = State.RUNNING;
    }

    void onStop(Runnable action) {
        onStop = action;
    }

    /** Has the query end with a refusal. The first one counts. */
    void stop(QueryRefusal refusal) {
        synchronized (this) {
            if (why != null) {
                return;
            }
            why = refusal;
        }
        signal.set(true);
        onStop.run();
    }

    Optional<QueryRefusal> findWhy() {
        return Optional.ofNullable(why);
    }

    void resortToTheLast() {
        var action = lastResort;
        if (action != null) {
            action.run();
        }
    }
}
