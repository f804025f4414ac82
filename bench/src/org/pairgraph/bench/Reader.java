package org.pairgraph.bench;

import java.util.concurrent.locks.LockSupport;

/** Somebody who asks for one label again and again, and notes the longest wait for an answer. */
final class Reader implements AutoCloseable {
    private static final String QUERY = "SELECT ?l { <https://w3id.org/pairgraph/synthetic/1/village/0"
            + "> <http://www.w3.org/2000/01/rdf-schema#label> ?l }";
    private static final long PAUSE_NANOS = 5_000_000;

    private final LoadClient client = new LoadClient();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile double longest;

    private Reader(String endpoint) {
        var request = LoadClient.query(endpoint, QUERY, "application/sparql-results+json");
        client.millis(request);
        thread = Thread.ofPlatform().start(() -> {
            while (!stopped) {
                longest = Math.max(longest, client.millis(request));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        });
    }

    static Reader of(String endpoint) {
        return new Reader(endpoint);
    }

    double longestWaitMillis() {
        return longest;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        client.close();
    }
}
