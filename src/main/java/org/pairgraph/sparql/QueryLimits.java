package org.pairgraph.sparql;

import java.time.Duration;
import java.util.Set;

/**
 * What one query, and all of them together, may take.
 *
 * @param deadline from the moment that a query runs until its answer is sent
 * @param places queries that run at once; one address takes all but one of them at most
 * @param waiting queries that wait for a place; one address takes half of them at most
 * @param patience how long a query waits for a place
 * @param memory bytes, as {@link HeldMemory} counts them, that one query may hold
 * @param sharedMemory bytes that all queries may hold together
 * @param rows of one answer, or triples
 * @param bytes of one answer
 * @param queryLength characters of a query
 * @param textLength characters of a text or digits of a number that a query makes
 * @param services endpoints that {@code SERVICE} may name; none, as a rule
 */
public record QueryLimits(
        Duration deadline,
        int places,
        int waiting,
        Duration patience,
        long memory,
        long sharedMemory,
        int rows,
        long bytes,
        int queryLength,
        int textLength,
        Set<String> services) {

    private static final int LEAST_PLACES = 8;

    public QueryLimits {
        services = Set.copyOf(services);
        requirePositive("deadline", deadline.toMillis());
        requirePositive("places", places);
        requirePositive("waiting", waiting);
        requirePositive("patience", patience.toMillis());
        requirePositive("memory", memory);
        requirePositive("sharedMemory", sharedMemory);
        requirePositive("rows", rows);
        requirePositive("bytes", bytes);
        requirePositive("queryLength", queryLength);
        requirePositive("textLength", textLength);
    }

    /** What stands when nobody says otherwise, in proportion to the machine and the heap. */
    public static QueryLimits ofThisMachine() {
        long heap = Runtime.getRuntime().maxMemory();
        return new QueryLimits(
                Duration.ofSeconds(60),
                Math.max(LEAST_PLACES, 2 * Runtime.getRuntime().availableProcessors()),
                32,
                Duration.ofSeconds(20),
                heap / 8,
                heap / 4,
                1_000_000,
                256L << 20,
                100_000,
                1 << 17,
                Set.of());
    }

    private static void requirePositive(String what, long number) {
        if (number < 1) {
            throw new IllegalArgumentException("%s is at least 1, not %d".formatted(what, number));
        }
    }
}
