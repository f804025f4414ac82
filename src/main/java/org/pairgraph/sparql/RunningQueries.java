package org.pairgraph.sparql;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;
import org.pairgraph.sparql.Deadlines.Deadline;
import org.pairgraph.sparql.SparqlProblem.Kind;

/**
 * The queries that run or wait now. Each has a place, a deadline that is kept by a thread of its own, and can be
 * stopped. Safe for many threads.
 */
public final class RunningQueries implements AutoCloseable {
    /** How long after it was stopped a query may go on before the last resort. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    static final Duration SOON = Duration.ofSeconds(5);

    private final QueryLimits limits;
    private final Places places;
    private final Map<String, RunningQuery> queries = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Deadlines deadlines = new Deadlines();

    RunningQueries(QueryLimits limits) {
        this.limits = limits;
        this.places = new Places(limits.places(), limits.waiting());
    }

    /** Every query, the oldest first. */
    public List<RunningQuery> queries() {
        return queries.values().stream()
                .sorted(Comparator.comparing(RunningQuery::started).thenComparing(RunningQuery::id))
                .toList();
    }

    /** Stops a query, wherever it stands. Whether there is such a query. */
    public boolean stop(String id) {
        var query = queries.get(id);
        if (query == null) {
            return false;
        }
        query.stop(QueryRefusal.of(Kind.QUERY_STOPPED, "An administrator stopped the query: ask why, or ask for less"));
        return true;
    }

    /** Ends the keeping of deadlines; the queries that run are stopped. */
    @Override
    public void close() {
        queries.keySet().forEach(this::stop);
        deadlines.close();
    }

    /**
     * Runs a query's work when there is a place.
     *
     * @throws QueryRefusal if there is none, or the query was stopped
     */
    <T> T run(String text, String client, Function<RunningQuery, T> work) {
        var query = new RunningQuery("q" + numbers.incrementAndGet(), text, client, Instant.now());
        var turn = places.turn(client);
        query.onStop(turn::giveUp);
        queries.put(query.id(), query);
        try {
            requirePlace(query, turn);
            try {
                return runInPlace(query, work);
            } finally {
                turn.leave();
            }
        } finally {
            queries.remove(query.id());
        }
    }

    private void requirePlace(RunningQuery query, Places.Turn turn) {
        switch (outcome(turn)) {
            case TAKEN -> {}
            case GIVEN_UP -> throw query.findWhy().orElseThrow();
            case FULL -> throw full("Too many queries wait already");
            case TOO_LATE ->
                throw full("No place became free within %d seconds"
                        .formatted(limits.patience().toSeconds()));
        }
    }

    private Places.Outcome outcome(Places.Turn turn) {
        try {
            return turn.take(limits.patience());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw full("The server stops");
        }
    }

    private static QueryRefusal full(String why) {
        return QueryRefusal.forNow(Kind.TOO_MANY_QUERIES, why + ": try again in a moment", SOON);
    }

    private <T> T runInPlace(RunningQuery query, Function<RunningQuery, T> work) {
        var resort = new LastResort(query);
        query.onStop(resort::arm);
        var deadline = deadlines.after(limits.deadline().toNanos(), () -> query.stop(tooLate()));
        query.runs();
        try {
            query.check();
            return work.apply(query);
        } catch (EndedEarly e) {
            throw e.refusal();
        } catch (QueryCancelledException e) {
            throw query.findWhy().orElseThrow(() -> e);
        } finally {
            deadlines.lift(deadline);
            resort.disarm();
        }
    }

    private QueryRefusal tooLate() {
        return QueryRefusal.of(
                Kind.QUERY_TIMEOUT,
                "The query was stopped after %s: bind more, ask for a part, or take a dump"
                        .formatted(seconds(limits.deadline())));
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " seconds" : time.toMillis() + " milliseconds";
    }

    /** Comes a while after a query was stopped, and after each further while, until that has ended. */
    private final class LastResort {
        private final RunningQuery query;
        private boolean over;
        private @Nullable Deadline coming;

        LastResort(RunningQuery query) {
            this.query = query;
        }

        synchronized void arm() {
            if (!over) {
                coming = deadlines.after(GRACE.toNanos(), this::come);
            }
        }

        synchronized void disarm() {
            over = true;
            if (coming != null) {
                deadlines.lift(coming);
            }
        }

        private synchronized void come() {
            if (!over) {
                query.resortToTheLast();
                arm();
            }
        }
    }
}
